package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the market: which offers, in which order, how many, and at which price.
 *
 * @param filter the conditions
 * @param order the order
 * @param limit how many at most
 * @param bid whether the price is the lowest bid
 * @param storage how much disk the price includes, in GB
 * @param rentedToo whether offers that are rented out are asked for, too
 */
record OfferSearch(
        OfferFilter filter, Comparator<JsonNode> order, int limit, boolean bid, double storage, boolean rentedToo) {
    static final double DEFAULT_STORAGE = 8;

    /**
     * The answer.
     *
     * @param rows the offers, priced
     * @param truncated whether there are more
     */
    record Found(List<ObjectNode> rows, boolean truncated) {}

    /**
     * Reads a question.
     *
     * @param question the conditions, and beside them {@code order}, {@code type}, {@code limit} and
     *     {@code allocated_storage}
     * @param cap how many offers an answer has at most, whatever the limit
     * @return the question
     */
    static OfferSearch of(JsonNode question, int cap) {
        boolean bid = question.path("type").asText().equals("bid");
        // Searching for bids does not heed what is said about being rented.
        OfferFilter filter = OfferFilter.parse(question, bid ? Set.of("rented") : Set.of());
        BigDecimal storage = Scalars.number(question.path("allocated_storage"));
        return new OfferSearch(
                filter,
                OfferOrder.parse(given(question, "order")),
                limit(given(question, "limit"), cap),
                bid,
                storage == null ? DEFAULT_STORAGE : storage.doubleValue(),
                !bid && (question.has("rentable") || question.has("rented")));
    }

    /** Answers the question from the rows of all offers. */
    Found in(Collection<Offer> offers, Instant now) {
        List<ObjectNode> matching = offers.stream()
                .filter(offer -> rentedToo || offer.free())
                .map(offer -> offer.priced(storage, bid, now))
                .filter(filter)
                .sorted(order)
                .toList();
        return new Found(matching.subList(0, Math.min(limit, matching.size())), matching.size() > limit);
    }

    static Refusal invalid(String why) {
        return new Refusal(Answers.bareError(400, "invalid_request", "Error in query parameters: " + why));
    }

    private static @Nullable JsonNode given(JsonNode question, String name) {
        JsonNode value = question.path(name);
        return value.isNull() || value.isMissingNode() ? null : value;
    }

    private static int limit(@Nullable JsonNode value, int cap) {
        if (value == null) {
            return cap;
        }
        BigDecimal limit = Scalars.number(value);
        if (limit == null) {
            throw invalid("limit is not a number");
        }
        return limit.signum() <= 0 ? cap : limit.min(BigDecimal.valueOf(cap)).intValue();
    }
}
