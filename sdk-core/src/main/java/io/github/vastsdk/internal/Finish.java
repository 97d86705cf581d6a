package io.github.vastsdk.internal;

import io.github.vastsdk.Reply;
import java.util.concurrent.CompletableFuture;

/**
 * What an execution does between a successful answer and its end.
 *
 * @param <T> what the operation reads
 * @param <R> what the caller gets of it
 */
@FunctionalInterface
interface Finish<T, R> {
    /** Makes the caller's value. */
    CompletableFuture<R> of(Reply<T> reply, Execution execution);

    /** Takes the value as it was read. */
    static <T> Finish<T, T> value() {
        return (reply, execution) -> CompletableFuture.completedFuture(reply.value());
    }

    /** Puts the value back into its reply. */
    default Finish<T, Reply<R>> withReply() {
        return (reply, execution) -> of(reply, execution).thenApply(value -> reply.map(read -> value));
    }
}
