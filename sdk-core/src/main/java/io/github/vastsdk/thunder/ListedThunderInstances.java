package io.github.vastsdk.thunder;

import io.github.vastsdk.Call;
import io.github.vastsdk.Listing;
import io.github.vastsdk.model.Ack;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The instances as waiters see them. */
record ListedThunderInstances(ThunderInstances instances) implements ThunderListAccess {
    @Override
    public CompletableFuture<Listing<ThunderInstance>> list() {
        return instances.list().retries(0).executeAsync(); // the poll comes again by itself
    }

    @Override
    public Supplier<CompletableFuture<Ack>> destroy(String uuid) {
        // Repeated by itself, for only the call tells an index that moved from an instance that is gone.
        Call<Ack> call = instances.delete(uuid);
        return call::executeAsync;
    }
}
