package io.github.vastsdk.error;

import java.io.Serial;

/** The thing exists already or was done already: 409, or a code or wording that says so. */
public sealed class ConflictException extends ApiException permits ScheduledJobExistsException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public ConflictException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
