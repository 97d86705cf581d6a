package io.github.vastsdk.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a wait passed: the one for everything, the one of a phase, or the one for an outage of the service, whose
 * last failure is then the cause. A start that was queued may still happen, and cost money.
 */
public final class WaitTimedOutException extends WaitException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration limit;

    /**
     * Makes the exception.
     *
     * @param wait the wait
     * @param limit the limit that passed
     * @param what what the limit was for, such as {@code loading}
     * @param cause the last failure, if the list of instances could not be read at the end
     */
    public WaitTimedOutException(WaitContext wait, Duration limit, String what, @Nullable Throwable cause) {
        super(wait, wait.describe("the limit of " + limit.toSeconds() + " s for " + what + " passed"), cause);
        this.limit = Objects.requireNonNull(limit, "limit");
    }

    /**
     * Gives the limit that passed.
     *
     * @return the limit
     */
    public Duration limit() {
        return limit;
    }
}
