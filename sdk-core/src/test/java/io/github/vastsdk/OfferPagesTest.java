package io.github.vastsdk;

import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.internal.LogCapture;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walking over a market that shows 64 offers at a time. */
class OfferPagesTest extends WireTest {
    private static final int CAP = 64;

    private final Map<Long, Double> prices = new TreeMap<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private boolean filters = true;
    private boolean sorts = true;
    private BiFunction<Integer, ObjectNode, ObjectNode> change = (number, page) -> page;

    @BeforeEach
    void openMarket() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                JsonNode body = json(body(request));
                requests.add(body);
                ObjectNode page =
                        change.apply(requests.size(), page(body.path("q").isObject() ? body.path("q") : body));
                return page.has("status")
                        ? new MockResponse.Builder()
                                .code(page.get("status").asInt())
                                .build()
                        : new MockResponse.Builder().body(page.toString()).build();
            }
        });
    }

    private ObjectNode page(JsonNode body) {
        JsonNode price = body.path("dph_total");
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rows = answer.putArray("offers");
        Comparator<Map.Entry<Long, Double>> order = Map.Entry.comparingByValue();
        prices.entrySet().stream()
                .filter(offer -> !filters
                        || (offer.getValue() >= price.path("gte").asDouble(0)
                                && offer.getValue() > price.path("gt").asDouble(-1)
                                && offer.getValue() <= price.path("lte").asDouble(99)))
                .sorted(sorts ? order : order.reversed())
                .limit(Math.min(CAP, body.path("limit").asInt(CAP)))
                .forEach(offer -> rows.addObject()
                        .put("id", offer.getKey())
                        .put("gpu_name", offer.getKey() % 2 == 0 ? "RTX 4090" : "L4")
                        .put("dph_total", offer.getValue()));
        return answer;
    }

    private void offers(long from, long to, double price) {
        LongStream.rangeClosed(from, to).forEach(id -> prices.put(id, price));
    }

    private void dearer(int count) {
        LongStream.rangeClosed(1, count).forEach(id -> prices.put(id, id / 100.0));
    }

    private OfferSearch everything() {
        return vast.offers().search(OfferQuery.of());
    }

    private static void assertFound(OfferListing found, int size, boolean truncated) {
        assertThat(found).hasSize(size);
        assertThat(found.truncated()).isEqualTo(truncated);
    }

    @Test
    void all_whenTheMarketHasSeveralPages_thenGivesEveryOfferOnceByPrice() {
        dearer(150);

        OfferListing all = everything().all();

        assertThat(all).extracting(Offer::id).containsExactlyElementsOf(prices.keySet());
        assertThat(all.truncated()).isFalse();
        assertThat(all.dropped()).isZero();
        assertThat(requests).hasSize(3);
        assertThat(requests.get(0))
                .isEqualTo(json("{'verified':{'eq':true},'external':{'eq':false},'rentable':{'eq':true},"
                        + "'rented':{'eq':false},'order':[['dph_total','asc']],'type':'on-demand','limit':64,"
                        + "'allocated_storage':5.0}"));
        assertThat(requests.get(1).path("dph_total")).isEqualTo(json("{'gte':0.64}"));
        assertThat(requests.get(2).path("dph_total")).isEqualTo(json("{'gte':1.27}"));
    }

    @Test
    void stream_whenFewAreTaken_thenAsksNoFurther() {
        dearer(150);

        assertThat(everything().stream().limit(64)).hasSize(64);
        assertThat(requests).hasSize(1);
        Iterator<Offer> rows = everything().stream().iterator();
        assertThat(requests).hasSize(1);
        rows.next();
        assertThat(requests).hasSize(2);
    }

    @Test
    void stream_whenTheQueryHasFiltersOrderAndLimit_thenKeepsFiltersAndLimit() {
        dearer(200);
        OfferQuery query = OfferQuery.of(dphTotal.gte(0.5), dphTotal.lte(1.9), gpuName.eq("RTX 4090"), dphTotal.desc())
                .limit(50)
                .storageGb(40);

        List<Offer> found = vast.offers().search(query).stream().toList();

        assertThat(found).hasSize(50).allSatisfy(offer -> assertThat(offer.gpu().name())
                .isEqualTo("RTX 4090"));
        assertThat(requests).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.path("gpu_name")).isEqualTo(json("{'eq':'RTX 4090'}"));
            assertThat(sent.path("order")).isEqualTo(json("[['dph_total','asc']]"));
            assertThat(sent.path("allocated_storage").asDouble()).isEqualTo(40);
        });
        assertThat(requests.get(0).path("dph_total")).isEqualTo(json("{'gte':0.5,'lte':1.9}"));
        assertThat(requests.get(1).path("dph_total")).isEqualTo(json("{'gte':1.13,'lte':1.9}"));
    }

    @Test
    void all_whenTheServiceIgnoresAFilter_thenWalksOnOverWhatItDrops() {
        dearer(150);

        OfferListing all = vast.offers().search(gpuName.eq("RTX 3090")).all();

        assertThat(all).isEmpty();
        assertThat(all.dropped()).isEqualTo(150);
        assertThat(all.truncated()).isFalse();
        assertThat(requests).hasSize(3);
    }

    @Test
    void all_whenTheLimitEndsIt_thenSaysThatThereIsMore() {
        dearer(150);

        assertFound(vast.offers().search(OfferQuery.of().limit(100)).all(), 100, true);
        assertFound(vast.offers().search(OfferQuery.of().limit(1000)).all(), 150, false);
    }

    @Test
    void all_whenPricesAreEqualAcrossAPageBreak_thenMissesNone() {
        offers(1, 60, 0.1);
        offers(61, 80, 0.2);
        offers(81, 100, 0.3);

        OfferListing all = everything().all();

        assertThat(all).hasSize(100).doesNotHaveDuplicates();
        assertThat(all.truncated()).isFalse();
        assertThat(requests.get(1).path("dph_total")).isEqualTo(json("{'gte':0.2}"));
    }

    @Test
    void all_whenMoreThanAPageCostTheSame_thenGoesOnAboveAndSaysThatSomeAreMissing() {
        offers(1, 10, 0.1);
        offers(11, 110, 0.2);
        offers(111, 130, 0.3);

        OfferListing all = everything().all();

        // 54 of the hundred on the first page, ten more on the second, and no way to the rest.
        assertThat(all).hasSize(10 + 64 + 20).doesNotHaveDuplicates();
        assertThat(all.get(all.size() - 1).id()).isEqualTo(130);
        assertThat(all.truncated()).isTrue();
        assertThat(requests).extracting(sent -> sent.path("dph_total")).endsWith(json("{'gt':0.2}"));
    }

    @Test
    void stream_whenMoreThanAPageCostTheSame_thenWarnsOnce() {
        offers(1, 100, 0.2);
        offers(101, 200, 0.3);
        try (LogCapture log = new LogCapture()) {
            assertThat(everything().stream()).hasSize(128);

            assertThat(log.own(Level.WARN))
                    .singleElement()
                    .asString()
                    .contains("could not be walked over in full", "$0.2/h");
        }
        assertThat(requests).hasSize(3);
    }

    @Test
    void all_whenPricesMoveMeanwhile_thenGivesEachOfferOnceAtThePriceSeenFirst() {
        dearer(100);
        change = (number, page) -> {
            prices.put(1L, 0.95); // seen already, and dearer now
            prices.put(99L, 0.015); // passed already, and cheaper now
            return page;
        };

        OfferListing all = everything().all();

        assertThat(all).hasSize(99).extracting(Offer::id).doesNotContain(99L).doesNotHaveDuplicates();
        assertThat(all.get(0).price().dphTotal()).isEqualTo(0.01);
    }

    @Test
    void all_whenTheServiceIgnoresThePrice_thenStopsAtThePageThatBringsNothingNew() {
        dearer(100);
        filters = false;

        OfferListing all = everything().all();

        assertThat(all).hasSize(64);
        assertThat(all.truncated()).isTrue();
        assertThat(requests).hasSize(2);
    }

    @Test
    void all_whenTheServiceIgnoresPriceAmongEquals_thenStopsToo() {
        offers(1, 100, 0.2);
        filters = false;

        assertFound(everything().all(), 64, true);
        assertThat(requests).hasSize(2);
    }

    @Test
    void all_whenTheServiceDoesNotSort_thenStopsAndSaysThatSomeAreMissing() {
        dearer(100);
        sorts = false;

        assertFound(everything().all(), 64, true);
        assertThat(requests).hasSize(1);
    }

    @Test
    void all_whenATextBoundsThePrice_thenWalksOnFromThere() {
        dearer(200);

        assertFound(vast.offers().search("dph>=0.5 dph<=1.9").all(), 141, false);
        assertThat(requests.get(0).path("dph_total")).isEqualTo(json("{'gte':'0.5','lte':'1.9'}"));
        assertThat(requests.get(1).path("dph_total")).isEqualTo(json("{'gte':1.13,'lte':'1.9'}"));
        assertFound(vast.offers().search("dph>0.5").all(), 150, false);
    }

    @Test
    void all_whenSomeRowsOfAPageAreOutOfOrder_thenSaysThatSomeMayBeMissing() {
        dearer(100);
        change = (number, page) -> {
            ArrayNode rows = page.withArray("offers");
            rows.insert(1, rows.remove(30));
            return page;
        };

        assertFound(everything().all(), 100, true);
    }

    @Test
    void all_whenRowsHaveNoPrice_thenStopsAndSaysThatSomeAreMissing() {
        dearer(64);
        change = (number, page) -> {
            page.path("offers").forEach(row -> ((ObjectNode) row).putNull("dph_total"));
            return page;
        };

        assertFound(everything().all(), 64, true);
    }

    @Test
    void all_whenAShortPageSaysTruncated_thenGoesOn() {
        dearer(100);
        change = (number, page) -> {
            ArrayNode rows = page.withArray("offers");
            while (rows.size() > 40) {
                rows.remove(40);
            }
            return page.put("truncated", rows.size() == 40);
        };

        assertFound(everything().all(), 100, false);
        assertThat(requests).hasSize(3);
    }

    @Test
    void all_whenTheMarketIsExactlyFull_thenIsComplete() {
        dearer(64);

        assertFound(everything().all(), 64, false);
        assertThat(requests).hasSize(2);
    }

    @Test
    void stream_whenThePriceHasManyDigits_thenSendsItBackAsItCame() {
        double odd = 0.1 + 0.2;
        offers(1, 63, 0.1);
        offers(64, 70, odd);

        assertThat(everything().all()).hasSize(70);
        assertThat(requests.get(1).path("dph_total").path("gte").doubleValue()).isEqualTo(odd);
        assertThat(requests.get(1).path("dph_total").path("gte").asText()).isEqualTo("0.30000000000000004");
    }

    @Test
    void stream_whenAPageFails_thenThrowsAndNeverEndsEarly() {
        dearer(100);
        change = (number, page) -> number == 2 ? JSON.createObjectNode().put("status", 500) : page;

        Iterator<Offer> rows = everything().stream().iterator();
        for (int i = 0; i < 64; i++) {
            rows.next();
        }
        assertThatThrownBy(rows::hasNext).isInstanceOf(ServerException.class);
        assertThat(rows.hasNext()).as("asked again").isTrue();
        change = (number, page) -> JSON.createObjectNode().put("status", 500);
        assertThatThrownBy(() -> everything().all()).isInstanceOf(ServerException.class);
    }

    @Test
    void all_whenBySearchAsks_thenWalksThere() {
        dearer(100);

        assertThat(everything().bySearchAsks().all()).hasSize(100);
        assertThat(requests.get(1).path("select_cols")).isEqualTo(json("['*']"));
        assertThat(requests.get(1).at("/q/dph_total")).isEqualTo(json("{'gte':0.64}"));
    }
}
