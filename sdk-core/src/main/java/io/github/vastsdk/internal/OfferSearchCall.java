package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.OfferListing;
import io.github.vastsdk.OfferScan;
import io.github.vastsdk.OfferSearch;
import io.github.vastsdk.Reply;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A search for offers, bound to a client. */
public final class OfferSearchCall implements OfferSearch {
    private static final Logger log = LoggerFactory.getLogger(OfferSearch.class);
    private static final Duration SCAN_TIMEOUT = Duration.ofMinutes(5);

    private final Transport transport;
    private final OfferQuery query;
    private final boolean searchAsks;
    private final CallOptions options;
    private final boolean timed;
    private final Call<OfferListing> one;

    /** A search as the client makes it when nothing else is said. */
    public OfferSearchCall(Transport transport, OfferQuery query) {
        this(transport, query, false, transport.options(), false);
    }

    private OfferSearchCall(
            Transport transport, OfferQuery query, boolean searchAsks, CallOptions options, boolean timed) {
        this.transport = transport;
        this.query = query;
        this.searchAsks = searchAsks;
        this.options = options;
        this.timed = timed;
        this.one = call(query.toMap(), this::listing);
    }

    private <T> Call<T> call(Map<String, Object> body, Shape<T> shape) {
        Operation<T> operation = searchAsks
                ? Operation.put(RetrySafety.READ, "/api/v0/search/asks/")
                        .json("select_cols", List.of("*"))
                        .json("q", body)
                        .as(shape)
                : Operation.post(RetrySafety.READ, "/api/v0/bundles/")
                        .withBody(body)
                        .as(shape)
                        .every(6.0);
        return transport.call(operation, options);
    }

    private OfferListing listing(Payload answer) throws IOException {
        OfferAnswer answered = OfferAnswer.read(answer);
        OfferSieve sieve = new OfferSieve(query);
        List<Offer> offers = answered.rows().stream().filter(sieve::passes).toList();
        return OfferListing.of(offers, answered.mayBeMore(query.limit().orElse(Integer.MAX_VALUE)), sieve.dropped());
    }

    @Override
    public Stream<Offer> stream() {
        return rows(pages(why -> log.warn("The market could not be walked over in full: {}", why)));
    }

    @Override
    public OfferListing all() {
        OfferPages pages = pages(why -> {});
        List<Offer> offers = rows(pages).toList();
        return OfferListing.of(offers, pages.hasGap() || pages.isUnderWay(), pages.dropped());
    }

    private OfferPages pages(Consumer<String> onGap) {
        return new OfferPages(query, body -> call(body, OfferAnswer::read).execute(), onGap);
    }

    private Stream<Offer> rows(OfferPages pages) {
        Stream<Offer> rows = StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        pages, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
                false);
        OptionalInt limit = query.limit();
        return limit.isPresent() ? rows.limit(limit.getAsInt()) : rows;
    }

    @Override
    public Call<OfferScan> scan(Consumer<? super Offer> taker) {
        Objects.requireNonNull(taker, "taker");
        OfferSearchCall patient = timed ? this : timeout(SCAN_TIMEOUT);
        return patient.call(query.toMap(), new OfferScanShape(query, taker));
    }

    @Override
    public OfferSearch bySearchAsks() {
        return new OfferSearchCall(transport, query, true, options, timed);
    }

    private OfferSearchCall with(CallOptions changed) {
        return new OfferSearchCall(transport, query, searchAsks, changed, timed);
    }

    @Override
    public OfferSearchCall timeout(Duration limit) {
        return new OfferSearchCall(transport, query, searchAsks, options.withTimeout(limit), true);
    }

    @Override
    public OfferSearch deadline(Duration limit) {
        return with(options.withDeadline(limit));
    }

    @Override
    public OfferSearch retries(int max) {
        return with(options.withRetries(max));
    }

    @Override
    public OfferSearch header(String name, String value) {
        return with(options.withHeader(Objects.requireNonNull(name), Objects.requireNonNull(value)));
    }

    @CanIgnoreReturnValue
    @Override
    public OfferListing execute() {
        return one.execute();
    }

    @Override
    public CompletableFuture<OfferListing> executeAsync() {
        return one.executeAsync();
    }

    @Override
    public Call<Reply<OfferListing>> withReply() {
        return one.withReply();
    }

    @Override
    public Call<JsonNode> raw() {
        return one.raw();
    }

    @Override
    public String toCurl() {
        return one.toCurl();
    }

    @Override
    public String toString() {
        return one.toString();
    }
}
