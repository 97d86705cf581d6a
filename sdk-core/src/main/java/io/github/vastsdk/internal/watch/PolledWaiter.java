package io.github.vastsdk.internal.watch;

import io.github.vastsdk.Listing;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.internal.CancellableFuture;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.launch.WaitOptions;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A waiter on the poll that all waiters of a client share. Ids come checked.
 *
 * @param <I> what is waited for
 * @param <W> the waiter as callers know it
 */
public abstract class PolledWaiter<I extends RentedInstance, W extends WaitOptions<W>> implements WaitOptions<W> {
    private final Poller<I> poller;
    private final WaitSettings settings;

    /** Makes a waiter with these settings. */
    protected PolledWaiter(Poller<I> poller, WaitSettings settings) {
        this.poller = poller;
        this.settings = settings;
    }

    /** Makes another waiter of the same kind. */
    protected abstract W with(Poller<I> samePoller, WaitSettings changed);

    @Override
    public final W timeout(Duration limit) {
        return with(poller, settings.withTimeout(limit));
    }

    @Override
    public final W limit(InstancePhase phase, Duration limit) {
        return with(poller, settings.withLimit(phase, limit));
    }

    @Override
    public final W grace(Duration duration) {
        return with(poller, settings.withGrace(duration));
    }

    @Override
    public final W tolerateOutage(Duration duration) {
        return with(poller, settings.withOutage(duration));
    }

    @Override
    public final W pollInterval(Duration interval) {
        return with(poller, settings.withInterval(interval));
    }

    @Override
    public final W onProgress(Consumer<WaitProgress> listener) {
        return with(poller, settings.withListener(listener));
    }

    /** Waits until one instance is as it should be. */
    protected final Wait<I> until(String id, Target<I> target) {
        return one(id, target, Objects::requireNonNull);
    }

    /** Waits until all of several instances are as they should be. */
    protected final Wait<Listing<I>> until(List<String> ids, Target<I> target) {
        return several(ids, target, seen -> seen);
    }

    /** Waits until one instance is gone. */
    protected final Wait<@Nullable Void> untilAbsent(String id) {
        return one(id, Target.gone(), seen -> null);
    }

    /** Waits until all of several instances are gone. */
    protected final Wait<@Nullable Void> untilAbsent(List<String> ids) {
        return several(ids, Target.gone(), seen -> null);
    }

    /** Destroys one instance, and waits until it is gone. */
    protected final Wait<@Nullable Void> destruction(String id) {
        Supplier<CompletableFuture<@Nullable I>> destruction = destroying(id);
        return new WaitCall<>(
                destroy(List.of(id)), Sent.MAYBE, () -> CancellableFuture.map(destruction.get(), seen -> null));
    }

    /** Destroys several instances, each to its own end. */
    protected final Wait<@Nullable Void> destruction(List<String> instanceIds) {
        List<String> ids = instanceIds.stream().distinct().toList();
        String label = destroy(ids);
        Map<String, Supplier<CompletableFuture<@Nullable I>>> destructions = new LinkedHashMap<>();
        ids.forEach(id -> destructions.put(id, destroying(id)));
        return new WaitCall<>(label, Sent.MAYBE, () -> {
            poller.requireOpen();
            CompletableFuture<List<String>> order = ids.size() < 2
                    ? CompletableFuture.completedFuture(ids)
                    : poller.provider().orderOfDestruction(ids);
            return CancellableFuture.chain(
                    order,
                    sorted -> Group.destroyed(
                            label,
                            sorted.stream()
                                    .map(id -> Objects.requireNonNull(destructions.get(id))
                                            .get())
                                    .toList()));
        });
    }

    private Supplier<CompletableFuture<@Nullable I>> destroying(String id) {
        Supplier<CompletableFuture<Ack>> delete = poller.provider().destroy(id);
        String label = destroy(List.of(id));
        return () -> new Destruction<>(poller, label, id, settings, delete).start();
    }

    private static String destroy(List<String> ids) {
        return "destroy and verify " + named(ids);
    }

    private <R extends @Nullable Object> Wait<R> one(String id, Target<I> target, Function<@Nullable I, R> result) {
        return new WaitCall<>(
                waiting(List.of(id), target), Sent.NO, () -> CancellableFuture.map(start(id, target), result));
    }

    private <R extends @Nullable Object> Wait<R> several(
            List<String> instanceIds, Target<I> target, Function<Listing<I>, R> result) {
        List<String> ids = instanceIds.stream().distinct().toList();
        return new WaitCall<>(waiting(ids, target), Sent.NO, () -> {
            poller.requireOpen();
            return CancellableFuture.map(
                    Group.all(ids.stream()
                            .<CompletableFuture<@Nullable I>>map(id -> start(id, target))
                            .toList()),
                    result);
        });
    }

    private CompletableFuture<@Nullable I> start(String id, Target<I> target) {
        return new Watch<>(poller, waiting(List.of(id), target), id, target, settings).start();
    }

    private static String waiting(List<String> ids, Target<?> target) {
        return "wait until " + named(ids) + (ids.size() == 1 ? " is " : " are ") + target;
    }

    private static String named(List<String> ids) {
        return ids.size() == 1 ? "instance " + ids.get(0) : "instances " + ids;
    }
}
