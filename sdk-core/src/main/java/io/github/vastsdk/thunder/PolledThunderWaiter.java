package io.github.vastsdk.thunder;

import io.github.vastsdk.Listing;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.internal.watch.PolledWaiter;
import io.github.vastsdk.internal.watch.Poller;
import io.github.vastsdk.internal.watch.WaitSettings;
import io.github.vastsdk.launch.Wait;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The waiter for instances of Thunder Compute. */
final class PolledThunderWaiter extends PolledWaiter<ThunderInstance, ThunderWaiter> implements ThunderWaiter {
    private PolledThunderWaiter(Poller<ThunderInstance> poller, WaitSettings settings) {
        super(poller, settings);
    }

    /**
     * Makes the first waiter of a client, and the poll.
     *
     * @param atClose takes what to do when the client closes
     */
    static ThunderWaiter of(Timer timer, ThunderListAccess access, Consumer<Runnable> atClose) {
        return of(timer, access, Poller.ownThreads(), atClose);
    }

    /**
     * Does the same.
     *
     * @param executor runs what callers hang on waits
     */
    static ThunderWaiter of(Timer timer, ThunderListAccess access, Executor executor, Consumer<Runnable> atClose) {
        ThunderProvider provider = new ThunderProvider(access);
        return new PolledThunderWaiter(Poller.of(timer, provider, executor, atClose), provider.defaults());
    }

    @Override
    protected ThunderWaiter with(Poller<ThunderInstance> samePoller, WaitSettings changed) {
        return new PolledThunderWaiter(samePoller, changed);
    }

    @Override
    public Wait<ThunderInstance> untilRunning(String uuid) {
        return until(checked(uuid), ThunderRunning.RUNNING);
    }

    @Override
    public Wait<Listing<ThunderInstance>> untilRunning(Collection<String> uuids) {
        return until(checked(uuids), ThunderRunning.RUNNING);
    }

    @Override
    public Wait<@Nullable Void> untilGone(String uuid) {
        return untilAbsent(checked(uuid));
    }

    @Override
    public Wait<@Nullable Void> untilGone(Collection<String> uuids) {
        return untilAbsent(checked(uuids));
    }

    @Override
    public Wait<@Nullable Void> destroyAndVerify(String uuid) {
        return destruction(checked(uuid));
    }

    @Override
    public Wait<@Nullable Void> destroyAndVerify(Collection<String> uuids) {
        return destruction(checked(uuids));
    }

    private static String checked(String uuid) {
        return Args.notBlank(uuid, "uuid");
    }

    private static List<String> checked(Collection<String> uuids) {
        return uuids.stream().map(PolledThunderWaiter::checked).toList();
    }
}
