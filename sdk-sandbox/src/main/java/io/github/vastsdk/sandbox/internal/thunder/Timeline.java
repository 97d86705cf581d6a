package io.github.vastsdk.sandbox.internal.thunder;

import io.github.vastsdk.sandbox.internal.service.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/** The time as far as it has been caught up with, and what is planned beyond it. */
final class Timeline {
    private final InstantSource clock;
    private final Agenda agenda = new Agenda();
    private Instant now;

    Timeline(InstantSource clock) {
        this.clock = clock;
        this.now = clock.instant();
    }

    /** Gives the time that has been reached; while a step is done, when it was due. */
    Instant now() {
        return now;
    }

    /** Plans a step, which does not happen if it does not stand any more when it is due. */
    void after(Duration delay, BooleanSupplier stands, Runnable action) {
        agenda.add(now.plus(delay), stands, action);
    }

    /** Catches up with the clock, step by step. */
    void settle() {
        Instant target = clock.instant();
        for (Agenda.Step step = agenda.due(target); step != null; step = agenda.due(target)) {
            agenda.remove(step);
            reach(step.at());
            step.action().run();
        }
        reach(target);
    }

    private void reach(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    /** Gives a time as the service writes it: RFC 3339, in whole seconds. */
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
