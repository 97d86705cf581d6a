package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final StoredColumns STORED = new StoredColumns(
            Set.of(
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
                    "external"),
            why -> Answers.bareError(400, "invalid_request", why));

    private final RowQuery rows;
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
            RowQuery.Columns columns,
            int total,
            Map<String, Integer> labels,
            @Nullable String nextToken) {}

    private InstanceQuery(Call call) {
        this.rows = RowQuery.of(call, STORED);
        this.limit = limit(call.query().getOrDefault("limit", String.valueOf(MAX_LIMIT)));
        String token = call.query().get("after_token");
        this.after = token == null ? null : rows.order().read(token);
    }

    static InstanceQuery of(Call call) {
        return new InstanceQuery(call);
    }

    /** Gives the page that answers the question. */
    Page page(Collection<ObjectNode> instances) {
        List<ObjectNode> matching = rows.select(instances);
        RowOrder order = rows.order();
        Map<String, Integer> labels = new TreeMap<>();
        matching.forEach(row -> labels.merge(row.path("label").asText(""), 1, Integer::sum));
        List<ObjectNode> left = matching.stream()
                .filter(row -> after == null || order.compare(row, after) > 0)
                .toList();
        List<ObjectNode> shown = left.subList(0, Math.min(limit, left.size()));
        String next = left.size() > limit ? order.token(shown.get(limit - 1)) : null;
        return new Page(shown, rows.columns(), matching.size(), labels, next);
    }

    private static int limit(String text) {
        if (!text.matches("-?\\d{1,9}")) {
            throw STORED.invalid("limit is not a whole number");
        }
        int limit = Integer.parseInt(text);
        return limit <= 0 ? LIMIT_FOR_NONE : Math.min(limit, MAX_LIMIT);
    }
}
