package io.github.vastsdk.error;

import java.io.Serial;

/** The key is good, but it may not do this: 403. */
public final class PermissionDeniedException extends ApiException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public PermissionDeniedException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
