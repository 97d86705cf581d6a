package io.github.vastsdk.internal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a caller holds: cancelling it ends the work behind it.
 *
 * @param <R> what the work results in
 */
public final class CancellableFuture<R extends @Nullable Object> extends CompletableFuture<R> {
    private final Runnable onCancel;

    /** Makes a future whose cancellation does something. */
    public CancellableFuture(Runnable onCancel) {
        this.onCancel = onCancel;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            onCancel.run();
        }
        return cancelled;
    }

    /** Ends as another future ends. */
    @SuppressWarnings("FutureReturnValueIgnored") // the outcome is passed on to this future
    public void follow(CompletableFuture<R> other) {
        other.whenComplete((value, failure) -> {
            if (failure == null) {
                complete(value);
            } else {
                completeExceptionally(Retries.unwrap(failure));
            }
        });
    }

    /** Stages that depend on this one are ordinary futures: cancelling them leaves the call alone. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
