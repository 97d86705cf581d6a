package io.github.vastsdk.error;

import java.io.Serial;

/** The service refuses the arguments: 400, 422 or 483. */
public sealed class BadRequestException extends ApiException permits InvalidPermissionsException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public BadRequestException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
