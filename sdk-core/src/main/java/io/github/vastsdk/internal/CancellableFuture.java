package io.github.vastsdk.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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

    /** Gives something else in the end; cancelling what this returns cancels the work. */
    public static <T extends @Nullable Object, R extends @Nullable Object> CompletableFuture<R> map(
            CompletableFuture<T> work, Function<T, R> change) {
        CancellableFuture<R> changed = new CancellableFuture<>(() -> work.cancel(true));
        changed.follow(work.thenApply(change));
        return changed;
    }

    /** Goes on with more work; cancelling what this returns cancels what is under way. */
    public static <T extends @Nullable Object, R extends @Nullable Object> CompletableFuture<R> chain(
            CompletableFuture<T> work, Function<T, CompletableFuture<R>> next) {
        Cancellation step = new Cancellation();
        CancellableFuture<R> end = new CancellableFuture<>(step::cancel);
        step.set(() -> work.cancel(true));
        end.follow(work.thenCompose(value -> {
            if (step.isCancelled()) {
                return CompletableFuture.failedFuture(new CancellationException());
            }
            CompletableFuture<R> more = next.apply(value);
            step.set(() -> more.cancel(true));
            return more;
        }));
        return end;
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
