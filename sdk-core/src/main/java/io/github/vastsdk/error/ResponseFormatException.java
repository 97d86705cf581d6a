package io.github.vastsdk.error;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service reported success, but its answer could not be read. The operation has most likely taken effect. */
public final class ResponseFormatException extends SdkException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param status the HTTP status
     * @param what what is wrong with the answer, in a few words and without secrets
     * @param body the beginning of the answer's body, redacted
     * @param cause the failure behind it, if there is one
     */
    public ResponseFormatException(CallContext call, int status, String what, String body, @Nullable Throwable cause) {
        super(call, call.operation() + " → " + status + ", but the answer could not be read: " + what, cause);
        this.status = status;
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status, 2xx
     */
    public int status() {
        return status;
    }

    /**
     * Gives the beginning of the answer's body, with everything that looks secret replaced by {@code ***}.
     *
     * @return the excerpt; empty if there was no body
     */
    public String body() {
        return body;
    }
}
