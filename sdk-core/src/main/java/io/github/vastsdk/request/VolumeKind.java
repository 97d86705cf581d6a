package io.github.vastsdk.request;

import java.util.Locale;

/** Which volumes to list. */
public enum VolumeKind {
    /** Every volume. */
    ALL,
    /** Volumes on one machine each. */
    LOCAL,
    /** Volumes that the machines of a cluster share. */
    NETWORK;

    /**
     * Gives the text that the API uses.
     *
     * @return such as {@code all_volume}
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT) + "_volume";
    }
}
