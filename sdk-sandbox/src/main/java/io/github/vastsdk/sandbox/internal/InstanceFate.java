package io.github.vastsdk.sandbox.internal;

import org.jspecify.annotations.Nullable;

/** What is to become of an instance. */
public enum InstanceFate {
    /** It does what it is asked to. */
    NORMAL,
    /** It never gets beyond having no status. */
    STUCK_PROVISIONING,
    /** It stays created. */
    STUCK_CREATED,
    /** It stays loading. */
    STUCK_LOADING,
    /** Its image cannot be pulled. */
    IMAGE_PULL_FAILS,
    /** Its container cannot be created. */
    CONTAINER_FAILS,
    /** Somebody else takes its GPU. */
    INTERRUPTED,
    /** Its host is gone. */
    HOST_OFFLINE,
    /** It waits for a free GPU. */
    START_QUEUED,
    /** It is there again after it was destroyed. */
    COMES_BACK;

    /** The steps that an instance takes until it runs. */
    enum Phase {
        PROVISIONING(null),
        CREATED("created"),
        LOADING("loading"),
        RUNNING("running");

        private final @Nullable String status;

        Phase(@Nullable String status) {
            this.status = status;
        }

        /** Gives the status that is shown meanwhile. */
        @Nullable
        String status() {
            return status;
        }

        /** Gives the step after this one; the last one has none but itself. */
        Phase next() {
            return switch (this) {
                case PROVISIONING -> CREATED;
                case CREATED -> LOADING;
                case LOADING, RUNNING -> RUNNING;
            };
        }

        /** Gives the step that an instance has reached; the last one when it is not on its way. */
        static Phase of(Contract contract) {
            return switch (contract.row().path("actual_status").asText("null")) {
                case "null" -> PROVISIONING;
                case "created" -> CREATED;
                case "loading" -> LOADING;
                default -> RUNNING;
            };
        }
    }

    /** Says whether an instance goes no further than a step. */
    boolean holds(Phase step) {
        return switch (this) {
            case STUCK_PROVISIONING -> step == Phase.PROVISIONING;
            case STUCK_CREATED -> step == Phase.CREATED;
            case STUCK_LOADING -> step == Phase.LOADING;
            default -> false;
        };
    }

    /** Says whether it happens to an instance that runs, and not only to one on its way. */
    boolean hitsRunning() {
        return this == INTERRUPTED || this == HOST_OFFLINE;
    }
}
