package io.github.vastsdk.thunder;

import java.util.Locale;

/** A version of the calls that tell what can be had and what it costs. */
public enum ThunderApiVersion {
    /** The older one, whose keys end in a mode: {@code h100_x1_prototyping}. */
    V1,
    /** The newer one, whose keys do not: {@code h100_x1}. */
    V2;

    String path(String name) {
        return "/" + name().toLowerCase(Locale.ROOT) + "/" + name;
    }
}
