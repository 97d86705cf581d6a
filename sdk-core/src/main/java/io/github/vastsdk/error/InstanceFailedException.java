package io.github.vastsdk.error;

import java.io.Serial;
import java.util.Objects;

/** The instance is in a state from which it does not get by itself to what was waited for. */
public final class InstanceFailedException extends WaitException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an instance does not get where it should. */
    public enum Reason {
        /** Vast.ai only: its container died. */
        EXITED("its container exited"),
        /** It is stopped, and its owner or the service wants it so. */
        STOPPED("it is stopped"),
        /** Vast.ai only: it was rented by bidding and lost its GPUs; it comes back only if its bid wins again. */
        INTERRUPTED("it was interrupted: a higher bid has its GPUs"),
        /** Vast.ai only: it is paused. <strong>Its GPUs are billed.</strong> */
        FROZEN("it is paused"),
        /** Vast.ai only: its host is gone. */
        OFFLINE("its host is offline"),
        /** Vast.ai only: its host sent no heartbeat for too long. */
        NO_HEARTBEAT("its host sends no heartbeat"),
        /** It does not exist, or no more. */
        GONE("there is no such instance"),
        /** Thunder Compute only: it is being deleted, and may cost money until it is gone. */
        DELETING("it is being deleted"),
        /** Thunder Compute only: the service reports that it failed, and not why. */
        FAILED("the service reports that it failed"),
        /** Vast.ai only: its image cannot be pulled. */
        IMAGE_PULL("its image cannot be pulled"),
        /** Vast.ai only: its disk, or its host's, is full. */
        DISK_FULL("no disk space is left"),
        /** Vast.ai only: its container cannot be started. */
        CONTAINER_START("its container cannot be started");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /**
     * Makes the exception.
     *
     * @param wait the wait
     * @param reason why the instance does not get there
     * @param detail what the service says about it, without secrets; may be empty
     */
    public InstanceFailedException(WaitContext wait, Reason reason, String detail) {
        super(wait, wait.describe(reason.words + (detail.isEmpty() ? "" : " (" + detail + ")")), null);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Tells why the instance does not get there.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
