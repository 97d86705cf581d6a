package io.github.vastsdk.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known value for a text from the wire, whatever its case.
 *
 * @param <K> the enum of known values
 */
final class OpenEnumIndex<K extends OpenEnum> {
    private final Map<String, K> byWire = new HashMap<>();

    private OpenEnumIndex(K[] known) {
        for (K value : known) {
            byWire.put(value.wire(), value);
        }
    }

    /**
     * Builds the index.
     *
     * @param known the known values, whose wire texts are lower case
     * @param <K> the enum of known values
     * @return the index
     */
    public static <K extends OpenEnum> OpenEnumIndex<K> of(K[] known) {
        return new OpenEnumIndex<>(known);
    }

    /**
     * Finds a value.
     *
     * @param wire the text as sent
     * @return the known value, or null
     */
    public @Nullable K find(String wire) {
        K exact = byWire.get(wire);
        return exact != null ? exact : byWire.get(wire.strip().toLowerCase(Locale.ROOT));
    }
}
