package io.github.vastsdk.error;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No answer came. {@link #sent()} says whether the service may have acted all the same: after a rental that ended with
 * {@link Sent#MAYBE}, look for the instance before renting again.
 */
public abstract sealed class TransportException extends SdkException
        permits ConnectFailedException, TimedOutException, ConnectionLostException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Sent sent;

    TransportException(CallContext call, Sent sent, String what, @Nullable Throwable cause) {
        super(call, message(call, sent, what), cause);
        this.sent = sent;
    }

    static String message(CallContext call, Sent sent, String what) {
        String failed = call.operation() + " failed: " + Objects.requireNonNull(what, "what");
        return Objects.requireNonNull(sent, "sent") == Sent.NO || call.onlyReads()
                ? failed
                : failed + "; it may have taken effect, so look before sending it again";
    }

    /**
     * Tells whether the request can have reached the service.
     *
     * @return {@link Sent#NO} only if it is certain that it has not
     */
    public Sent sent() {
        return sent;
    }
}
