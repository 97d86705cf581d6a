package io.github.vastsdk.model;

/** Where an instance stands on its way to what is waited for, as far as its service lets it be told. */
public enum InstancePhase {
    /** The list of instances does not hold it: it is new and not listed yet, or it is gone. */
    UNLISTED,
    /** A start has not shown yet: it was asked for a moment ago, or is queued until GPUs are free. */
    SCHEDULING,
    /** It is being set up, and no more is known. */
    PROVISIONING,
    /** It starts or restarts, or its image or disk is being filled; or it runs and has no address yet. */
    LOADING,
    /** Vast.ai only: its host sends no heartbeat. */
    NO_HEARTBEAT,
    /** It stops, or has not begun to. */
    STOPPING,
    /** It is still listed, although it is to be gone. */
    DESTROYING
}
