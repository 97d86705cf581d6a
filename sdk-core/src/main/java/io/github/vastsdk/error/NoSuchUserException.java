package io.github.vastsdk.error;

import java.io.Serial;

/** The user does not exist. */
public final class NoSuchUserException extends NotFoundException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public NoSuchUserException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
