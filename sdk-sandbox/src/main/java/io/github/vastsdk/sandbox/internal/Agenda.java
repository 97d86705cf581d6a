package io.github.vastsdk.sandbox.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is to happen, in the order of time; at the same time, in the order in which it was planned. */
final class Agenda {
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
    private long planned;

    /**
     * One thing that is to happen.
     *
     * @param at when
     * @param number how many were planned before
     * @param contract whom it is about
     * @param plan the plan of the contract that it belongs to; once the contract has another one, it does not happen
     * @param action does it
     */
    record Step(Instant at, long number, Contract contract, int plan, Runnable action) {
        boolean stands() {
            return contract.plan() == plan;
        }
    }

    /** Plans a step of the contract's present plan. */
    void add(Instant at, Contract contract, Runnable action) {
        steps.add(new Step(at, planned++, contract, contract.plan(), action));
    }

    /** Gives the next step that still stands and is due; null when there is none. */
    @Nullable
    Step due(Instant now) {
        while (!steps.isEmpty() && !steps.element().stands()) {
            steps.remove();
        }
        Step next = steps.peek();
        return next == null || next.at().isAfter(now) ? null : next;
    }

    /** Takes off the step that {@link #due} gave. */
    void remove(Step step) {
        steps.remove(step);
    }
}
