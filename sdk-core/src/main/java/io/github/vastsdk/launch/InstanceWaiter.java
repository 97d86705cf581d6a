package io.github.vastsdk.launch;

import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for instances:
 *
 * <pre>{@code
 * Instance ready = vast.instances().waiter().timeout(Duration.ofMinutes(10)).untilRunning(id).execute();
 * }</pre>
 *
 * <p>All waits of a client share one poll of {@code GET /api/v1/instances/}: a request asks for up to 25 instances, and
 * at least a second lies between requests, however many instances are waited for. The poll starts with the first wait,
 * ends with the last, and never keeps the JVM alive.
 *
 * <p>A state from which an instance does not get to the target by itself ends the wait at once with an
 * {@link InstanceFailedException}. Since the service goes on reporting the state before a start for a while, such a state
 * must last for {@link #grace} if the instance was not seen on its way before. A wait changes nothing: an instance that
 * failed stays rented until it is destroyed.
 *
 * <p>Waiters are immutable and safe to share; the methods that set an option return a changed copy.
 */
@CheckReturnValue
public interface InstanceWaiter {
    /**
     * Limits the whole wait. Default: 15 minutes.
     *
     * @param limit a positive duration
     * @return the changed waiter
     */
    InstanceWaiter timeout(Duration limit);

    /**
     * Limits the time without a break in one phase. It is checked at each look at the list, and so may be passed by one
     * poll interval. Defaults: 60 seconds for {@link InstancePhase#UNLISTED}, 2 minutes for
     * {@link InstancePhase#SCHEDULING}, 3 minutes for {@link InstancePhase#NO_HEARTBEAT}, none for the others.
     *
     * <p>The limit of {@code UNLISTED} is how long an instance that was never listed during the wait must be missing until
     * it counts as gone, for the list may not hold a new instance yet. After the limit of {@code NO_HEARTBEAT} the host
     * counts as lost.
     *
     * @param phase the phase
     * @param limit a positive duration
     * @return the changed waiter
     */
    InstanceWaiter limit(InstancePhase phase, Duration limit);

    /**
     * Sets how long a state that fails the wait must last, if the instance was not seen on its way before. Default: 30
     * seconds.
     *
     * @param duration zero to believe the first look and what the service says there, as is right for an instance that
     *     was just created
     * @return the changed waiter
     */
    InstanceWaiter grace(Duration duration);

    /**
     * Sets for how long without a break the list may be unreadable: rate limits, 5xx, lost connections, answers that make
     * no sense. Other failures, those about the key first of all, end every wait at once. Default: 5 minutes.
     *
     * @param duration zero to tolerate nothing
     * @return the changed waiter
     */
    InstanceWaiter tolerateOutage(Duration duration);

    /**
     * Sets how often to look at the instance. Default: 10 seconds.
     *
     * @param interval at least one second
     * @return the changed waiter
     */
    InstanceWaiter pollInterval(Duration interval);

    /**
     * Adds a listener that hears of each look at each waited instance, unless that look ends the wait. The events of one
     * wait come one after the other. A listener that is slow delays no other wait; an exception that it throws is logged
     * and changes nothing.
     *
     * @param listener told what was seen
     * @return the changed waiter
     */
    InstanceWaiter onProgress(Consumer<WaitProgress> listener);

    /**
     * Waits until an instance runs, as {@link Instance#isReady()} says. SSH may need a moment longer. After a reboot the
     * service still reports the state before it for a while, and that is running, too.
     *
     * <p>Fails if the container exits, the instance is stopped, paused, interrupted or gone, the host goes offline, or the
     * service says that the image or the container cannot be started.
     *
     * @param instanceId the id of the instance; not of the offer it came from
     * @return the wait for the running instance
     * @see InstanceFailedException
     * @see WaitTimedOutException
     */
    Wait<Instance> untilRunning(long instanceId);

    /**
     * Waits until all of several instances run. The first that fails ends the wait for all, with its own exception; to
     * treat each one separately, make a wait for each: that costs no more requests.
     *
     * @param instanceIds the ids of the instances; an empty collection sends nothing
     * @return the wait for the running instances, in the order of the ids
     * @see #untilRunning(long)
     */
    Wait<Listing<Instance>> untilRunning(Collection<Long> instanceIds);

    /**
     * Waits until an instance is stopped because that is wanted. An instance whose container merely died, or that waits
     * for its bid to win again, is not.
     *
     * <p>Fails if the instance is gone or its host goes offline.
     *
     * @param instanceId the id of the instance
     * @return the wait for the stopped instance, whose storage still costs money
     * @see InstanceFailedException
     * @see WaitTimedOutException
     */
    Wait<Instance> untilStopped(long instanceId);

    /**
     * Waits until all of several instances are stopped. The first that fails ends the wait for all.
     *
     * @param instanceIds the ids of the instances; an empty collection sends nothing
     * @return the wait for the stopped instances, in the order of the ids
     * @see #untilStopped(long)
     */
    Wait<Listing<Instance>> untilStopped(Collection<Long> instanceIds);

    /**
     * Waits until an instance is gone, without destroying it. It counts as gone if two successful reads of the list in
     * succession, at least 5 seconds apart, do not hold it. If it was never listed during the wait, that must last for
     * the limit of {@link InstancePhase#UNLISTED}. A failed read never counts, nor does a list that is shorter than the
     * service says. Whether the key may see the instance cannot be told: to a key of somebody else it is gone.
     *
     * @param instanceId the id of the instance
     * @return the wait
     * @see WaitTimedOutException
     */
    Wait<@Nullable Void> untilGone(long instanceId);

    /**
     * Waits until all of several instances are gone.
     *
     * @param instanceIds the ids of the instances; an empty collection sends nothing
     * @return the wait; its first failure ends it
     * @see #untilGone(long)
     */
    Wait<@Nullable Void> untilGone(Collection<Long> instanceIds);

    /**
     * Destroys an instance and all data on it, and waits until it is gone as {@link #untilGone(long)} defines it.
     * <strong>This cannot be undone.</strong>
     *
     * <p>{@code DELETE /api/v0/instances/{id}/}, again (at most five times) if its answer was lost, if the instance comes
     * back, or if it is still listed a minute later. That there is no such instance is no failure, but it is verified.
     *
     * <p>Every other end, a refused key included, is a {@link DestroyUnverifiedException}: the instance may still exist
     * and cost money. So it may when the waiting thread was interrupted or the future cancelled, which end the wait as
     * they end every other.
     *
     * @param instanceId the id of the instance; not of the offer it came from, nor of the machine
     * @return the wait
     * @see DestroyUnverifiedException
     */
    Wait<@Nullable Void> destroyAndVerify(long instanceId);

    /**
     * Destroys several instances as {@link #destroyAndVerify(long)} does, each to its own end. One exception names all
     * that may still exist. The service takes about one DELETE in 3 seconds.
     *
     * @param instanceIds the ids of the instances; an empty collection sends nothing
     * @return the wait
     * @see DestroyUnverifiedException
     */
    Wait<@Nullable Void> destroyAndVerify(Collection<Long> instanceIds);
}
