package io.github.vastsdk.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.model.Offer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which offers to search for, and in which order. Immutable.
 *
 * <p>Unless replaced or dropped, these conditions hold: verified, not external, rentable, not rented. The order is by
 * score, the best first; prices are for renting on demand with 5 GB of storage.
 *
 * <p>{@link #of}, {@link #parse} and {@link #fromJson} have the same defaults.
 */
public final class OfferQuery extends SearchQuery<Offer, OfferQuery> {
    private static final double STORAGE_GB = 5;

    private static final List<Condition<Offer>> DEFAULTS = List.of(
            OfferFields.verified.eq(true),
            OfferFields.external.eq(false),
            OfferFields.rentable.eq(true),
            OfferFields.rented.eq(false));

    private final OfferType type;
    private final boolean bundled;

    private OfferQuery(Criteria<Offer> criteria, OfferType type, boolean bundled) {
        super(criteria);
        this.type = type;
        this.bundled = bundled;
    }

    /**
     * Starts a query.
     *
     * @param terms conditions, all of which must hold, and orders, the first of which decides
     * @return the query
     * @throws IllegalArgumentException if a field has two conditions with the same operator
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static OfferQuery of(Term<Offer>... terms) {
        return new OfferQuery(
                Criteria.of(
                        OfferFields.COLUMNS, DEFAULTS, List.of(OfferFields.score.desc()), STORAGE_GB, List.of(terms)),
                OfferType.ON_DEMAND,
                true);
    }

    /**
     * Reads conditions from the text that the official client takes, such as
     * {@code gpu_name in [RTX_4090,"H100 SXM"] gpu_ram>=23 reliability > 0.98 geolocation notin [CN,VN] rented=any}.
     *
     * <ul>
     *   <li>A condition is a field, an operator and a value; blanks separate conditions.
     *   <li>Fields have the API's names. Others: {@code dph}, {@code dlperf_usd}, {@code flops_usd},
     *       {@code cuda_vers}, {@code display_active}, {@code reliability2}.
     *   <li>Operators are {@code = == != > >= < <=}, or words: {@code eq neq noteq gt gte lt lte in notin nin}. A list
     *       stands in brackets with commas between its values.
     *   <li>In names ({@code gpu_name cpu_name disk_name mobo_name}) underscores mean blanks. Double quotes take a
     *       value as it stands, and a quote inside quotes is doubled. GPU names have no underscores, so there they
     *       always mean blanks.
     *   <li>{@code gpu_ram}, {@code gpu_total_ram} and {@code cpu_ram} are in GB of 1000 MB, {@code duration} is in
     *       days.
     *   <li>{@code field=any} (or {@code ?} or {@code *}) drops the conditions on a field, the default one included;
     *       {@code field=None} asks for rows without a value.
     *   <li>A later condition replaces an earlier one of the same field and operator.
     * </ul>
     *
     * <p>Other numbers are sent as the text that they are, as by the official client, so that the service sees what it
     * is used to see from it. A field that does not exist is refused, because the service would ignore the condition.
     * {@code id} is sent but was seen to find nothing: {@code ask_contract_id} does.
     *
     * @param text the conditions, possibly none
     * @return the query
     * @throws IllegalArgumentException if the text is not understood to its last letter; the message says where
     */
    public static OfferQuery parse(String text) {
        OfferQuery start = of();
        return start.with(Grammar.conditions(start.criteria, text));
    }

    /**
     * Reads the JSON that the API takes, such as {@code {"gpu_name":{"eq":"RTX 4090"},"gpu_ram":{"gte":23000}}}. What
     * it says stands beside the defaults; call {@link #withoutDefaults()} if it is to be all.
     *
     * @param json conditions by field and operator, possibly with order, limit, type and storage
     * @return the query
     * @throws IllegalArgumentException if the text is no such JSON, or names something unknown
     */
    public static OfferQuery fromJson(String json) {
        OfferQuery query = of();
        for (Map.Entry<String, JsonNode> member : QueryJson.tree(json).properties()) {
            JsonNode value = member.getValue();
            query = switch (member.getKey()) {
                case "type" -> query.type(OfferType.of(value.asText()));
                case "disable_bundling" ->
                    QueryJson.check(value.isBoolean(), value, "disable_bundling")
                                    .booleanValue()
                            ? query.withoutBundling()
                            : query;
                default -> query.with(QueryJson.member(query.criteria, member));
            };
        }
        return query;
    }

    @Override
    OfferQuery with(Criteria<Offer> changed) {
        return new OfferQuery(changed, type, bundled);
    }

    /**
     * Sets how the instance would be rented, which decides the prices.
     *
     * @param newType the type
     * @return the query with it
     */
    public OfferQuery type(OfferType newType) {
        return new OfferQuery(criteria, Objects.requireNonNull(newType, "newType"), bundled);
    }

    /**
     * Gives how the instance would be rented.
     *
     * @return the type
     */
    public OfferType type() {
        return type;
    }

    /**
     * Asks for each offer by itself. By default the service shows one of several like offers. It calls this option
     * deprecated.
     *
     * @return the query with it
     */
    public OfferQuery withoutBundling() {
        return new OfferQuery(criteria, type, false);
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> body = criteria.toMap();
        body.put("type", type.wire());
        if (!bundled) {
            body.put("disable_bundling", true);
        }
        return Collections.unmodifiableMap(body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OfferQuery query
                && query.criteria.equals(criteria)
                && query.type == type
                && query.bundled == bundled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria, type, bundled);
    }
}
