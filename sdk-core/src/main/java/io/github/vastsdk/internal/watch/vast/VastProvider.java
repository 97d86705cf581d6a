package io.github.vastsdk.internal.watch.vast;

import io.github.vastsdk.Page;
import io.github.vastsdk.internal.watch.Provider;
import io.github.vastsdk.internal.watch.WaitSettings;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Vast.ai: a list in pages, of the instances that are asked for. */
record VastProvider(InstanceAccess access) implements Provider<Instance> {
    private static final int PAGE = 25;

    @Override
    public String listing() {
        return "GET /api/v1/instances/";
    }

    @Override
    public int batch() {
        return PAGE;
    }

    @Override
    public CompletableFuture<Page<Instance>> page(List<String> ids, @Nullable String token) {
        return access.page(ids.stream().map(Long::valueOf).sorted().toList(), token);
    }

    /** Its states do not tell, for it goes on listing the one from before. */
    @Override
    public boolean isBeingDestroyed(Instance seen) {
        return false;
    }

    @Override
    public Supplier<CompletableFuture<Ack>> destroy(String id) {
        return access.destroy(Long.parseLong(id));
    }

    @Override
    public WaitSettings defaults() {
        return new WaitSettings(
                Duration.ofMinutes(15),
                Map.of(
                        InstancePhase.UNLISTED, Duration.ofSeconds(60),
                        InstancePhase.SCHEDULING, Duration.ofMinutes(2),
                        InstancePhase.NO_HEARTBEAT, Duration.ofMinutes(3)),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                List.of());
    }
}
