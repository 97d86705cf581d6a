package io.github.vastsdk;

import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.model.Offer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A search for offers. {@link #execute()} makes <em>one</em> request, which the service answers with at most 64 offers;
 * {@link #stream()} and {@link #all()} go on from there, and {@link #scan} takes an answer of any size.
 *
 * <p>The service ignores filters that it does not know, and some that it does. So each offer is compared with the query
 * again, and what contradicts it is left out and counted. An offer that the service sends twice is given once.
 */
@CheckReturnValue
public interface OfferSearch extends Call<OfferListing> {
    /**
     * Walks over the market by ascending price, beyond the 64 offers of one search: the next request asks for what costs
     * as much as the last offer or more. A request is made when its first offer is asked for; the service allows ten
     * searches a minute. Time limits and retries hold for each request.
     *
     * <p>The filters of the query hold, its limit holds for the whole stream, and its order is replaced by the price. The
     * market moves meanwhile: an offer that gets cheaper than what was passed already is missed, and one that gets
     * dearer keeps the price that was seen first. Of more than 64 offers at exactly one price, only those are seen that
     * the service shows; a WARN line says so, and {@link #all()} tells it by {@link OfferListing#truncated()}.
     *
     * @return a sequential stream whose operations throw what {@link #execute()} throws
     */
    Stream<Offer> stream();

    /**
     * Walks over the market as {@link #stream()} does, and waits for the end.
     *
     * @return all offers that can be reached, by ascending price; {@link OfferListing#truncated()} tells whether there
     *     may be more
     */
    OfferListing all();

    /**
     * Takes the offers of one answer while it arrives: for searches whose limit the service does not cut to 64, up to the
     * whole market (25,000 offers, 70 MB). The answer is never held in memory; what a program keeps of it is up to the
     * program.
     *
     * <p>The taker is called on one of the client's threads, with one offer at a time, and may take its time. What it
     * throws ends the call and is thrown by {@code execute()}. An answer that breaks off is asked for again, as with
     * every read; offers that were handed over then are not handed over twice. So when the call fails, some offers may
     * have been handed over, and when it succeeds, all of them were.
     *
     * <p>One attempt may take five minutes, unless a {@link #timeout} was set. {@link Reply#json()} is not to be had from
     * this call.
     *
     * @param taker takes the offers
     * @return the call
     * @see ResponseFormatException if the answer is larger than the client accepts, 128 MB decoded by default
     */
    Call<OfferScan> scan(Consumer<? super Offer> taker);

    /**
     * Sends the search by the service's newer operation, {@code PUT /api/v0/search/asks/}, which answers alike. No
     * interval is documented for it.
     *
     * @return the changed search
     */
    OfferSearch bySearchAsks();

    @Override
    OfferSearch timeout(Duration limit);

    @Override
    OfferSearch deadline(Duration limit);

    @Override
    OfferSearch retries(int max);

    @Override
    OfferSearch header(String name, String value);
}
