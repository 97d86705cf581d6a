package io.github.vastsdk.launch;

import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What can be set for waits, whichever service they ask. The waiter of each service says its defaults.
 *
 * <p>Waiters are immutable and safe to share; each method returns a changed copy.
 *
 * @param <W> the waiter
 */
@CheckReturnValue
public interface WaitOptions<W extends WaitOptions<W>> {
    /**
     * Limits the whole wait.
     *
     * @param limit a positive duration
     * @return the changed waiter
     */
    W timeout(Duration limit);

    /**
     * Limits the time without a break in one phase. It is checked at each look at the list, and so may be passed by one
     * poll interval.
     *
     * <p>The limit of {@link InstancePhase#UNLISTED} is how long an instance that was never listed during the wait must be
     * missing until it counts as gone, for the list may not hold a new instance yet.
     *
     * @param phase the phase
     * @param limit a positive duration
     * @return the changed waiter
     */
    W limit(InstancePhase phase, Duration limit);

    /**
     * Sets how long a state that fails the wait must last, if the instance was not seen on its way before.
     *
     * @param duration zero to believe the first look and what the service says there, as is right for an instance that
     *     was just created
     * @return the changed waiter
     */
    W grace(Duration duration);

    /**
     * Sets for how long without a break the list may be unreadable: rate limits, 5xx, lost connections, answers that make
     * no sense. Other failures, those about the key first of all, end every wait at once.
     *
     * @param duration zero to tolerate nothing
     * @return the changed waiter
     */
    W tolerateOutage(Duration duration);

    /**
     * Sets how often to look at the instance.
     *
     * @param interval at least one second
     * @return the changed waiter
     */
    W pollInterval(Duration interval);

    /**
     * Adds a listener that hears of each look at each waited instance, unless that look ends the wait. The events of one
     * wait come one after the other. A listener that is slow delays no other wait; an exception that it throws is logged
     * and changes nothing.
     *
     * @param listener told what was seen
     * @return the changed waiter
     */
    W onProgress(Consumer<WaitProgress> listener);
}
