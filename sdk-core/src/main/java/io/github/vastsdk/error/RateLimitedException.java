package io.github.vastsdk.error;

import io.github.vastsdk.ErrorCode;
import java.io.Serial;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service asks to wait: 429. Most often the endpoint was called again too soon, and nothing was done.
 *
 * <p>Vast.ai uses the status for locks and caps too, where sending again soon is no use; {@link #isRateLimit()} tells
 * the two apart.
 */
public final class RateLimitedException extends ApiException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<ErrorCode> LOCKS_AND_CAPS = Set.of(
            ErrorCode.TFA_LOCKED,
            ErrorCode.PREAUTH_PHONE_CAP,
            ErrorCode.SMS_RATE_LIMITED,
            ErrorCode.TWILIO_RATE_LIMITED,
            ErrorCode.SPEND_RATE_LIMIT);

    private final @Nullable Duration minimumInterval;
    private final boolean rateLimit;

    /**
     * Makes the exception; the times to wait are read from the answer.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public RateLimitedException(CallContext call, ErrorResponse response) {
        super(call, response);
        minimumInterval = WaitHints.threshold(response);
        rateLimit =
                !LOCKS_AND_CAPS.contains(response.code()) && !response.body().contains("\"locked_until\"");
    }

    /**
     * Gives the least time between two calls of the endpoint, as the answers of Vast.ai state it
     * ({@code threshold=2.0}). What {@code Retry-After} asks for is {@link #retryAfter()}.
     *
     * @return the interval, or {@code null} if the answer states none
     */
    public @Nullable Duration minimumInterval() {
        return minimumInterval;
    }

    /**
     * Tells whether the call came too soon, so that sending it again after a wait makes sense.
     *
     * @return {@code false} for a lock or a cap, such as too many wrong two-factor codes
     */
    public boolean isRateLimit() {
        return rateLimit;
    }
}
