package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.InstanceFate.Phase;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Duration;

/** Takes an instance through the steps until it runs, or to what happens in place of that. */
final class Journey {
    private final Timeline timeline;
    private final Ids ids;
    private final Duration phase;

    Journey(Timeline timeline, Ids ids, Duration phase) {
        this.timeline = timeline;
        this.ids = ids;
        this.phase = phase;
    }

    /** Does something one step of an instance's life later. */
    void later(Contract contract, Runnable action) {
        timeline.after(phase, contract, action);
    }

    /** Begins a step, and plans the next. */
    void enter(Contract contract, Phase step) {
        if (step == Phase.RUNNING) {
            arrive(contract);
            return;
        }
        contract.outbid(false);
        contract.row().put("cur_state", "running");
        Status.intended(contract.row(), "running");
        Status.actual(contract.row(), step.status());
        Status.idle(contract.row());
        bill(contract);
        if (contract.fate().holds(step)) {
            hold(contract, step);
        } else {
            later(contract, () -> enter(contract, step.next()));
        }
    }

    /** Lets an instance that is on its way go no further. */
    void stick(Contract contract) {
        Phase reached = Phase.of(contract);
        contract.replan();
        hold(contract, reached);
    }

    private void hold(Contract contract, Phase step) {
        contract.hold(() -> later(contract, () -> enter(contract, step.next())));
    }

    /** Starts a running instance anew. */
    void reboot(Contract contract) {
        Status.actual(contract.row(), "rebooting");
        later(contract, () -> arrive(contract));
    }

    /** Runs an instance, unless something else is to become of it. */
    void arrive(Contract contract) {
        switch (contract.fate()) {
            case IMAGE_PULL_FAILS -> {
                Status.actual(contract.row(), "loading");
                Status.failed(
                        contract.row(),
                        Status.PULL_ERROR + contract.row().path("image_uuid").asText());
                bill(contract);
            }
            case CONTAINER_FAILS -> {
                Status.actual(contract.row(), "exited");
                Status.failed(contract.row(), Status.OCI_ERROR);
                bill(contract);
            }
            case HOST_OFFLINE -> {
                Status.actual(contract.row(), "offline");
                bill(contract);
                contract.hold(() -> run(contract));
            }
            case INTERRUPTED -> {
                contract.fate(InstanceFate.NORMAL);
                interrupt(contract);
            }
            default -> run(contract);
        }
    }

    void run(Contract contract) {
        Status.running(contract, ids, timeline.now());
        bill(contract);
    }

    /** Takes the GPU away from an instance, until it is started or bids more. */
    void interrupt(Contract contract) {
        contract.outbid(true);
        halt(contract);
    }

    /** Stops an instance at once. */
    void halt(Contract contract) {
        contract.replan();
        Status.stopped(contract.row());
        bill(contract);
    }

    /** Tells the meter what an instance costs now: all of it while it runs or reboots, otherwise its disk. */
    void bill(Contract contract) {
        boolean running = contract.is("actual_status", "running") || contract.is("actual_status", "rebooting");
        String price = running ? "dph_total" : "storage_total_cost";
        contract.bill(timeline.meter(), contract.row().path(price).doubleValue(), running);
    }
}
