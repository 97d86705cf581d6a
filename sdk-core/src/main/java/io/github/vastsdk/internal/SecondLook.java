package io.github.vastsdk.internal;

import io.github.vastsdk.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    public CompletableFuture<Optional<R>> of(Reply<T> reply, Execution execution) {
        Optional<R> found = search.apply(reply.value());
        return found.isPresent()
                ? CompletableFuture.completedFuture(found)
                : execution
                        .pause(CONFIRMATION)
                        .thenCompose(passed -> again(execution))
                        .thenApply(search);
    }

    private CompletableFuture<T> again(Execution execution) {
        CompletableFuture<T> running =
                execution.transport().call(list, execution.options()).executeAsync();
        execution.step(() -> running.cancel(true));
        return running;
    }
}
