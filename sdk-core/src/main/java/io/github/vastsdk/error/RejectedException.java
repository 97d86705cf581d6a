package io.github.vastsdk.error;

import java.io.Serial;

/**
 * The service refused for a reason that no other subclass stands for; a redirect, and a failure reported with 200, are
 * among them.
 */
public final class RejectedException extends ApiException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public RejectedException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
