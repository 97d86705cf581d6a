package io.github.vastsdk.error;

import java.io.Serial;

/** The account has no environment variable of that name. */
public final class NoSuchEnvVarException extends NotFoundException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public NoSuchEnvVarException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
