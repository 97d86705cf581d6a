package io.github.vastsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The time for an attempt or for the whole call ran out. */
public final class TimedOutException extends TransportException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param sent whether the request can have reached the service
     * @param what what happened, in a few words and without secrets
     * @param cause the failure behind it, if there is one
     */
    public TimedOutException(CallContext call, Sent sent, String what, @Nullable Throwable cause) {
        super(call, sent, what, cause);
    }
}
