package io.github.vastsdk;

import io.github.vastsdk.internal.watch.vast.InstanceAccess;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.request.FilterOp;
import io.github.vastsdk.request.ListInstances;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instances as waiters see them. */
final class ListedInstances implements InstanceAccess {
    private final Instances instances;

    ListedInstances(Instances instances) {
        this.instances = instances;
    }

    /** The poll itself comes again, so its requests do not. */
    @Override
    public CompletableFuture<Page<Instance>> page(List<Long> ids, @Nullable String token) {
        PagedCall<Instance> call = instances
                .list(request ->
                        request.where("id", FilterOp.IN, ids).orderBy("id").limit(ListInstances.MAX_LIMIT))
                .retries(0);
        return (token == null ? call : call.after(token)).executeAsync();
    }

    @Override
    public Supplier<CompletableFuture<Ack>> destroy(long id) {
        Call<Ack> call = instances.destroy(id);
        return call::executeAsync;
    }
}
