package io.github.vastsdk.internal.watch.vast;

import io.github.vastsdk.Page;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Instance;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the poll needs of Vast.ai. The futures fail with the failure itself, and cancelling them ends the call. */
public interface InstanceAccess {
    /**
     * Reads one page of the list of some instances, without repeating the request.
     *
     * @param ids at most 25
     * @param token the token of the page before; null for the first page
     */
    CompletableFuture<Page<Instance>> page(List<Long> ids, @Nullable String token);

    /** Prepares to destroy an instance; the request goes out, once each, when the result is asked. */
    Supplier<CompletableFuture<Ack>> destroy(long id);
}
