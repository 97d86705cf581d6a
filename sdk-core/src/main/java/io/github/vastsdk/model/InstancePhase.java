package io.github.vastsdk.model;

/** Where an instance stands on its way to what is waited for, as far as the service lets it be told. */
public enum InstancePhase {
    /** The list of instances does not hold it: it is new and not listed yet, or it is gone. */
    UNLISTED,
    /** It is stopped, and a start has not shown yet: asked for a moment ago, or queued until its GPUs are free. */
    SCHEDULING,
    /** Its container is being set up: no status yet, or {@code created}. */
    PROVISIONING,
    /** Its image is pulled, or its container starts or restarts. */
    LOADING,
    /** Its host sends no heartbeat. */
    NO_HEARTBEAT,
    /** It has not stopped yet. */
    STOPPING,
    /** It is still listed, although it is to be gone. */
    DESTROYING
}
