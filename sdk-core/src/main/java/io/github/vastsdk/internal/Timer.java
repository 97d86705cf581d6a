package io.github.vastsdk.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock and alarm of a client. Everything that waits goes through it, so that tests can move time by hand. */
public interface Timer {
    /** Returns a monotonic reading in nanoseconds. */
    long nanos();

    /** Runs a task after a delay. Tasks must not block: all of a client's waits share one thread. */
    ScheduledFuture<?> schedule(Callable<?> task, Duration delay);

    /** Stops the timer; tasks that wait are dropped. */
    void stop();

    /** Runs a task after a delay. */
    default ScheduledFuture<?> schedule(Runnable task, Duration delay) {
        return schedule(
                () -> {
                    task.run();
                    return null;
                },
                delay);
    }

    /** Runs a task after a delay that nobody will cut short. */
    @SuppressWarnings("FutureReturnValueIgnored") // the task reports its own failures
    default void later(Runnable task, Duration delay) {
        schedule(task, delay);
    }

    /** Makes the timer of real time. Its one thread is a daemon and starts with the first task. */
    static Timer system() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "vast-sdk-timer");
            thread.setDaemon(true);
            return thread;
        });
        // Attempt limits are nearly always cancelled long before they fire; without this they would pile up.
        executor.setRemoveOnCancelPolicy(true);
        return new Timer() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public ScheduledFuture<?> schedule(Callable<?> task, Duration delay) {
                return executor.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
            }

            @Override
            public void stop() {
                executor.shutdownNow();
            }
        };
    }
}
