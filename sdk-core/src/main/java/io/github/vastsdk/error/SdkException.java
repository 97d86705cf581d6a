package io.github.vastsdk.error;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Any failure of a call.
 *
 * <p>The message names the operation, what happened, the number of attempts and the time. It never holds a request
 * body, a key or a header.
 */
public abstract sealed class SdkException extends RuntimeException
        permits ApiException,
                TransportException,
                ResponseFormatException,
                CallCancelledException,
                IncompleteBulkException,
                OutputUnavailableException,
                WaitException,
                WrongInstanceException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final CallContext call;

    SdkException(CallContext call, String message, @Nullable Throwable cause) {
        super(call.endOf(message), cause);
        this.call = call;
    }

    /**
     * Names the operation that failed.
     *
     * @return the method and the path, such as {@code POST /api/v0/instances/42/ssh/}
     */
    public String operation() {
        return call.operation();
    }

    /**
     * Counts the attempts that were made.
     *
     * @return how many times the request was started; 0 if the call ended before
     */
    public int attempts() {
        return call.attempts();
    }

    /**
     * Tells how long the call took until it failed, waiting included.
     *
     * @return the time since the call was executed
     */
    public Duration elapsed() {
        return call.elapsed();
    }
}
