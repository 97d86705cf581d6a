package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.vastsdk.internal.json.OpenEnumIndex;
import io.github.vastsdk.model.OpenEnum;

/** The status of a Thunder Compute instance. */
public sealed interface ThunderStatus extends OpenEnum {
    /**
     * Reads a status.
     *
     * @param wire the text as sent, in any case
     * @return the known status, or an {@link Unknown} that keeps the text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ThunderStatus of(String wire) {
        Known known = Known.INDEX.find(wire);
        return known != null ? known : new Unknown(wire);
    }

    /** The statuses that this version knows. Their names are the texts on the wire. */
    enum Known implements ThunderStatus {
        /** The instance waits for its turn. */
        QUEUED,
        /** The instance was ordered and nothing happens yet. */
        PENDING,
        /** A place is being made for the instance. */
        PROVISIONING,
        /** The instance is being made. */
        CREATING,
        /** What the instance needs is being put in place. */
        STAGING,
        /** The disk is being filled from a snapshot, which takes minutes for each 100 GB. */
        RESTORING,
        /** The instance starts. */
        STARTING,
        /** The instance runs. It can be reached once it also has an address. */
        RUNNING,
        /** A change is being made; the instance restarts and comes back. */
        MODIFYING,
        /** A snapshot is being taken; the instance comes back. */
        SNAPPING,
        /** The instance moves to another machine and comes back. */
        MIGRATING,
        /**
         * The service does not know yet: this is the API's own word {@code UNKNOWN}. It is normal just after creating,
         * and passes.
         */
        UNKNOWN,
        /** The instance stops. The service offers no such operation. */
        STOPPING,
        /** The instance is stopped. It does not come back by itself. */
        STOPPED,
        /** The instance is being deleted. */
        DELETING,
        /** The instance failed. No longer seen in newer answers. */
        ERROR,
        /** The instance failed. No longer seen in newer answers. */
        FAILED,
        /** The instance was ended. No longer seen in newer answers. */
        TERMINATED;

        private static final OpenEnumIndex<Known> INDEX = OpenEnumIndex.of(values(), Known::wire);

        @Override
        public String wire() {
            return name();
        }
    }

    /**
     * A status that this version does not know.
     *
     * @param wire the text as sent
     */
    record Unknown(String wire) implements ThunderStatus {
        /** Returns the wire text. */
        @Override
        public String toString() {
            return wire;
        }
    }
}
