package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.InstanceFate.Phase;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The instances of the account, and what can be done to them. Nothing happens by itself: {@link #settle} catches up with
 * the clock before anything is looked at.
 */
final class Lifecycle {
    private final World world;
    private final Timeline timeline;
    private final Journey journey;
    private final Deque<InstanceFate> fates = new ArrayDeque<>();
    private final Map<Long, Contract> contracts = new TreeMap<>();

    Lifecycle(World world, Ids ids, Meter meter) {
        this.world = world;
        this.timeline = new Timeline(world, meter);
        this.journey = new Journey(timeline, ids, world.settings().market().phase());
    }

    /** Catches up with the clock. */
    void settle() {
        timeline.settle(
                () -> contracts.values().stream().filter(Lifecycle::wantsToRun).forEach(journey::halt));
    }

    private static boolean wantsToRun(Contract contract) {
        return !contract.destroyed() && contract.is("intended_status", "running");
    }

    /** Gives the ids of the instances that exist, in ascending order. */
    Set<Long> ids() {
        return Collections.unmodifiableSet(contracts.keySet());
    }

    Collection<Contract> all() {
        return contracts.values();
    }

    @Nullable
    Contract find(long id) {
        return contracts.get(id);
    }

    /** Takes over an instance that is there from the start. */
    void adopt(Contract contract) {
        contracts.put(contract.id(), contract);
        journey.bill(contract);
    }

    /** Lets the next instances that are rented have these fates. */
    void nextFates(List<InstanceFate> next) {
        fates.addAll(next);
    }

    /** Says what the next instance is to become. */
    InstanceFate takeFate() {
        InstanceFate fate = fates.poll();
        return fate == null ? InstanceFate.NORMAL : fate;
    }

    /**
     * Begins the life of an instance that was just rented.
     *
     * @param contract the instance
     * @param fate what is to become of it
     * @param stopped whether it does not run for now
     */
    void rent(Contract contract, InstanceFate fate, boolean stopped) {
        contracts.put(contract.id(), contract);
        contract.fate(fate);
        if (stopped) {
            journey.halt(contract);
        } else if (fate == InstanceFate.START_QUEUED) {
            queue(contract);
        } else {
            journey.enter(contract, Phase.PROVISIONING);
        }
    }

    /**
     * Starts an instance.
     *
     * @return false when it has to wait for a GPU
     */
    boolean start(Contract contract) {
        boolean ended = contract.is("actual_status", "exited") || contract.is("actual_status", "offline");
        if (wantsToRun(contract) && (contract.busy() || !ended)) {
            return true;
        }
        if (contract.fate() == InstanceFate.START_QUEUED) {
            queue(contract);
            return false;
        }
        contract.replan();
        Status.intended(contract.row(), "running");
        // The old state is reported for a while.
        journey.later(contract, () -> journey.enter(contract, Phase.LOADING));
        return true;
    }

    private void queue(Contract contract) {
        journey.halt(contract);
        Status.intended(contract.row(), "running");
        contract.hold(() -> journey.enter(contract, Phase.LOADING));
    }

    /** Stops an instance, or its wait for a GPU. */
    void stop(Contract contract) {
        boolean still = contract.is("cur_state", "stopped");
        contract.replan();
        Status.intended(contract.row(), "stopped");
        if (!still) {
            journey.later(contract, () -> journey.halt(contract));
        }
    }

    /** Starts a running instance anew; it keeps its GPU. */
    void reboot(Contract contract) {
        contract.replan();
        journey.later(contract, () -> journey.reboot(contract));
    }

    /** Makes a running instance anew from its image; it keeps its GPU. */
    void recycle(Contract contract) {
        contract.replan();
        journey.later(contract, () -> journey.enter(contract, Phase.LOADING));
    }

    /** Goes on after a bid was changed: an instance that was outbid starts, one that is outbid now stops. */
    void rebid(Contract contract, boolean highEnough) {
        journey.bill(contract);
        if (!highEnough && wantsToRun(contract)) {
            journey.interrupt(contract);
        } else if (highEnough && contract.outbid()) {
            start(contract);
        }
    }

    /** Destroys an instance. It may be listed for a while. */
    void destroy(Contract contract) {
        if (contract.destroyed()) {
            return;
        }
        contract.destroyed(true);
        contract.replan();
        contract.bill(timeline.meter(), 0, false);
        contract.row()
                .put("intended_status", "stopped")
                .put("cur_state", "unloaded")
                .put("next_state", "unloaded");
        Offer offer = contract.offer();
        if (offer != null) {
            offer.giveBack();
        }
        timeline.after(world.settings().market().destroyLag(), contract, () -> remove(contract));
        settle();
    }

    private void remove(Contract contract) {
        contracts.remove(contract.id());
        if (contract.fate() == InstanceFate.COMES_BACK) {
            contract.fate(InstanceFate.NORMAL);
            journey.later(contract, () -> comeBack(contract));
        }
    }

    private void comeBack(Contract contract) {
        contract.destroyed(false);
        contracts.put(contract.id(), contract);
        Offer offer = contract.offer();
        if (offer != null) {
            offer.take();
        }
        Status.intended(contract.row(), "running");
        journey.run(contract);
    }

    /** Changes what is to become of an instance. What would hit it while it runs hits it at once if it does. */
    void fate(Contract contract, InstanceFate fate) {
        contract.fate(fate);
        if (contract.destroyed()) {
            return;
        }
        if (fate == InstanceFate.NORMAL) {
            Runnable resume = contract.release();
            if (resume != null) {
                resume.run();
            }
        } else if (contract.busy() && wantsToRun(contract) && fate.holds(Phase.of(contract))) {
            journey.stick(contract);
        } else if (contract.is("actual_status", "running") && fate.hitsRunning()) {
            contract.replan();
            journey.arrive(contract);
        }
    }
}
