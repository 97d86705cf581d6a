package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of rows, and the tokens that mark a place in it. */
final class RowOrder implements Comparator<ObjectNode> {
    private final List<Key> keys;

    /**
     * One thing to sort by.
     *
     * @param column the column
     * @param descending whether the greatest comes first
     */
    private record Key(String column, boolean descending) {}

    private RowOrder(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Reads an order; the id always ends it, so that it is total.
     *
     * @param order an array of objects with {@code col} and {@code dir}
     * @param stored the columns that there are
     * @return the order
     */
    static RowOrder parse(JsonNode order, StoredColumns stored) {
        if (!order.isArray()) {
            throw stored.invalid("order_by is not a JSON array");
        }
        List<Key> keys = new ArrayList<>();
        for (JsonNode key : order) {
            String column = key.path("col").asText();
            stored.require(column);
            keys.add(new Key(column, key.path("dir").asText().equals("desc")));
        }
        keys.add(new Key("id", false));
        return new RowOrder(keys);
    }

    @Override
    public int compare(ObjectNode left, ObjectNode right) {
        for (Key key : keys) {
            int order = compare(left.path(key.column()), right.path(key.column()));
            if (order != 0) {
                return key.descending() ? -order : order;
            }
        }
        return 0;
    }

    /** Compares two values; a null comes after everything else. */
    static int compare(JsonNode left, JsonNode right) {
        if (left.isNull() || right.isNull()) {
            return Boolean.compare(left.isNull(), right.isNull());
        }
        Integer order = Scalars.compare(left, right);
        return order == null ? left.asText().compareTo(right.asText()) : order;
    }

    /** Gives a token that leads to what comes after a row. */
    String token(ObjectNode row) {
        ObjectNode values = Json.object();
        keys.forEach(key -> values.set(key.column(), row.get(key.column())));
        ObjectNode token = Json.object().put("order", keys.toString());
        token.set("values", values);
        return Base64.getEncoder().encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the values of the row that a token was made for. */
    ObjectNode read(String token) {
        JsonNode read = decoded(token);
        // A token is good only for the order that it was made in.
        if (read == null
                || !read.path("order").asText().equals(keys.toString())
                || !(read.get("values") instanceof ObjectNode values)) {
            throw new Refusal(Answers.bareError(400, "invalid_token", "The after_token is not valid"));
        }
        return values;
    }

    private static @Nullable JsonNode decoded(String token) {
        try {
            return Json.parse(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
