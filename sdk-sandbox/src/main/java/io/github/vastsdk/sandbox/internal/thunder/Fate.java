package io.github.vastsdk.sandbox.internal.thunder;

import org.jspecify.annotations.Nullable;

/** What is to become of an instance. */
public enum Fate {
    /** It does what it is asked to. */
    NORMAL(null),
    /** It stays unknown. */
    STAYS_UNKNOWN("UNKNOWN"),
    /** On its way to running it stays where it is provisioned. */
    STAYS_PROVISIONING(null),
    /** It runs, but has no address. */
    NO_ADDRESS("RUNNING"),
    /** In place of running it has failed. */
    FAILED("FAILED"),
    /** In place of running it is in error. */
    ERROR("ERROR"),
    /** In place of running it is stopped. */
    STOPPED("STOPPED");

    private final @Nullable String end;

    Fate(@Nullable String end) {
        this.end = end;
    }

    /** Gives the status in which it ends up in place of running as it should; null when it gets to run. */
    @Nullable
    String end() {
        return end;
    }

    /** Says whether an instance stays in a status. */
    boolean holds(String status) {
        return switch (this) {
            case STAYS_UNKNOWN -> status.equals("UNKNOWN");
            case STAYS_PROVISIONING -> status.equals("PROVISIONING") || status.equals("RESTORING");
            default -> false;
        };
    }
}
