package io.github.vastsdk.thunder;

import io.github.vastsdk.Listing;
import io.github.vastsdk.Page;
import io.github.vastsdk.internal.CancellableFuture;
import io.github.vastsdk.internal.watch.Provider;
import io.github.vastsdk.internal.watch.WaitSettings;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Thunder Compute as waits see it: one request reads the whole list, and so serves every wait. */
record ThunderProvider(ThunderListAccess access) implements Provider<ThunderInstance> {
    @Override
    public String listing() {
        return "GET /v1/instances/list";
    }

    @Override
    public int batch() {
        return Integer.MAX_VALUE;
    }

    @Override
    public CompletableFuture<Page<ThunderInstance>> page(List<String> ids, @Nullable String token) {
        return CancellableFuture.map(access.list(), rows -> Page.of(rows, null, null));
    }

    @Override
    public boolean isBeingDestroyed(ThunderInstance seen) {
        return seen.status() == ThunderStatus.Known.DELETING;
    }

    @Override
    public Supplier<CompletableFuture<Ack>> destroy(String id) {
        return access.destroy(id);
    }

    /**
     * From the last in the list to the first: when one goes, those behind it move up, and would have to wait for that. If
     * the list cannot be read, the order is as good as any.
     */
    @Override
    public CompletableFuture<List<String>> orderOfDestruction(List<String> ids) {
        CompletableFuture<Listing<ThunderInstance>> list = access.list();
        CancellableFuture<List<String>> order = new CancellableFuture<>(() -> list.cancel(true));
        order.follow(list.handle((rows, failure) -> rows == null ? ids : fromTheLast(rows, ids)));
        return order;
    }

    private static List<String> fromTheLast(Listing<ThunderInstance> rows, List<String> ids) {
        List<String> order = new ArrayList<>(ids);
        order.sort(Comparator.comparingInt((String id) -> place(rows, id)).reversed());
        return order;
    }

    private static int place(Listing<ThunderInstance> rows, String id) {
        int place = rows.size() - 1;
        while (place >= 0 && !rows.get(place).isCalled(id)) {
            place--;
        }
        return place;
    }

    @Override
    public WaitSettings defaults() {
        return new WaitSettings(
                Duration.ofMinutes(15),
                Map.of(InstancePhase.UNLISTED, Duration.ofSeconds(60)),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                List.of());
    }
}
