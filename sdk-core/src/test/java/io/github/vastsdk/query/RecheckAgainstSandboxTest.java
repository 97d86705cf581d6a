package io.github.vastsdk.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.sandbox.SandboxClock;
import io.github.vastsdk.sandbox.VastSandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two readings of the same filters, written apart from each other: the simulated service's, which decides what is sent,
 * and the client's, which checks it again. They must agree on every pair of a query and an offer. Offers lack nothing
 * here: of what is unknown the service finds nothing, and the client does not call it wrong.
 */
class RecheckAgainstSandboxTest {
    private static final int OFFERS = 100;
    private static final int QUERIES = 100;
    /** Rented offers are shown to those who ask for them. */
    private static final Map<String, Object> ANY = Map.of("in", List.of(true, false));

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void matches_whenTheServiceFilters_thenAgreesOnEveryPair(long seed) {
        Random random = new Random(seed);
        RandomOffers rows = new RandomOffers(random, 0);
        List<String> market = IntStream.rangeClosed(1, OFFERS)
                .mapToObj(id -> numbered(rows.next(), id).toString())
                .toList();
        try (VastSandbox sandbox = VastSandbox.builder()
                        .offers(0)
                        .offersFromJson(market)
                        .offerCap(OFFERS)
                        .clock(SandboxClock.manual())
                        .start();
                VastClient vast = VastClient.builder()
                        .baseUrl(sandbox.url().toString())
                        .apiKey(sandbox.apiKey())
                        .build()) {
            List<Offer> all = search(vast, OfferQuery.of().withoutDefaults().storageGb(8));
            assertThat(all).hasSize(OFFERS);
            int found = 0;
            RandomQueries queries = new RandomQueries(random);
            for (int i = 0; i < QUERIES; i++) {
                OfferQuery query = queries.next().storageGb(8).type(OfferType.ON_DEMAND);

                List<Long> sent = ids(search(vast, query));

                assertThat(sent)
                        .as("%s as %s", query, query.toJson())
                        .containsExactlyInAnyOrderElementsOf(
                                ids(all.stream().filter(query::matches).toList()));
                found += sent.size();
            }
            // Agreeing on nothing, or on everything, would show little.
            assertThat(found).isBetween(OFFERS * QUERIES / 50, OFFERS * QUERIES / 2);
        }
    }

    private static ObjectNode numbered(ObjectNode row, long id) {
        return row.put("id", id).put("ask_contract_id", id);
    }

    /** Asks without the client's own check. */
    private static List<Offer> search(VastClient vast, OfferQuery query) {
        Map<String, Object> body = new HashMap<>(query.limit(OFFERS).toMap());
        body.putIfAbsent("rentable", ANY);
        JsonNode offers = vast.call("POST", "/api/v0/bundles/", body).execute().path("offers");
        return StreamSupport.stream(offers.spliterator(), false)
                .map(row -> Offer.fromJson(row.toString()))
                .toList();
    }

    private static List<Long> ids(List<Offer> offers) {
        return offers.stream().map(Offer::id).toList();
    }
}
