package io.github.vastsdk;

import com.fasterxml.jackson.core.JsonParser;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Reads a market of 25,000 offers and tells what that took, beside a parser that only looks at the tokens. */
final class OfferDecodeProgram {
    static final int OFFERS = 25_000;
    private static final int WARM_UP = 5_000;

    private OfferDecodeProgram() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (OfferMarket market = new OfferMarket(WARM_UP)) {
            tokens(market);
            decode(market);
        }
        try (OfferMarket market = new OfferMarket(OFFERS)) {
            double megabytes = market.size() / 1e6;
            double tokens = tokens(market);
            Decoded decoded = decode(market);
            System.out.printf(
                    "JDK %s, heap of at most %d MB: %d offers from %.1f MB, decoding %.0f MB/s, tokens alone %.0f MB/s,"
                            + " %.2f bytes allocated per JSON byte%n",
                    Runtime.version().feature(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    decoded.offers,
                    megabytes,
                    megabytes / decoded.seconds,
                    megabytes / tokens,
                    decoded.allocated / (double) market.size());
        }
    }

    private record Decoded(int offers, double seconds, long allocated) {}

    private static Decoded decode(OfferMarket market) {
        AtomicLong allocated = new AtomicLong();
        Consumer<Offer> taker = offer -> {
            if (offer.id() % 1000 == 999) {
                allocated.set(allocatedByThisThread());
            }
        };
        try (VastClient vast = VastClient.builder()
                .apiKey("none")
                .baseUrl(market.url())
                .pacing(Pacing.off())
                .build()) {
            long begun = System.nanoTime();
            OfferScan scan = vast.offers()
                    .search(OfferQuery.of().limit(OFFERS))
                    .scan(taker)
                    .execute();
            return new Decoded(scan.offers(), (System.nanoTime() - begun) / 1e9, allocated.get());
        }
    }

    /** The seconds that it takes to receive an answer and to tell its tokens apart. */
    private static double tokens(OfferMarket market) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(market.url())).build();
        long begun = System.nanoTime();
        try (InputStream in = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body();
                JsonParser parser = Json.parser(in)) {
            while (parser.nextToken() != null) {}
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long allocatedByThisThread() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            return (long) beans.invoke(
                    new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                    "getThreadAllocatedBytes",
                    new Object[] {Thread.currentThread().getId()},
                    new String[] {"long"});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
