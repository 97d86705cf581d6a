package io.github.vastsdk;

import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.model.VolumeOffer;
import io.github.vastsdk.query.VolumeOfferQuery;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The offers of volumes that a search found: an unmodifiable list that prints itself as a table, and what is missing from
 * it. Each offer fulfils the query as far as it tells: what the service let through all the same was
 * {@linkplain #dropped() dropped}.
 */
public final class VolumeOfferListing extends AbstractList<VolumeOffer> implements RandomAccess {
    private static final int MOST_SENT = 64;

    private final Listing<VolumeOffer> offers;
    private final boolean truncated;
    private final int dropped;

    private VolumeOfferListing(Listing<VolumeOffer> offers, boolean truncated, int dropped) {
        this.offers = offers;
        this.truncated = truncated;
        this.dropped = dropped;
    }

    /**
     * Makes a listing, for tests of code that works with listings.
     *
     * @param offers the offers; none of them null
     * @param truncated whether there may have been more
     * @param dropped how many offers were left out because they contradicted the query
     * @return the listing
     */
    public static VolumeOfferListing of(List<VolumeOffer> offers, boolean truncated, int dropped) {
        return new VolumeOfferListing(Listing.of(offers), truncated, dropped);
    }

    /** Reads an answer and compares each row with the query again. */
    static Shape<VolumeOfferListing> answering(VolumeOfferQuery query) {
        Shape<Listing<VolumeOffer>> rows = Shape.list(VolumeOffer.class, "offers");
        int most = Math.min(query.limit().orElse(MOST_SENT), MOST_SENT);
        return answer -> {
            List<VolumeOffer> sent = rows.read(answer);
            List<VolumeOffer> kept = sent.stream().filter(query::matches).toList();
            return of(kept, sent.size() >= most, sent.size() - kept.size());
        };
    }

    @Override
    public VolumeOffer get(int index) {
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
    public Optional<VolumeOffer> first() {
        return offers.first();
    }

    /**
     * Tells whether there may be more offers of this kind than the listing. The service says nothing about it, so this
     * is whether it sent as many as the query's limit, or 64, allows.
     *
     * @return true if there may be more
     */
    public boolean truncated() {
        return truncated;
    }

    /**
     * Returns how many offers the service sent although they contradict the query. They are not in the listing.
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
