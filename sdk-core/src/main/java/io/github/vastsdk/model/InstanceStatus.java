package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.vastsdk.internal.json.OpenEnumIndex;
import java.util.Locale;

/** The status of an instance's container, of its contract, or the one that its owner wants. */
public sealed interface InstanceStatus extends OpenEnum {
    /**
     * Reads a status.
     *
     * @param wire the text as sent, in any case
     * @return the known status, or an {@link Unknown} that keeps the text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InstanceStatus of(String wire) {
        Known known = Known.INDEX.find(wire);
        return known != null ? known : new Unknown(wire);
    }

    /** The statuses that this version knows. */
    enum Known implements InstanceStatus {
        /** The container exists and has not started. */
        CREATED,
        /** The image is pulled or the container starts; the GPU is not billed yet. */
        LOADING,
        /** The container runs. */
        RUNNING,
        /** The container is stopped: storage is billed, the GPU is not. */
        STOPPED,
        /** The container is paused, and the GPU is billed. */
        FROZEN,
        /** The container died. It does not come back by itself. */
        EXITED,
        /** The container restarts. */
        REBOOTING,
        /** The host sends no heartbeat: this is the API's own word {@code unknown}. */
        UNKNOWN,
        /** The host is gone. */
        OFFLINE,
        /** The contract holds no resources, as after destroying. */
        UNLOADED,
        /** The instance was destroyed. */
        DESTROYED,
        /** The instance was ended. */
        TERMINATED;

        private static final OpenEnumIndex<Known> INDEX = OpenEnumIndex.of(values(), Known::wire);

        private final String wire = name().toLowerCase(Locale.ROOT);

        @Override
        public String wire() {
            return wire;
        }

        /** Returns the wire text. */
        @Override
        public String toString() {
            return wire;
        }
    }

    /**
     * A status that this version does not know.
     *
     * @param wire the text as sent
     */
    record Unknown(String wire) implements InstanceStatus {
        /** Returns the wire text. */
        @Override
        public String toString() {
            return wire;
        }
    }
}
