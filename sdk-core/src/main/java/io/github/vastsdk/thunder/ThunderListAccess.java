package io.github.vastsdk.thunder;

import io.github.vastsdk.Listing;
import io.github.vastsdk.model.Ack;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What waits need of the service. The futures fail with the failure itself, and cancelling them ends the call. */
interface ThunderListAccess {
    /** Reads the whole list, without repeating the request. */
    CompletableFuture<Listing<ThunderInstance>> list();

    /** Prepares to delete an instance; the request goes out when the result is asked. */
    Supplier<CompletableFuture<Ack>> destroy(String uuid);
}
