package io.github.vastsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** No connection could be made, so nothing was sent: refused, unreachable, no such host, TLS not agreed. */
public final class ConnectFailedException extends TransportException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param what what happened, in a few words and without secrets
     * @param cause the failure behind it, if there is one
     */
    public ConnectFailedException(CallContext call, String what, @Nullable Throwable cause) {
        super(call, Sent.NO, what, cause);
    }
}
