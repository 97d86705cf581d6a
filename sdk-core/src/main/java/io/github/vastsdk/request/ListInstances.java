package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.internal.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which instances to list, and how. What is not set is not sent. */
public final class ListInstances {
    /** The most rows that the service puts on a page. */
    public static final int MAX_LIMIT = 25;

    private final @Nullable String filters;
    private final @Nullable String order;
    private final @Nullable String columns;
    private final @Nullable Integer limit;

    private ListInstances(Builder builder) {
        this.filters = builder.filters.isEmpty() ? null : Json.text(builder.filters);
        this.order = builder.order.isEmpty() ? null : Json.text(builder.order);
        this.columns = builder.columns == null ? null : Json.text(builder.columns);
        this.limit = builder.limit;
    }

    /**
     * Starts a request that sets nothing: every instance, in the service's order.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the filters as the API takes them.
     *
     * @return a JSON object; null for none
     */
    public @Nullable String filtersJson() {
        return filters;
    }

    /**
     * Returns the order as the API takes it.
     *
     * @return a JSON array; null for none
     */
    public @Nullable String orderJson() {
        return order;
    }

    /**
     * Returns the wanted columns as the API takes them.
     *
     * @return a JSON array; null for all
     */
    public @Nullable String columnsJson() {
        return columns;
    }

    /**
     * Returns the page size.
     *
     * @return 1 to 25; null for the service's own
     */
    public @Nullable Integer limit() {
        return limit;
    }

    /** Collects filters, order, page size and columns. */
    public static final class Builder {
        private final Map<String, Map<String, Object>> filters = new LinkedHashMap<>();
        private final List<Map<String, String>> order = new ArrayList<>();
        private @Nullable List<String> columns;
        private @Nullable Integer limit;

        private Builder() {}

        /**
         * Keeps instances whose column compares so with a value. Several conditions must all hold. Columns that the
         * service computes, such as {@code dph_total} and {@code num_gpus}, cannot be filtered by: it answers
         * {@code invalid_request}.
         *
         * @param column the API's name of a stored column, such as {@code label} or {@code actual_status}
         * @param op how to compare
         * @param value a text, number or boolean; a collection of them for {@code IN} and {@code NOTIN}
         * @return this builder
         * @throws IllegalArgumentException if the value does not suit the operator, or the column has that operator
         *     already
         */
        public Builder where(String column, FilterOp op, Object value) {
            if (op.takesList() != value instanceof Collection<?>) {
                throw new IllegalArgumentException(
                        op + (op.takesList() ? " takes a collection of values" : " takes one value"));
            }
            Map<String, Object> conditions =
                    filters.computeIfAbsent(Args.notBlank(column, "column"), name -> new LinkedHashMap<>());
            if (conditions.putIfAbsent(op.wire(), value) != null) {
                throw new IllegalArgumentException("column " + column + " has a condition with " + op + " already");
            }
            return this;
        }

        /**
         * Keeps instances with this label.
         *
         * @param label the label; null for instances without one
         * @return this builder
         */
        public Builder label(@Nullable String label) {
            return label == null
                    ? where("label", FilterOp.IN, Collections.singletonList(null))
                    : where("label", FilterOp.EQ, label);
        }

        /**
         * Orders by a column, ascending, after the columns given before.
         *
         * @param column the API's name of a column
         * @return this builder
         */
        public Builder orderBy(String column) {
            return order(column, "asc");
        }

        /**
         * Orders by a column, descending, after the columns given before.
         *
         * @param column the API's name of a column
         * @return this builder
         */
        public Builder orderByDescending(String column) {
            return order(column, "desc");
        }

        private Builder order(String column, String direction) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("col", Args.notBlank(column, "column"));
            entry.put("dir", direction);
            order.add(entry);
            return this;
        }

        /**
         * Sets how many rows a page has. All pages together have every matching row, whatever their size.
         *
         * @param rows 1 to 25
         * @return this builder
         * @throws IllegalArgumentException if the number is out of range; the service would silently use another
         */
        public Builder limit(int rows) {
            if (rows < 1 || rows > MAX_LIMIT) {
                throw new IllegalArgumentException("limit must be from 1 to " + MAX_LIMIT + ": " + rows);
            }
            limit = rows;
            return this;
        }

        /**
         * Asks for some columns only. The rest of each row is then null.
         *
         * @param names the API's names of columns
         * @return this builder
         */
        public Builder columns(String... names) {
            columns = Arrays.stream(names).map(Objects::requireNonNull).toList();
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public ListInstances build() {
            return new ListInstances(this);
        }
    }
}
