package io.github.vastsdk.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.model.VolumeOffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Which offers of volumes, local or in a network, to search for, and in which order. Immutable.
 *
 * <p>Unless replaced or dropped, these conditions hold: verified, not external, at least 1 GB of space. The order is by
 * score, the best first; prices are for 1 GB.
 *
 * <p>{@link #of}, {@link #parse} and {@link #fromJson} have the same defaults.
 */
public final class VolumeOfferQuery extends SearchQuery<VolumeOffer, VolumeOfferQuery> {
    private static final double STORAGE_GB = 1;

    private static final List<Condition<VolumeOffer>> DEFAULTS = List.of(
            VolumeOfferFields.verified.eq(true),
            VolumeOfferFields.external.eq(false),
            VolumeOfferFields.diskSpace.gte(1));

    private VolumeOfferQuery(Criteria<VolumeOffer> criteria) {
        super(criteria);
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
    public static VolumeOfferQuery of(Term<VolumeOffer>... terms) {
        return new VolumeOfferQuery(Criteria.of(
                VolumeOfferFields.COLUMNS,
                DEFAULTS,
                List.of(VolumeOfferFields.score.desc()),
                STORAGE_GB,
                List.of(terms)));
    }

    /**
     * Reads conditions from a text, in the grammar of {@link OfferQuery#parse}.
     *
     * @param text the conditions, possibly none
     * @return the query
     * @throws IllegalArgumentException if the text is not understood to its last letter; the message says where
     */
    public static VolumeOfferQuery parse(String text) {
        VolumeOfferQuery start = of();
        return start.with(Grammar.conditions(start.criteria, text));
    }

    /**
     * Reads the JSON that the API takes, such as {@code {"disk_space":{"gte":500}}}. What it says stands beside the
     * defaults; call {@link #withoutDefaults()} if it is to be all.
     *
     * @param json conditions by field and operator, possibly with order, limit and storage
     * @return the query
     * @throws IllegalArgumentException if the text is no such JSON, or names something unknown
     */
    public static VolumeOfferQuery fromJson(String json) {
        VolumeOfferQuery query = of();
        for (Map.Entry<String, JsonNode> member : QueryJson.tree(json).properties()) {
            query = query.with(QueryJson.member(query.criteria, member));
        }
        return query;
    }

    @Override
    VolumeOfferQuery with(Criteria<VolumeOffer> changed) {
        return new VolumeOfferQuery(changed);
    }

    @Override
    public Map<String, Object> toMap() {
        return Collections.unmodifiableMap(criteria.toMap());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VolumeOfferQuery query && query.criteria.equals(criteria);
    }

    @Override
    public int hashCode() {
        return criteria.hashCode();
    }
}
