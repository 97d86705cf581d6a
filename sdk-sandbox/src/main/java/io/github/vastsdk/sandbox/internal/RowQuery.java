package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A question to a list, written in the query as JSON: which rows, in which order, which columns.
 *
 * @param filters which rows
 * @param order in which order
 * @param columns what to show of them
 */
record RowQuery(Filters filters, RowOrder order, Columns columns) {
    /**
     * What to show of a row.
     *
     * @param names the names of columns; none for all
     */
    record Columns(List<String> names) {
        ObjectNode of(ObjectNode row) {
            if (names.isEmpty()) {
                return row;
            }
            ObjectNode part = Json.object();
            // Unknown names are no error: they come back as null.
            names.forEach(name -> part.set(name, row.get(name)));
            return part;
        }
    }

    static RowQuery of(Call call, StoredColumns stored) {
        return new RowQuery(
                Filters.parse(json(call, "select_filters", "{}", stored), stored),
                RowOrder.parse(json(call, "order_by", "[]", stored), stored),
                columns(json(call, "select_cols", "[\"*\"]", stored), stored));
    }

    /** Gives the rows that match, in order, with all their columns. */
    List<ObjectNode> select(Collection<ObjectNode> rows) {
        return rows.stream().filter(filters::match).sorted(order).toList();
    }

    private static JsonNode json(Call call, String name, String otherwise, StoredColumns stored) {
        JsonNode value = Json.parse(call.query().getOrDefault(name, otherwise));
        if (value == null) {
            throw stored.invalid(name + " is not JSON");
        }
        return value;
    }

    private static Columns columns(JsonNode names, StoredColumns stored) {
        if (!(names instanceof ArrayNode)) {
            throw stored.invalid("select_cols is not a JSON array");
        }
        List<String> columns = new ArrayList<>();
        names.forEach(name -> columns.add(name.asText()));
        return new Columns(columns.contains("*") ? List.of() : columns);
    }
}
