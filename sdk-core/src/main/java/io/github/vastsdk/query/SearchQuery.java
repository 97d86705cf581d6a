package io.github.vastsdk.query;

import io.github.vastsdk.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What queries have in common. Queries are immutable: each method that changes something gives another query.
 *
 * @param <S> what the rows are
 * @param <Q> the class of the query
 */
public abstract sealed class SearchQuery<S, Q extends SearchQuery<S, Q>> permits OfferQuery, VolumeOfferQuery {
    final Criteria<S> criteria;

    /** Computed once, because an answer with thousands of rows asks for it each time. */
    private final List<Condition<S>> effective;

    SearchQuery(Criteria<S> criteria) {
        this.criteria = criteria;
        this.effective = criteria.effective();
    }

    abstract Q with(Criteria<S> changed);

    /**
     * Adds conditions, all of which must hold. A default condition on the same field is replaced.
     *
     * @param conditions the conditions
     * @return the query with them
     * @throws IllegalArgumentException if a field has another condition with the same operator already
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Q where(Condition<S>... conditions) {
        return with(criteria.where(List.of(conditions)));
    }

    /**
     * Drops every condition on a field, the default one included. In texts it is {@code field=any}.
     *
     * @param field the field
     * @return the query without them
     */
    public final Q without(Field<S> field) {
        return with(criteria.without(field));
    }

    /**
     * Drops the default conditions. Those that the caller replaced stay.
     *
     * @return the query without them
     */
    public final Q withoutDefaults() {
        return with(criteria.withoutDefaults());
    }

    /**
     * Sets the order, in the place of the present one.
     *
     * @param order the first decides, the next decide among equals; none leaves the order to the service
     * @return the query with it
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Q orderBy(Order<S>... order) {
        return with(criteria.orderBy(List.of(order)));
    }

    /**
     * Sets the order, in the place of the present one, by a text such as {@code num_gpus,total_flops-,dph+}: names of
     * fields, each with {@code -} before or after it for the greatest first.
     *
     * @param order the text; an empty one leaves the order to the service
     * @return the query with it
     * @throws IllegalArgumentException if it names an unknown field
     */
    public final Q orderBy(String order) {
        return with(criteria.orderBy(Grammar.order(criteria.columns(), order)));
    }

    /**
     * Limits the number of rows. Without a limit the service gives 64, and it was seen to give no more with one.
     *
     * @param rows 1 or more
     * @return the query with it
     * @throws IllegalArgumentException if it is less than 1
     */
    public final Q limit(int rows) {
        return with(criteria.limit(rows));
    }

    /**
     * Sets the storage that the prices in the answer include. <strong>Set it to the disk or volume that you will
     * create</strong>: it changes what is cheapest.
     *
     * @param gb the size in GB, 0 or more
     * @return the query with it
     * @throws IllegalArgumentException if it is negative or no finite number
     */
    public final Q storageGb(double gb) {
        return with(criteria.storageGb(gb));
    }

    /**
     * Lists the conditions that are sent, those by default included.
     *
     * @return the conditions
     */
    public final List<Condition<S>> conditions() {
        return effective;
    }

    /**
     * Gives the order.
     *
     * @return the first decides; empty if it is left to the service
     */
    public final List<Order<S>> order() {
        return criteria.order();
    }

    /**
     * Gives the limit.
     *
     * @return the number of rows; empty if it is left to the service
     */
    public final OptionalInt limit() {
        return criteria.limit() == null ? OptionalInt.empty() : OptionalInt.of(criteria.limit());
    }

    /**
     * Gives the storage that prices include.
     *
     * @return the size in GB
     */
    public final double storageGb() {
        return criteria.storageGb();
    }

    /**
     * Checks a row, because the service does not apply every condition that it accepts.
     *
     * @param row a row of an answer
     * @return whether nothing in it contradicts the query; see {@link #violations}
     */
    public final boolean matches(S row) {
        return violations(row).isEmpty();
    }

    /**
     * Lists the conditions, those by default included, that a row contradicts. A row that lacks the member does not
     * contradict: the service knows more than it says, and leaves members out.
     *
     * @param row a row of an answer
     * @return the conditions; empty if the row is as asked for, as far as it tells
     */
    public final List<Condition<S>> violations(S row) {
        return effective.stream()
                .filter(condition -> condition.isViolatedBy(row))
                .toList();
    }

    /**
     * Gives the query as the API takes it.
     *
     * @return the members of the JSON body: conditions by field and operator, and the rest
     */
    public abstract Map<String, Object> toMap();

    /**
     * Writes the query as the API takes it.
     *
     * @return a JSON object
     */
    public final String toJson() {
        return Json.text(toMap());
    }

    /**
     * Returns the conditions in the text grammar, such as {@code gpu_name=RTX_4090 gpu_ram>=24 rented=any}. Default
     * conditions are not shown, dropped ones are. Order, limit, type and storage have no place in that grammar.
     */
    @Override
    public final String toString() {
        return criteria.toString();
    }
}
