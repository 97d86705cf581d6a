package io.github.vastsdk.error;

import java.io.Serial;

/** The SSH key does not exist on the account or on the instance. */
public final class NoSuchSshKeyException extends NotFoundException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public NoSuchSshKeyException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
