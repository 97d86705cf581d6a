package io.github.vastsdk.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which method of the library performs which recorded operation. */
final class ConformanceOperations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConformanceOperations() {}

    /** Performs one operation with recorded arguments. */
    @FunctionalInterface
    interface Run {
        @Nullable
        Object run(VastClient vast, JsonNode args);
    }

    static final Map<String, Run> ALL = all(List.of(
            AccountOperations.ALL,
            OfferOperations.ALL,
            CreateOperations.ALL,
            InstanceOperations.ALL,
            StorageOperations.ALL));

    /**
     * Finds what performs an operation. One of the recorded clients, {@code sync}, has functions of the same name that
     * mean something else: they have entries of their own.
     */
    static @Nullable Run find(String op, String function) {
        Run other = function.startsWith("vastai.sync.") ? ALL.get(op + "@sync") : null;
        return other == null ? ALL.get(op) : other;
    }

    private static Map<String, Run> all(List<Map<String, Run>> areas) {
        Map<String, Run> all = new LinkedHashMap<>();
        areas.forEach(all::putAll);
        return Collections.unmodifiableMap(all);
    }

    /** Shows a result with its secrets: they are the checking server's inventions. */
    static JsonNode asJson(@Nullable Object result) throws IOException {
        return result == null ? JSON.nullNode() : Json.tree(Json.write(result));
    }
}
