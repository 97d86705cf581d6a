package io.github.vastsdk.cloud;

import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.launch.WaitOptions;
import io.github.vastsdk.model.RentedInstance;
import org.jspecify.annotations.Nullable;

/**
 * Waits for instances, whichever service they are rented from:
 *
 * <pre>{@code
 * RentedInstance ready = cloud.waiter().timeout(Duration.ofMinutes(10)).untilReady(id).execute();
 * }</pre>
 *
 * <p>It is the waiter of the service's client under another name: the defaults are that waiter's, and all waits of a client
 * share its one poll of the list, those of its own waiter included.
 *
 * @see io.github.vastsdk.launch.InstanceWaiter
 * @see io.github.vastsdk.thunder.ThunderWaiter
 */
@CheckReturnValue
public sealed interface CloudWaiter extends WaitOptions<CloudWaiter> permits AdaptedWaiter {
    /**
     * Waits until an instance runs and can be used, as {@link RentedInstance#isReady()} says. SSH may need a moment
     * longer.
     *
     * @param instanceId the id of the instance, as {@link RentedInstance#instanceId()} gives it
     * @return the wait for the instance
     * @throws IllegalArgumentException if the service has no ids of that form
     * @see InstanceFailedException
     * @see WaitTimedOutException
     */
    Wait<RentedInstance> untilReady(String instanceId);

    /**
     * Destroys an instance and all data on it, and waits until it is gone: until two reads of the list, at least
     * 5 seconds apart, do not hold it. <strong>This cannot be undone.</strong>
     *
     * <p>Every other end is a {@link DestroyUnverifiedException}: the instance may still exist and cost money.
     *
     * @param instanceId the id of the instance, as {@link RentedInstance#instanceId()} gives it
     * @return the wait
     * @throws IllegalArgumentException if the service has no ids of that form
     * @see DestroyUnverifiedException
     */
    Wait<@Nullable Void> destroyAndVerify(String instanceId);
}
