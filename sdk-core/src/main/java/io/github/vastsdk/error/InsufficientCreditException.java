package io.github.vastsdk.error;

import java.io.Serial;

/** The account cannot pay: 402, 411, or a code or wording that says so. */
public final class InsufficientCreditException extends ApiException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public InsufficientCreditException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
