package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.vastsdk.internal.json.OpenEnumIndex;
import io.github.vastsdk.model.OpenEnum;

/** The status of a snapshot. */
public sealed interface ThunderSnapshotStatus extends OpenEnum {
    /**
     * Reads a status.
     *
     * @param wire the text as sent, in any case
     * @return the known status, or an {@link Unknown} that keeps the text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ThunderSnapshotStatus of(String wire) {
        Known known = Known.INDEX.find(wire);
        return known != null ? known : new Unknown(wire);
    }

    /** The statuses that this version knows. Their names are the texts on the wire. */
    enum Known implements ThunderSnapshotStatus {
        /** The snapshot is being taken. */
        CREATING,
        /** An instance can be restored from the snapshot. */
        READY,
        /** The snapshot could not be taken. */
        FAILED,
        /** The service does not know: this is the API's own word {@code UNKNOWN}. */
        UNKNOWN;

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
    record Unknown(String wire) implements ThunderSnapshotStatus {
        /** Returns the wire text. */
        @Override
        public String toString() {
            return wire;
        }
    }
}
