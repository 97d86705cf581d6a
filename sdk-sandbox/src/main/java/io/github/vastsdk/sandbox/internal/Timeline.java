package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.service.Agenda;
import java.time.Duration;
import java.time.Instant;

/** The time as far as it has been caught up with, what is planned beyond it, and what runs up meanwhile. */
final class Timeline {
    private final World world;
    private final Meter meter;
    private final Agenda agenda = new Agenda();
    private Instant now;

    Timeline(World world, Meter meter) {
        this.world = world;
        this.meter = meter;
        this.now = world.now();
    }

    /** Gives the time that has been reached; while a step is done, when it was due. */
    Instant now() {
        return now;
    }

    Meter meter() {
        return meter;
    }

    /** Plans a step of a contract; it does not happen if the contract gets another plan. */
    void after(Duration delay, Contract contract, Runnable action) {
        contract.busy(true);
        int plan = contract.plan();
        agenda.add(now.plus(delay), () -> contract.plan() == plan, () -> {
            contract.busy(false);
            action.run();
        });
    }

    /**
     * Catches up with the clock, step by step and charge by charge.
     *
     * @param whenEmpty what happens at the minute in which the money is gone; nothing runs after it
     */
    void settle(Runnable whenEmpty) {
        Instant target = world.now();
        while (true) {
            Agenda.Step step = agenda.due(target);
            Instant until = step == null ? target : step.at();
            Instant empty = meter.emptyBy(until);
            if (empty != null) {
                reach(empty);
                whenEmpty.run();
            } else {
                reach(until);
                if (step == null) {
                    return;
                }
                agenda.remove(step);
                step.action().run();
            }
        }
    }

    private void reach(Instant time) {
        meter.advance(time);
        now = time.isAfter(now) ? time : now;
    }
}
