package io.github.vastsdk.error;

import java.io.Serial;

/**
 * The instance does not exist: destroyed, or of another account. At Thunder Compute, where only the list tells, it may
 * also be new and not listed yet: there, two lists that lack an instance that was just created are no proof.
 */
public final class NoSuchInstanceException extends NotFoundException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public NoSuchInstanceException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
