package io.github.vastsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The connection broke after the request was on its way. */
public final class ConnectionLostException extends TransportException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param what what happened, in a few words and without secrets
     * @param cause the failure behind it, if there is one
     */
    public ConnectionLostException(CallContext call, String what, @Nullable Throwable cause) {
        super(call, Sent.MAYBE, what, cause);
    }
}
