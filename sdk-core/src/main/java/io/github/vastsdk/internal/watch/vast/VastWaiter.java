package io.github.vastsdk.internal.watch.vast;

import io.github.vastsdk.Listing;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.internal.watch.PolledWaiter;
import io.github.vastsdk.internal.watch.Poller;
import io.github.vastsdk.internal.watch.WaitSettings;
import io.github.vastsdk.launch.InstanceWaiter;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Instance;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The waiter for instances of Vast.ai. */
public final class VastWaiter extends PolledWaiter<Instance, InstanceWaiter> implements InstanceWaiter {
    private VastWaiter(Poller<Instance> poller, WaitSettings settings) {
        super(poller, settings);
    }

    /**
     * Makes the first waiter of a client, and the poll.
     *
     * @param atClose takes what to do when the client closes
     */
    public static InstanceWaiter of(Timer timer, InstanceAccess access, Consumer<Runnable> atClose) {
        return of(timer, access, Poller.ownThreads(), atClose);
    }

    /**
     * Does the same.
     *
     * @param executor runs what callers hang on waits
     */
    public static InstanceWaiter of(Timer timer, InstanceAccess access, Executor executor, Consumer<Runnable> atClose) {
        VastProvider provider = new VastProvider(access);
        return new VastWaiter(Poller.of(timer, provider, executor, atClose), provider.defaults());
    }

    @Override
    protected InstanceWaiter with(Poller<Instance> poller, WaitSettings settings) {
        return new VastWaiter(poller, settings);
    }

    @Override
    public Wait<Instance> untilRunning(long instanceId) {
        return until(text(instanceId), VastTarget.RUNNING);
    }

    @Override
    public Wait<Listing<Instance>> untilRunning(Collection<Long> instanceIds) {
        return until(texts(instanceIds), VastTarget.RUNNING);
    }

    @Override
    public Wait<Instance> untilStopped(long instanceId) {
        return until(text(instanceId), VastTarget.STOPPED);
    }

    @Override
    public Wait<Listing<Instance>> untilStopped(Collection<Long> instanceIds) {
        return until(texts(instanceIds), VastTarget.STOPPED);
    }

    @Override
    public Wait<@Nullable Void> untilGone(long instanceId) {
        return untilAbsent(text(instanceId));
    }

    @Override
    public Wait<@Nullable Void> untilGone(Collection<Long> instanceIds) {
        return untilAbsent(texts(instanceIds));
    }

    @Override
    public Wait<@Nullable Void> destroyAndVerify(long instanceId) {
        return destruction(text(instanceId));
    }

    @Override
    public Wait<@Nullable Void> destroyAndVerify(Collection<Long> instanceIds) {
        return destruction(texts(instanceIds));
    }

    private static String text(long instanceId) {
        return Long.toString(Args.id(instanceId, "instanceId"));
    }

    private static List<String> texts(Collection<Long> instanceIds) {
        return instanceIds.stream().map(VastWaiter::text).toList();
    }
}
