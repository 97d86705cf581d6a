package io.github.vastsdk.thunder;

import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.launch.WaitOptions;
import io.github.vastsdk.model.InstancePhase;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Waits for instances of Thunder Compute, which are named by their uuid:
 *
 * <pre>{@code
 * ThunderInstance ready = thunder.instances().waiter().untilRunning(created.uuid()).execute();
 * }</pre>
 *
 * <p>All waits of a client share one poll of {@code GET /v1/instances/list}: each request shows every instance, and so
 * serves every wait. At least a second lies between two requests. The poll starts with the first wait, ends with the
 * last, and never keeps the JVM alive.
 *
 * <p>A status from which an instance does not get to the target by itself ends the wait with an
 * {@link InstanceFailedException}: at once if the instance was seen on its way before, otherwise if it lasts for
 * {@link #grace}. {@link ThunderStatus.Known#UNKNOWN}, and a status that this version does not know, may pass, and are
 * waited out. A wait changes nothing: an instance that failed costs money until it is deleted.
 *
 * <p>Defaults: {@link #timeout} 15 minutes, too little for a large snapshot, whose restoration takes about ten minutes
 * for each 100 GB; {@link #limit} 60 seconds for {@link InstancePhase#UNLISTED}, none for the others; {@link #grace}
 * 30 seconds; {@link #tolerateOutage} 5 minutes; {@link #pollInterval} 5 seconds.
 */
@CheckReturnValue
public interface ThunderWaiter extends WaitOptions<ThunderWaiter> {
    /**
     * Waits until an instance runs and has an address, as {@link ThunderInstance#isReady()} says. SSH may need a moment
     * longer. After a modification the list may show the state before it for a while, and that is running, too.
     *
     * <p>Fails if the instance stops, fails, is being deleted or is gone.
     *
     * @param uuid the uuid of the instance; not its index in the list
     * @return the wait for the running instance
     * @see InstanceFailedException
     * @see WaitTimedOutException
     */
    Wait<ThunderInstance> untilRunning(String uuid);

    /**
     * Waits until all of several instances run. The first that fails ends the wait for all, with its own exception; to
     * treat each one separately, make a wait for each: that costs no more requests.
     *
     * @param uuids the uuids of the instances; an empty collection sends nothing
     * @return the wait for the running instances, in the order of the uuids
     * @see #untilRunning(String)
     */
    Wait<Listing<ThunderInstance>> untilRunning(Collection<String> uuids);

    /**
     * Waits until an instance is gone, without deleting it. It counts as gone if two successful reads of the list in
     * succession, at least 5 seconds apart, do not hold it, for the list drops instances for a moment that exist. If it
     * was never listed during the wait, that must last for the limit of {@link InstancePhase#UNLISTED}. A failed read
     * never counts. Whether the token may see the instance cannot be told: to a token of somebody else it is gone.
     *
     * @param uuid the uuid of the instance; not its index in the list
     * @return the wait
     * @see WaitTimedOutException
     */
    Wait<@Nullable Void> untilGone(String uuid);

    /**
     * Waits until all of several instances are gone.
     *
     * @param uuids the uuids of the instances; an empty collection sends nothing
     * @return the wait; its first failure ends it
     * @see #untilGone(String)
     */
    Wait<@Nullable Void> untilGone(Collection<String> uuids);

    /**
     * Deletes an instance and all data on it, and waits until it is gone as {@link #untilGone(String)} defines it.
     * <strong>This cannot be undone.</strong>
     *
     * <p>{@link ThunderInstances#delete(String)} with its own repetitions, again (at most five times in all) if that ended
     * without an answer, if the instance comes back, or if it is still listed a minute later and not {@code DELETING}. That there is
     * no such instance is no failure, but it is verified. As with {@link ThunderInstances#delete(String)}, an index that
     * moves in the moment between the last look-up and the call cannot be told.
     *
     * <p>Every other end, a refused token included, is a {@link DestroyUnverifiedException}: the instance may still exist
     * and cost money. So it may when the waiting thread was interrupted or the future cancelled, which end the wait as
     * they end every other.
     *
     * @param uuid the uuid of the instance; not its index in the list
     * @return the wait
     * @see DestroyUnverifiedException
     */
    Wait<@Nullable Void> destroyAndVerify(String uuid);

    /**
     * Deletes several instances as {@link #destroyAndVerify(String)} does, each to its own end. One exception names all
     * that may still exist. The list is read before, and the deletes go from the last instance in it to the first, one
     * after the other, so that none moves the index of another.
     *
     * @param uuids the uuids of the instances; an empty collection sends nothing
     * @return the wait
     * @see DestroyUnverifiedException
     */
    Wait<@Nullable Void> destroyAndVerify(Collection<String> uuids);
}
