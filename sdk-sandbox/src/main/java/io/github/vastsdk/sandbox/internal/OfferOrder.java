package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order in which a search lists offers: pairs of a column and a direction. */
final class OfferOrder {
    private static final Comparator<JsonNode> BY_ID =
            Comparator.comparingLong(row -> row.path("id").longValue());

    private OfferOrder() {}

    /**
     * Reads an order. Columns that are not known are passed over; the id ends it, so that it is total.
     *
     * @param order pairs such as {@code ["dph_total", "asc"]}; null for the best score first
     * @return the order, nulls last in either direction
     */
    static Comparator<JsonNode> parse(@Nullable JsonNode order) {
        if (order == null) {
            return by("score", true).thenComparing(BY_ID);
        }
        if (!order.isArray()) {
            throw OfferSearch.invalid("order is not an array");
        }
        Comparator<JsonNode> all = BY_ID;
        for (int i = order.size() - 1; i >= 0; i--) {
            JsonNode pair = order.get(i);
            all = by(pair.path(0).asText(), pair.path(1).asText("asc").equals("desc"))
                    .thenComparing(all);
        }
        return all;
    }

    private static Comparator<JsonNode> by(String name, boolean descending) {
        if (name.equals("id")) {
            return descending ? BY_ID.reversed() : BY_ID;
        }
        OfferColumn column = OfferColumn.of(name);
        return (left, right) -> column == null
                ? 0
                : compare(column.value().apply(left), column.value().apply(right), descending);
    }

    private static int compare(JsonNode left, JsonNode right, boolean descending) {
        boolean noLeft = left.isNull() || left.isMissingNode();
        boolean noRight = right.isNull() || right.isMissingNode();
        if (noLeft || noRight) {
            return Boolean.compare(noLeft, noRight);
        }
        Integer order = Scalars.compare(left, right);
        if (order == null) {
            return 0;
        }
        return descending ? -order : order;
    }
}
