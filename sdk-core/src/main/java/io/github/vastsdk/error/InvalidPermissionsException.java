package io.github.vastsdk.error;

import java.io.Serial;

/** The permissions for an API key are missing or malformed. */
public final class InvalidPermissionsException extends BadRequestException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public InvalidPermissionsException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
