package io.github.vastsdk.internal;

import io.github.vastsdk.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Function;

/**
 * Ends an execution that looks for one thing in a list. A list may lack for a moment what is there all the time, so that
 * only two lists in succession prove an absence.
 *
 * @param list reads the list again
 * @param search gives what is looked for, or nothing
 * @param <T> what the list is read as
 * @param <R> what is looked for
 */
record SecondLook<T, R>(Operation<T> list, Function<T, Optional<R>> search) implements Finish<T, Optional<R>> {
    /** How far the two lists must lie apart. */
    static final Duration CONFIRMATION = Duration.ofSeconds(5);

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the outcome is passed on to the future that is given
    public CompletableFuture<Optional<R>> of(Reply<T> reply, Execution execution) {
        Optional<R> found = search.apply(reply.value());
        if (found.isPresent()) {
            return CompletableFuture.completedFuture(found);
        }
        CompletableFuture<T> again = new CompletableFuture<>();
        ScheduledFuture<?> wait = execution.transport().timer().schedule(() -> read(execution, again), CONFIRMATION);
        execution.step(() -> wait.cancel(false));
        return again.thenApply(search);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the outcome is passed on to the future that is given
    private void read(Execution execution, CompletableFuture<T> outcome) {
        CompletableFuture<T> running;
        try {
            running = execution.transport().call(list, execution.options()).executeAsync();
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e); // such as: the client was closed in this moment
            return;
        }
        execution.step(() -> running.cancel(true));
        running.whenComplete((value, failure) -> {
            if (failure == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(Retries.unwrap(failure));
            }
        });
    }
}
