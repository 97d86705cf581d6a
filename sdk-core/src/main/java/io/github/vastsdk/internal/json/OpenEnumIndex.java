package io.github.vastsdk.internal.json;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known value for a text from the wire, whatever its case.
 *
 * @param <K> the enum of known values
 */
public final class OpenEnumIndex<K> {
    private final Map<String, K> byWire = new HashMap<>();

    private OpenEnumIndex(K[] known, Function<? super K, String> wire) {
        for (K value : known) {
            byWire.put(wire.apply(value), value);
            byWire.put(wire.apply(value).toLowerCase(Locale.ROOT), value);
        }
    }

    /**
     * Builds the index.
     *
     * @param known the known values
     * @param wire gives the text that the service writes for a value
     * @param <K> the enum of known values
     * @return the index
     */
    public static <K> OpenEnumIndex<K> of(K[] known, Function<? super K, String> wire) {
        return new OpenEnumIndex<>(known, wire);
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
