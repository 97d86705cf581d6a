package io.github.vastsdk.sandbox.internal.thunder;

import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** What happens to instances in the course of time. */
final class Life {
    private final Timeline timeline;
    private final Ids ids;
    private final Duration step;
    private final Duration lag;

    Life(Timeline timeline, Ids ids, Duration step, Duration lag) {
        this.timeline = timeline;
        this.ids = ids;
        this.step = step;
        this.lag = lag;
    }

    /** Begins the life of an instance that was just created. */
    void begin(Machine machine) {
        String middle = machine.identity().isRestored() ? "RESTORING" : "PROVISIONING";
        advance(machine, List.of("UNKNOWN", middle, "STARTING"));
    }

    private void advance(Machine machine, List<String> way) {
        if (way.isEmpty()) {
            arrive(machine);
            return;
        }
        machine.status(way.get(0));
        Runnable next = () -> advance(machine, way.subList(1, way.size()));
        if (machine.fate().holds(machine.status())) {
            machine.plan(next, true);
        } else {
            later(machine, next);
        }
    }

    /** Lets an instance run, or whatever its fate puts in the place of that. */
    void arrive(Machine machine) {
        Fate fate = machine.fate();
        String end = fate.end();
        machine.status(end == null ? Machine.RUNNING : end);
        boolean held = end != null;
        machine.plan(held ? () -> arrive(machine) : null, held);
        if (fate == Fate.NO_ADDRESS) {
            machine.address(null, 0);
        } else if (!held) {
            machine.ready(timeline.now());
            if (machine.ip() == null) {
                move(machine);
            }
        }
    }

    /** Gives an instance an address, another one than before: it has to be read anew after every start. */
    private void move(Machine machine) {
        machine.address(
                "203.0.113." + ids.between(1, 254),
                machine.identity().number() % 2 == 0 ? ids.between(30_000, 32_767) : 22);
    }

    /** Changes what a running instance is made of, for which it starts anew. */
    void modify(Machine machine, UnaryOperator<Config> change) {
        machine.status("MODIFYING");
        later(machine, () -> {
            machine.restarted(timeline.now());
            move(machine);
            arrive(machine);
            change(machine, change);
        });
    }

    /** Keeps a running instance busy for a step. */
    void snap(Machine machine) {
        machine.status("SNAPPING");
        later(machine, () -> arrive(machine));
    }

    /** Changes what an instance is made of at once, though the list may take a while to show it. */
    void change(Machine machine, UnaryOperator<Config> change) {
        machine.config(change.apply(machine.config()));
        timeline.after(lag, () -> true, machine::publish);
    }

    /** Begins the end of an instance. */
    void end(Machine machine, Duration delay, Runnable gone) {
        machine.status(Machine.DELETING);
        later(machine, delay, gone);
    }

    /** Changes what is to become of an instance. What would hit it while it runs hits it at once if it does. */
    void fate(Machine machine, Fate fate) {
        machine.fate(fate);
        if (machine.is(Machine.DELETING)) {
            return;
        }
        Runnable next = machine.next();
        boolean holds = fate.holds(machine.status());
        if (next == null) {
            if (machine.is(Machine.RUNNING)) {
                arrive(machine);
            }
        } else if (machine.isHeld() && !holds) {
            next.run();
        } else if (holds) {
            machine.plan(next, true);
        }
    }

    private void later(Machine machine, Runnable action) {
        later(machine, step, action);
    }

    private void later(Machine machine, Duration delay, Runnable action) {
        int plan = machine.plan(action, false);
        timeline.after(delay, () -> machine.plan() == plan, action);
    }
}
