package io.github.vastsdk.error;

import java.io.Serial;

/** The volume does not exist. */
public final class NoSuchVolumeException extends NotFoundException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public NoSuchVolumeException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
