package io.github.vastsdk.internal.watch;

import io.github.vastsdk.Page;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.RentedInstance;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the poll needs of a service. The futures fail with the failure itself, and cancelling them ends the call.
 *
 * @param <I> a row of its list
 */
public interface Provider<I extends RentedInstance> {
    /** Names the request for the list in messages. */
    String listing();

    /** Tells how many instances one request can ask for. */
    int batch();

    /**
     * Reads one page of the list, without repeating the request.
     *
     * @param ids the instances that must not be left out, as many as {@link #batch()} at most
     * @param token the token of the page before; null for the first page
     */
    CompletableFuture<Page<I>> page(List<String> ids, @Nullable String token);

    /** Tells whether the service says that it is destroying the instance, so that to ask for it again is no use. */
    boolean isBeingDestroyed(I seen);

    /** Prepares to destroy an instance; the request goes out, once each, when the result is asked. */
    Supplier<CompletableFuture<Ack>> destroy(String id);

    /**
     * Puts instances into the order in which to ask for their destruction. Never fails.
     *
     * @param ids at least two ids
     */
    default CompletableFuture<List<String>> orderOfDestruction(List<String> ids) {
        return CompletableFuture.completedFuture(ids);
    }

    /** What holds for waits unless the caller says otherwise. */
    WaitSettings defaults();
}
