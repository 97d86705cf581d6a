package io.github.vastsdk.launch;

import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import java.util.Collection;
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
 * <p>Defaults: {@link #timeout} 15 minutes; {@link #limit} 60 seconds for {@link InstancePhase#UNLISTED}, 2 minutes for
 * {@link InstancePhase#SCHEDULING}, 3 minutes for {@link InstancePhase#NO_HEARTBEAT}, after which the host counts as lost,
 * none for the others; {@link #grace} 30 seconds; {@link #tolerateOutage} 5 minutes; {@link #pollInterval} 10 seconds.
 */
@CheckReturnValue
public interface InstanceWaiter extends WaitOptions<InstanceWaiter> {
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
