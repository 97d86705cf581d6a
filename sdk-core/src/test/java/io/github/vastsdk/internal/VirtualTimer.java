package io.github.vastsdk.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A timer whose time moves only when a test moves it. Tasks run on the thread that does. */
public final class VirtualTimer implements Timer {
    private static final long PATIENCE_SECONDS = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.comparingLong((Task<?> task) -> task.due).thenComparingLong(task -> task.number));
    private long now = 1_000_000_000_000L;
    private long numbers;

    @Override
    public long nanos() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Callable<?> task, Duration delay) {
        lock.lock();
        try {
            Task<?> scheduled = new Task<>(task, now + Math.max(0, delay.toNanos()), numbers++);
            tasks.add(scheduled);
            changed.signalAll();
            return scheduled;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            tasks.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Moves time on and runs what falls due, in order. */
    public void advance(Duration by) {
        long until = nanos() + by.toNanos();
        while (runNext(until)) {
            // each task may schedule others
        }
        lock.lock();
        try {
            now = Math.max(now, until);
        } finally {
            lock.unlock();
        }
    }

    /** Moves time to the next task and runs it; false if there is none. */
    public boolean runNext() {
        return runNext(Long.MAX_VALUE);
    }

    /** Returns how many tasks wait that were not cancelled. */
    public long waiting() {
        lock.lock();
        try {
            return tasks.stream().filter(task -> !task.isCancelled()).count();
        } finally {
            lock.unlock();
        }
    }

    /** Waits, in real time, until no task waits that was not cancelled. */
    public void awaitIdle() {
        long begun = System.nanoTime();
        while (waiting() > 0) {
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new AssertionError(waiting() + " tasks wait");
            }
            Thread.onSpinWait();
        }
    }

    /** Waits, in real time, until some task is due within a virtual time from now. */
    public void awaitDueWithin(Duration virtual) throws InterruptedException {
        awaitDueBetween(Duration.ofNanos(-1), virtual);
    }

    /** Waits, in real time, until some task is due after one virtual time from now, and not after another. */
    public void awaitDueBetween(Duration after, Duration virtual) throws InterruptedException {
        long patience = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (tasks.stream()
                    .noneMatch(task -> !task.isCancelled()
                            && task.due > now + after.toNanos()
                            && task.due <= now + virtual.toNanos())) {
                patience = changed.awaitNanos(patience);
                if (patience <= 0) {
                    throw new AssertionError("nothing became due");
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves time from task to task, as long as the next one is due within a horizon, until a result is there. Tasks
     * beyond the horizon, such as the limits of attempts that are under way, do not run.
     */
    public <T> T runUntil(CompletableFuture<T> result, Duration horizon) throws InterruptedException {
        CompletableFuture<T> unused = result.whenComplete((value, failure) -> signal());
        while (!result.isDone()) {
            if (!runNext(nanos() + horizon.toNanos())) {
                awaitChange(result, horizon);
            }
        }
        return result.join();
    }

    private void awaitChange(CompletableFuture<?> result, Duration horizon) throws InterruptedException {
        long patience = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (!result.isDone() && noneDueBy(now + horizon.toNanos())) {
                patience = changed.awaitNanos(patience);
                if (patience <= 0) {
                    throw new AssertionError("nothing became due");
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean noneDueBy(long until) {
        return tasks.stream().noneMatch(task -> !task.isCancelled() && task.due <= until);
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean runNext(long until) {
        Task<?> next;
        lock.lock();
        try {
            while (!tasks.isEmpty() && tasks.peek().isCancelled()) {
                tasks.remove();
            }
            if (tasks.isEmpty() || tasks.peek().due > until) {
                return false;
            }
            next = tasks.remove();
            now = Math.max(now, next.due);
        } finally {
            lock.unlock();
        }
        next.run();
        return true;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long due;
        private final long number;

        Task(Callable<V> task, long due, long number) {
            super(task);
            this.due = due;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
