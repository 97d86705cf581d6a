package io.github.vastsdk.cloud;

import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.launch.WaitOptions;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The waiter of one service.
 *
 * @param waiter the waiter of its client
 * @param ready what waits until an instance is ready
 * @param destroy what destroys an instance
 * @param <W> the type of that waiter
 */
record AdaptedWaiter<W extends WaitOptions<W>>(
        W waiter,
        BiFunction<W, String, Wait<? extends RentedInstance>> ready,
        BiFunction<W, String, Wait<@Nullable Void>> destroy)
        implements CloudWaiter {
    private CloudWaiter with(W changed) {
        return new AdaptedWaiter<>(changed, ready, destroy);
    }

    @Override
    public CloudWaiter timeout(Duration limit) {
        return with(waiter.timeout(limit));
    }

    @Override
    public CloudWaiter limit(InstancePhase phase, Duration limit) {
        return with(waiter.limit(phase, limit));
    }

    @Override
    public CloudWaiter grace(Duration duration) {
        return with(waiter.grace(duration));
    }

    @Override
    public CloudWaiter tolerateOutage(Duration duration) {
        return with(waiter.tolerateOutage(duration));
    }

    @Override
    public CloudWaiter pollInterval(Duration interval) {
        return with(waiter.pollInterval(interval));
    }

    @Override
    public CloudWaiter onProgress(Consumer<WaitProgress> listener) {
        return with(waiter.onProgress(listener));
    }

    /** A wait only hands out what it is of, and nobody else holds its future: one of a subtype is one of the type. */
    @Override
    @SuppressWarnings("unchecked")
    public Wait<RentedInstance> untilReady(String instanceId) {
        return (Wait<RentedInstance>) ready.apply(waiter, instanceId);
    }

    @Override
    public Wait<@Nullable Void> destroyAndVerify(String instanceId) {
        return destroy.apply(waiter, instanceId);
    }
}
