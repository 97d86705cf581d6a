package io.github.vastsdk.internal;

import io.github.vastsdk.OfferScan;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads offers while they arrive. The attempts of one execution share the sieve: what was handed over is not repeated. */
final class OfferScanShape implements Shape<OfferScan> {
    private final OfferQuery query;
    private final Consumer<? super Offer> taker;
    private final OfferSieve sieve;

    OfferScanShape(OfferQuery query, Consumer<? super Offer> taker) {
        this.query = query;
        this.taker = taker;
        this.sieve = new OfferSieve(query);
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public Shape<OfferScan> begin() {
        return new OfferScanShape(query, taker);
    }

    @Override
    public OfferScan read(Payload answer) throws IOException {
        Rows.Envelope rest = Rows.each(
                answer.open(),
                Offer.class,
                offer -> {
                    answer.rowDone();
                    if (sieve.passes(offer)) {
                        handOver(offer);
                    }
                },
                OfferAnswer.MEMBER);
        return new OfferScan(sieve.passed(), sieve.dropped(), Boolean.TRUE.equals(rest.truncated()));
    }

    private void handOver(Offer offer) {
        try {
            taker.accept(offer);
        } catch (RuntimeException | Error e) {
            throw new OwnFailure(e);
        }
    }
}
