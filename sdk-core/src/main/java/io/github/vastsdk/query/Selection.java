package io.github.vastsdk.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a plain list, such as that of the templates, and in which order. Such lists take the conditions as a
 * parameter {@code select_filters} and have no default ones. Immutable.
 *
 * @param <S> what the rows are
 */
public final class Selection<S> {
    private final Criteria<S> criteria;

    private Selection(Criteria<S> criteria) {
        this.criteria = criteria;
    }

    /**
     * Makes a selection.
     *
     * @param terms conditions, all of which must hold, and orders, the first of which decides
     * @param <S> what the rows are
     * @return the selection
     * @throws IllegalArgumentException if a field has two conditions with the same operator
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S> Selection<S> of(Term<S>... terms) {
        return new Selection<>(Criteria.of(new Columns<>(), List.of(), List.of(), 0, List.of(terms)));
    }

    static <S> Selection<S> parse(Columns<S> columns, String text) {
        return new Selection<>(Grammar.conditions(Criteria.of(columns, List.of(), List.of(), 0, List.of()), text));
    }

    static <S> Selection<S> fromJson(Columns<S> columns, String json) {
        Criteria<S> criteria = Criteria.of(columns, List.of(), List.of(), 0, List.of());
        for (Map.Entry<String, JsonNode> column : QueryJson.tree(json).properties()) {
            criteria = QueryJson.conditions(criteria, column.getKey(), column.getValue());
        }
        return new Selection<>(criteria);
    }

    /**
     * Sets the order, in the place of the present one.
     *
     * @param order the first decides, the next decide among equals; none leaves the order to the service
     * @return the selection with it
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Selection<S> orderBy(Order<S>... order) {
        return new Selection<>(criteria.orderBy(List.of(order)));
    }

    /**
     * Gives the conditions as the API takes them.
     *
     * @return a JSON object
     */
    public String filtersJson() {
        return Json.text(Condition.toMap(criteria.conditions()));
    }

    /**
     * Gives the order as the API takes it.
     *
     * @return a JSON array; null for none
     */
    public @Nullable String orderJson() {
        return criteria.order().isEmpty()
                ? null
                : Json.text(criteria.order().stream().map(Selection::entry).toList());
    }

    private static Map<String, String> entry(Order<?> each) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("col", each.field());
        entry.put("dir", each.direction());
        return entry;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selection<?> selection
                && selection.criteria.conditions().equals(criteria.conditions())
                && selection.criteria.order().equals(criteria.order());
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria.conditions(), criteria.order());
    }

    /** Returns the conditions in the grammar of {@link OfferQuery#parse}, without the order. */
    @Override
    public String toString() {
        return criteria.toString();
    }
}
