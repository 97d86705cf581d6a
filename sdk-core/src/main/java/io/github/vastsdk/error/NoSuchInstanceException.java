package io.github.vastsdk.error;

import java.io.Serial;

/** The instance does not exist: destroyed, or of another account. */
public final class NoSuchInstanceException extends NotFoundException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public NoSuchInstanceException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
