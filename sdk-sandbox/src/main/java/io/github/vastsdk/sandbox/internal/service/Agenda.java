package io.github.vastsdk.sandbox.internal.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What is to happen, in the order of time; at the same time, in the order in which it was planned. */
public final class Agenda {
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private long planned;

    /**
     * One thing that is to happen.
     *
     * @param at when
     * @param number how many were planned before
     * @param stands whether it is still to happen
     * @param action does it
     */
    public record Step(Instant at, long number, BooleanSupplier stands, Runnable action) {}

    /**
     * Plans a step.
     *
     * @param at when
     * @param stands says whether it is still to happen; once it is not, the step is forgotten
     * @param action does it
     */
    public void add(Instant at, BooleanSupplier stands, Runnable action) {
        steps.add(new Step(at, planned++, stands, action));
    }

    /** Gives the next step that still stands and is due; null when there is none. */
    public @Nullable Step due(Instant now) {
        while (!steps.isEmpty() && !steps.element().stands().getAsBoolean()) {
            steps.remove();
        }
        Step next = steps.peek();
        return next == null || next.at().isAfter(now) ? null : next;
    }

    /** Takes off the step that {@link #due} gave. */
    public void remove(Step step) {
        steps.remove(step);
    }
}
