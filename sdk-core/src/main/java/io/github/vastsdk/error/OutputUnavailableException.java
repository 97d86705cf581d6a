package io.github.vastsdk.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The service did what was asked and named the place where the output would be, but nothing could be fetched there:
 * either it did not appear in time, or the place can never be used. {@link #isPermanent()} tells which.
 */
public final class OutputUnavailableException extends SdkException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int lastStatus;
    private final boolean permanent;

    /**
     * Makes the exception.
     *
     * @param call the call whose output it is
     * @param lastStatus the HTTP status of the last attempt to fetch it; 0 if none was answered
     * @param permanent whether it is no use to wait longer
     * @param why what happened, in a few words and without secrets
     * @param cause the failure behind it, if there is one
     */
    public OutputUnavailableException(
            CallContext call, int lastStatus, boolean permanent, String why, @Nullable Throwable cause) {
        super(call, call.operation() + " worked, but its output could not be fetched: " + why, cause);
        this.lastStatus = lastStatus;
        this.permanent = permanent;
    }

    /**
     * Gives the HTTP status of the last attempt to fetch the output.
     *
     * @return the status, usually 403 or 404 while the output is not there; 0 if no attempt was answered
     */
    public int lastStatus() {
        return lastStatus;
    }

    /**
     * Tells whether it is no use to wait longer, or to ask for more time.
     *
     * @return true if the address is not acceptable, or what it answered never becomes the output
     */
    public boolean isPermanent() {
        return permanent;
    }
}
