package io.github.vastsdk.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies of lists and maps for response records: never null, never modifiable, in the order sent. */
public final class Copies {
    private Copies() {}

    /**
     * Copies a list, leaving out nulls.
     *
     * @param list the list, or null for none
     * @param <T> the type of the elements
     * @return an unmodifiable list
     */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /**
     * Copies a map, leaving out members whose value is null.
     *
     * @param map the map, or null for none
     * @param <K> the type of the names
     * @param <V> the type of the values
     * @return an unmodifiable map in the same order
     */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
        if (map == null || map.isEmpty()) {
            return Map.of();
        }
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(copy);
    }
}
