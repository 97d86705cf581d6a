package io.github.vastsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The call was cancelled, its thread interrupted, or its client closed. */
public final class CallCancelledException extends SdkException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Sent sent;

    /**
     * Makes the exception.
     *
     * @param call the call that was cancelled
     * @param sent whether a request can have reached the service without being answered
     * @param what what cancelled it, such as {@code the client was closed}
     * @param cause the exception behind it, if there is one
     */
    public CallCancelledException(CallContext call, Sent sent, String what, @Nullable Throwable cause) {
        super(call, TransportException.message(call, sent, what), cause);
        this.sent = sent;
    }

    /**
     * Tells whether a request can have reached the service without being answered.
     *
     * @return {@link Sent#MAYBE} if the service may have acted all the same
     */
    public Sent sent() {
        return sent;
    }
}
