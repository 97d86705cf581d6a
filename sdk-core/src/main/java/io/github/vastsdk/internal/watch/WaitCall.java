package io.github.vastsdk.internal.watch;

import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.internal.Waiting;
import io.github.vastsdk.launch.Wait;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wait that can be started any number of times.
 *
 * @param label names it in messages
 * @param interrupted whether it may have changed something when it is interrupted
 * @param starter starts it; cancelling what it gives ends the wait
 * @param <T> what is there in the end
 */
record WaitCall<T extends @Nullable Object>(String label, Sent interrupted, Supplier<CompletableFuture<T>> starter)
        implements Wait<T> {
    @CanIgnoreReturnValue
    @Override
    public T execute() {
        return Waiting.forAnswer(executeAsync(), label, interrupted);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return starter.get();
    }

    /** Says what would be waited for. */
    @Override
    public String toString() {
        return "Wait[" + label + "] (not started; call .execute())";
    }
}
