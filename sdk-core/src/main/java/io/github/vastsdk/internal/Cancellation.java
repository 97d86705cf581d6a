package io.github.vastsdk.internal;

import io.github.vastsdk.Call;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** What must be stopped when an execution is given up: always the step that is under way. */
final class Cancellation {
    private final ReentrantLock lock = new ReentrantLock();
    private Runnable step = () -> {};
    private boolean cancelled;

    /** Sets the step under way; when the execution is given up already, the step is stopped at once. */
    void set(Runnable stop) {
        boolean late;
        lock.lock();
        try {
            late = cancelled;
            step = stop;
        } finally {
            lock.unlock();
        }
        if (late) {
            stop.run();
        }
    }

    /** Executes a call as the step under way; not if the execution is given up already. */
    <T> CompletableFuture<T> step(Call<T> call) {
        if (isCancelled()) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        CompletableFuture<T> running = call.executeAsync();
        set(() -> running.cancel(true));
        return running;
    }

    /** Stops the step under way and every later one. */
    void cancel() {
        Runnable stop;
        lock.lock();
        try {
            cancelled = true;
            stop = step;
            step = () -> {};
        } finally {
            lock.unlock();
        }
        // Not under the lock: stopping a step completes futures, and those run what depends on them.
        stop.run();
    }

    boolean isCancelled() {
        lock.lock();
        try {
            return cancelled;
        } finally {
            lock.unlock();
        }
    }
}
