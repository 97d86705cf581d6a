package io.github.vastsdk.internal.watch;

import io.github.vastsdk.Listing;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.launch.InstanceWaiter;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A waiter on the poll that all waiters of a client share. */
public final class PolledWaiter implements InstanceWaiter {
    private final Poller poller;
    private final InstanceAccess access;
    private final WaitSettings settings;

    private PolledWaiter(Poller poller, InstanceAccess access, WaitSettings settings) {
        this.poller = poller;
        this.access = access;
        this.settings = settings;
    }

    /**
     * Makes the first waiter of a client, and the poll.
     *
     * @param atClose takes what to do when the client closes
     */
    public static InstanceWaiter of(Timer timer, InstanceAccess access, Consumer<Runnable> atClose) {
        return of(timer, access, ownThreads(), atClose);
    }

    /** As many as are busy: in the common pool a few callers' listeners that block would hold up all other waits. */
    private static Executor ownThreads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "vast-sdk-wait");
            thread.setDaemon(true);
            return thread;
        });
    }

    static PolledWaiter of(Timer timer, InstanceAccess access, Executor executor, Consumer<Runnable> atClose) {
        Poller poller = new Poller(timer, access, executor);
        atClose.accept(poller::close);
        return new PolledWaiter(poller, access, WaitSettings.DEFAULT);
    }

    private InstanceWaiter with(WaitSettings changed) {
        return new PolledWaiter(poller, access, changed);
    }

    @Override
    public InstanceWaiter timeout(Duration limit) {
        return with(settings.withTimeout(limit));
    }

    @Override
    public InstanceWaiter limit(InstancePhase phase, Duration limit) {
        return with(settings.withLimit(phase, limit));
    }

    @Override
    public InstanceWaiter grace(Duration duration) {
        return with(settings.withGrace(duration));
    }

    @Override
    public InstanceWaiter tolerateOutage(Duration duration) {
        return with(settings.withOutage(duration));
    }

    @Override
    public InstanceWaiter pollInterval(Duration interval) {
        return with(settings.withInterval(interval));
    }

    @Override
    public InstanceWaiter onProgress(Consumer<WaitProgress> listener) {
        return with(settings.withListener(listener));
    }

    @Override
    public Wait<Instance> untilRunning(long instanceId) {
        return one(instanceId, Target.RUNNING, Objects::requireNonNull);
    }

    @Override
    public Wait<Listing<Instance>> untilRunning(Collection<Long> instanceIds) {
        return several(instanceIds, Target.RUNNING, seen -> seen);
    }

    @Override
    public Wait<Instance> untilStopped(long instanceId) {
        return one(instanceId, Target.STOPPED, Objects::requireNonNull);
    }

    @Override
    public Wait<Listing<Instance>> untilStopped(Collection<Long> instanceIds) {
        return several(instanceIds, Target.STOPPED, seen -> seen);
    }

    @Override
    public Wait<@Nullable Void> untilGone(long instanceId) {
        return one(instanceId, Target.GONE, seen -> null);
    }

    @Override
    public Wait<@Nullable Void> untilGone(Collection<Long> instanceIds) {
        return several(instanceIds, Target.GONE, seen -> null);
    }

    @Override
    public Wait<@Nullable Void> destroyAndVerify(long instanceId) {
        Supplier<CompletableFuture<@Nullable Instance>> destruction = destruction(instanceId);
        return new WaitCall<>(
                destroying(List.of(instanceId)), Sent.MAYBE, () -> Group.map(destruction.get(), seen -> null));
    }

    @Override
    public Wait<@Nullable Void> destroyAndVerify(Collection<Long> instanceIds) {
        List<Long> ids = distinct(instanceIds);
        String label = destroying(ids);
        List<Supplier<CompletableFuture<@Nullable Instance>>> destructions =
                ids.stream().map(this::destruction).toList();
        return new WaitCall<>(label, Sent.MAYBE, () -> {
            poller.requireOpen();
            return Group.destroyed(
                    label, destructions.stream().map(Supplier::get).toList());
        });
    }

    private Supplier<CompletableFuture<@Nullable Instance>> destruction(long instanceId) {
        Supplier<CompletableFuture<Ack>> delete = access.destroy(Args.id(instanceId, "instanceId"));
        String label = destroying(List.of(instanceId));
        return () -> new Destruction(poller, label, instanceId, settings, delete).start();
    }

    private static String destroying(List<Long> ids) {
        return "destroy and verify " + named(ids);
    }

    private <R extends @Nullable Object> Wait<R> one(
            long instanceId, Target target, Function<@Nullable Instance, R> result) {
        List<Long> ids = List.of(Args.id(instanceId, "instanceId"));
        return new WaitCall<>(waiting(ids, target), Sent.NO, () -> Group.map(start(instanceId, target), result));
    }

    private <R extends @Nullable Object> Wait<R> several(
            Collection<Long> instanceIds, Target target, Function<Listing<Instance>, R> result) {
        List<Long> ids = distinct(instanceIds);
        return new WaitCall<>(waiting(ids, target), Sent.NO, () -> {
            poller.requireOpen();
            return Group.map(Group.all(ids.stream().map(id -> start(id, target)).toList()), result);
        });
    }

    private CompletableFuture<@Nullable Instance> start(long instanceId, Target target) {
        return new Watch(poller, waiting(List.of(instanceId), target), instanceId, target, settings).start();
    }

    private static String waiting(List<Long> ids, Target target) {
        return "wait until " + named(ids) + (ids.size() == 1 ? " is " : " are ") + target;
    }

    private static String named(List<Long> ids) {
        return ids.size() == 1 ? "instance " + ids.get(0) : "instances " + ids;
    }

    private static List<Long> distinct(Collection<Long> instanceIds) {
        return instanceIds.stream()
                .map(id -> Args.id(id, "instanceId"))
                .distinct()
                .toList();
    }
}
