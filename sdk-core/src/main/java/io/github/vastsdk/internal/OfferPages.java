package io.github.vastsdk.internal;

import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the market by price. The service has no token for a next page, so each request asks for what costs as much
 * as the last row or more. The rows at that price come again, and the sieve lets none pass twice.
 *
 * <p>The cursor is the price of the last row sent, dropped or not, and never computed with: a number that came as JSON
 * goes back as the same JSON, so that rounding cannot skip a row.
 */
final class OfferPages implements Iterator<Offer> {
    private static final String PRICE = "dph_total";
    private static final String UNSORTED = "the service did not sort by price";

    private final OfferQuery query;
    private final Function<Map<String, Object>, OfferAnswer> search;
    private final Consumer<String> onGap;
    private final OfferSieve sieve;
    private final Deque<Offer> ready = new ArrayDeque<>();
    private @Nullable Map<String, Object> next;
    private boolean gap;

    /**
     * @param search asks one page
     * @param onGap told when offers are or may be missing, and why
     */
    OfferPages(OfferQuery query, Function<Map<String, Object>, OfferAnswer> search, Consumer<String> onGap) {
        this.query = query;
        this.search = search;
        this.onGap = onGap;
        this.sieve = new OfferSieve(query);
        this.next = page(Map.of());
    }

    /** Whether offers are, or may be, missing from what was walked over so far. */
    boolean hasGap() {
        return gap;
    }

    /** Whether the end was not reached yet. */
    boolean isUnderWay() {
        return next != null || !ready.isEmpty();
    }

    int dropped() {
        return sieve.dropped();
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && next != null) {
            fetch(next);
        }
        return !ready.isEmpty();
    }

    @Override
    public Offer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void fetch(Map<String, Object> body) {
        OfferAnswer page = search.apply(body);
        List<Offer> rows = page.rows();
        int known = sieve.known();
        rows.stream().filter(sieve::passes).forEach(ready::add);
        boolean last = rows.size() < OfferAnswer.CAP && !Boolean.TRUE.equals(page.truncated());
        next = last ? null : following(rows, sieve.known() > known);
    }

    /** Returns the request after a full page, or null if there is none that could bring more. */
    private @Nullable Map<String, Object> following(List<Offer> rows, boolean anyNew) {
        if (rows.isEmpty() || !anyNew) {
            return stuck("the service sent only offers that it had sent before");
        }
        Double first = rows.get(0).price().dphTotal();
        Double last = rows.get(rows.size() - 1).price().dphTotal();
        if (first == null || last == null || last < first) {
            return stuck(UNSORTED);
        }
        if (!isSorted(rows)) {
            // What stands out of place here may do so beyond the page, and so before the cursor.
            stuck(UNSORTED);
        }
        if (first.equals(last)) {
            // Whatever else costs exactly this never gets onto a page; what costs more does.
            stuck("more offers than fit on a page may cost $" + last + "/h");
            return page(Map.of("gt", last));
        }
        return page(Map.of("gte", last));
    }

    private static boolean isSorted(List<Offer> rows) {
        double before = Double.NEGATIVE_INFINITY;
        for (Offer row : rows) {
            Double price = row.price().dphTotal();
            if (price == null || price < before) {
                return false;
            }
            before = price;
        }
        return true;
    }

    /** Notes that offers are or may be missing. Gives the request after the last one: none. */
    private @Nullable Map<String, Object> stuck(String why) {
        if (!gap) {
            onGap.accept(why);
        }
        gap = true;
        return null;
    }

    /** The query by price, from some price on, which narrows the query's own condition and never widens it. */
    private Map<String, Object> page(Map<String, Double> from) {
        Map<String, Object> body = new LinkedHashMap<>(query.toMap());
        Map<Object, @Nullable Object> price = new LinkedHashMap<>();
        if (body.get(PRICE) instanceof Map<?, ?> own) {
            price.putAll(own);
        }
        // The query's own bound is a number, or a text that holds one.
        from.forEach((op, least) ->
                price.merge(op, least, (own, next) -> Double.parseDouble(own.toString()) > least ? own : next));
        if (!price.isEmpty()) {
            body.put(PRICE, price);
        }
        body.put("order", List.of(List.of(PRICE, "asc")));
        body.put("limit", OfferAnswer.CAP);
        return body;
    }
}
