package io.github.vastsdk.error;

import java.io.Serial;

/** The key is missing, wrong or deleted: 401, or 400, 403 or 404 with a code or wording that says so. */
public sealed class AuthenticationException extends ApiException permits SessionExpiredException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public AuthenticationException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
