package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.vastsdk.internal.json.OpenEnumIndex;
import java.util.Locale;

/** Whether the service has verified a machine. */
public sealed interface Verification extends OpenEnum {
    /**
     * Reads a verification.
     *
     * @param wire the text as sent, in any case
     * @return the known verification, or an {@link Unknown} that keeps the text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Verification of(String wire) {
        Known known = Known.INDEX.find(wire);
        return known != null ? known : new Unknown(wire);
    }

    /** The verifications that this version knows. */
    enum Known implements Verification {
        /** The machine passed the service's tests. */
        VERIFIED,
        /** The machine was not tested yet. */
        UNVERIFIED,
        /** The machine lost its verification. */
        DEVERIFIED;

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
     * A verification that this version does not know.
     *
     * @param wire the text as sent
     */
    record Unknown(String wire) implements Verification {
        /** Returns the wire text. */
        @Override
        public String toString() {
            return wire;
        }
    }
}
