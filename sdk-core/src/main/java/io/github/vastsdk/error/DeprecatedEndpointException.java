package io.github.vastsdk.error;

import java.io.Serial;

/** The service retired the endpoint; a newer version of this library may know its successor. */
public final class DeprecatedEndpointException extends ApiException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public DeprecatedEndpointException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
