package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A question to the paged list: which rows, in which order, which columns, from where on. */
final class InstanceQuery {
    private static final int MAX_LIMIT = 25;
    private static final int LIMIT_FOR_NONE = 5;

    /** The columns that are stored, and so can be filtered and sorted by; the others are computed. */
    private static final Set<String> STORED = Set.of(
            "id",
            "label",
            "actual_status",
            "intended_status",
            "cur_state",
            "next_state",
            "machine_id",
            "host_id",
            "gpu_name",
            "verification",
            "image_uuid",
            "image_runtype",
            "template_id",
            "template_hash_id",
            "start_date",
            "end_date",
            "is_bid",
            "disk_space",
            "ssh_host",
            "ssh_port",
            "public_ipaddr",
            "external");

    private final Filters filters;
    private final RowOrder order;
    private final Columns columns;
    private final int limit;
    private final @Nullable ObjectNode after;

    /**
     * One page.
     *
     * @param rows its rows
     * @param columns what to show of them
     * @param total how many rows match on all pages
     * @param labels how many rows match per label, on all pages
     * @param nextToken leads to the next page; null on the last
     */
    record Page(
            List<ObjectNode> rows,
            Columns columns,
            int total,
            Map<String, Integer> labels,
            @Nullable String nextToken) {}

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

    private InstanceQuery(Map<String, String> query) {
        this.filters = Filters.parse(json(query, "select_filters", "{}"));
        this.order = RowOrder.parse(json(query, "order_by", "[]"));
        this.columns = columns(json(query, "select_cols", "[\"*\"]"));
        this.limit = limit(query.getOrDefault("limit", String.valueOf(MAX_LIMIT)));
        String token = query.get("after_token");
        this.after = token == null ? null : order.read(token);
    }

    static InstanceQuery of(Call call) {
        return new InstanceQuery(call.query());
    }

    /** Gives the page that answers the question. */
    Page page(Collection<ObjectNode> instances) {
        List<ObjectNode> matching =
                instances.stream().filter(filters::match).sorted(order).toList();
        Map<String, Integer> labels = new TreeMap<>();
        matching.forEach(row -> labels.merge(row.path("label").asText(""), 1, Integer::sum));
        List<ObjectNode> left = matching.stream()
                .filter(row -> after == null || order.compare(row, after) > 0)
                .toList();
        List<ObjectNode> rows = left.subList(0, Math.min(limit, left.size()));
        String next = left.size() > limit ? order.token(rows.get(limit - 1)) : null;
        return new Page(rows, columns, matching.size(), labels, next);
    }

    static Refusal invalid(String why) {
        return new Refusal(Answers.bareError(400, "invalid_request", "Error in query parameters: " + why));
    }

    /** Refuses a column that can be neither filtered nor sorted by. */
    static void requireStored(String column) {
        if (!STORED.contains(column)) {
            throw invalid(column + " is not a valid search key");
        }
    }

    private static JsonNode json(Map<String, String> query, String name, String otherwise) {
        JsonNode value = Json.parse(query.getOrDefault(name, otherwise));
        if (value == null) {
            throw invalid(name + " is not JSON");
        }
        return value;
    }

    private static int limit(String text) {
        if (!text.matches("-?\\d{1,9}")) {
            throw invalid("limit is not a whole number");
        }
        int limit = Integer.parseInt(text);
        return limit <= 0 ? LIMIT_FOR_NONE : Math.min(limit, MAX_LIMIT);
    }

    private static Columns columns(JsonNode names) {
        if (!(names instanceof ArrayNode)) {
            throw invalid("select_cols is not a JSON array");
        }
        List<String> columns = new ArrayList<>();
        names.forEach(name -> columns.add(name.asText()));
        return new Columns(columns.contains("*") ? List.of() : columns);
    }
}
