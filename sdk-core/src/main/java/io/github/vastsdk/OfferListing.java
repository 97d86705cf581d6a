package io.github.vastsdk;

import io.github.vastsdk.model.Offer;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The offers that a search found: an unmodifiable list that prints itself as a table, and what is missing from it.
 *
 * <p>Each offer stands once, and fulfils the query: what the service let through all the same was
 * {@linkplain #dropped() dropped}.
 */
public final class OfferListing extends AbstractList<Offer> implements RandomAccess {
    private final Listing<Offer> offers;
    private final boolean truncated;
    private final int dropped;

    private OfferListing(Listing<Offer> offers, boolean truncated, int dropped) {
        this.offers = offers;
        this.truncated = truncated;
        this.dropped = dropped;
    }

    /**
     * Makes a listing, for tests of code that works with listings.
     *
     * @param offers the offers; none of them null
     * @param truncated whether there were or may have been more
     * @param dropped how many offers were left out because they violated the query
     * @return the listing
     */
    public static OfferListing of(List<Offer> offers, boolean truncated, int dropped) {
        return new OfferListing(Listing.of(offers), truncated, dropped);
    }

    @Override
    public Offer get(int index) {
        return offers.get(index);
    }

    @Override
    public int size() {
        return offers.size();
    }

    /**
     * Returns the first offer.
     *
     * @return the offer, or nothing if none was found
     */
    public Optional<Offer> first() {
        return offers.first();
    }

    /**
     * Tells whether the market holds, or may hold, more offers of this kind than the listing. True if the service says
     * so and, where it says nothing, if it sent as many as the query's limit, or 64, allows. {@link OfferSearch#all()} reaches further.
     *
     * @return true if there may be more
     */
    public boolean truncated() {
        return truncated;
    }

    /**
     * Returns how many offers the service sent although they violate the query. They are not in the listing.
     *
     * @return zero or more
     */
    public int dropped() {
        return dropped;
    }

    /**
     * Shows all offers as an HTML table; every cell is escaped.
     *
     * @return a {@code <table>} element
     */
    public String toHtml() {
        return offers.toHtml();
    }

    /** Shows the first ten offers as an aligned table of at most 1,000 characters. */
    @Override
    public String toString() {
        return offers.toString();
    }
}
