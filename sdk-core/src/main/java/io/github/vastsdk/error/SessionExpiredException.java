package io.github.vastsdk.error;

import java.io.Serial;

/** The two-factor session behind the key has expired; sign in again. */
public final class SessionExpiredException extends AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public SessionExpiredException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
