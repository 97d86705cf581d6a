package io.github.vastsdk.error;

import java.io.Serial;

/** The service failed: 5xx. Whether the operation took effect is not known. */
public final class ServerException extends ApiException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public ServerException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
