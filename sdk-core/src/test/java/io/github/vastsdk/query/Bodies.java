package io.github.vastsdk.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Looks at what a query sends. */
final class Bodies {
    private static final List<String> OPTIONS = List.of("order", "type", "limit", "allocated_storage");

    private Bodies() {}

    static JsonNode tree(String json) {
        try {
            return Json.tree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole body; JSON with single quotes is easier to read in tests. */
    static String body(SearchQuery<?, ?> query) {
        return query.toJson().replace('"', '\'');
    }

    /** The conditions alone. */
    static String conditions(SearchQuery<?, ?> query) {
        ObjectNode body = (ObjectNode) tree(query.toJson());
        return body.remove(OPTIONS).toString().replace('"', '\'');
    }

    /** The body with numbers and texts of numbers alike, because the grammar sends numbers as text. */
    static Object alike(SearchQuery<?, ?> query) {
        return alike(tree(query.toJson()));
    }

    private static Object alike(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            node.properties().forEach(each -> members.put(each.getKey(), alike(each.getValue())));
            return members;
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(Bodies::alike)
                    .toList();
        }
        BigDecimal number = node.isBoolean() || node.isNull() ? null : Numbers.parse(node.asText());
        return number == null ? node.asText() : number.stripTrailingZeros();
    }
}
