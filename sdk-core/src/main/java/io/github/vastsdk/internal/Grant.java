package io.github.vastsdk.internal;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.SdkException;
import org.jspecify.annotations.Nullable;

/**
 * The leave to send one request, and what the pace learns from its outcome.
 *
 * @param lane the schedule of the operation; null if no pace is kept
 * @param permit the leave
 */
record Grant(@Nullable Lane lane, Lane.@Nullable Permit permit) {
    /** The leave where no pace is kept. */
    static final Grant UNPACED = new Grant(null, null);

    /** Gives the leave back: nothing was sent with it, or nobody knows what became of it. */
    void unknown() {
        if (lane != null && permit != null) {
            lane.unknown(permit);
        }
    }

    /** Takes in how the service answered; null for a success. */
    void ended(@Nullable SdkException failure) {
        if (lane == null || permit == null) {
            return;
        }
        if (failure instanceof RateLimitedException limited && limited.isRateLimit()) {
            lane.refused(permit, limited.minimumInterval());
        } else if (failure == null || failure instanceof ApiException) {
            lane.accepted(permit);
        } else {
            lane.unknown(permit);
        }
    }
}
