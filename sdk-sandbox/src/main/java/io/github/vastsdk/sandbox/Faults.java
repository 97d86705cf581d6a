package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong, in order. A request takes the oldest fault that matches it, at most one; a fault is used up after
 * {@link Fault#times(int) as many requests as it says}, mostly one.
 *
 * <p>Safe to share between threads.
 */
public final class Faults {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Pending> queue = new ArrayList<>();

    private static final class Pending {
        private final Fault fault;
        private int left;

        Pending(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    Faults() {}

    /**
     * Puts faults at the end of the queue.
     *
     * @param faults the faults, in the order in which they are to happen
     */
    public void next(Fault... faults) {
        lock.lock();
        try {
            for (Fault fault : faults) {
                queue.add(new Pending(Objects.requireNonNull(fault, "fault")));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts the faults that are still to happen, each as often as it is to happen.
     *
     * @return the count
     */
    public int pending() {
        lock.lock();
        try {
            return queue.stream().mapToInt(pending -> pending.left).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Drops the faults that have not happened yet. */
    public void clear() {
        lock.lock();
        try {
            queue.clear();
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    FaultPlan take(String method, String path) {
        lock.lock();
        try {
            for (Pending pending : queue) {
                if (pending.fault.matches(method, path)) {
                    pending.left--;
                    queue.removeIf(entry -> entry.left == 0);
                    return pending.fault.plan();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }
}
