package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OfferSearchTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BUNDLES = "/api/v0/bundles/";

    private final SandboxClock clock = SandboxClock.manual();
    private VastSandbox sandbox = VastSandbox.builder().clock(clock).start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void restart(SandboxBuilder builder) {
        sandbox.close();
        sandbox = builder.clock(clock).start();
    }

    private Reply post(String question) throws IOException {
        return new TestClient(sandbox).post(BUNDLES, question);
    }

    private List<JsonNode> search(String question) throws IOException {
        return rows(post(question).json());
    }

    private static List<JsonNode> rows(JsonNode answer) {
        return StreamSupport.stream(answer.path("offers").spliterator(), false).toList();
    }

    private List<JsonNode> market() {
        return sandbox.offers().stream().map(OfferSearchTest::read).toList();
    }

    private static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static double dollars(JsonNode row, String name) {
        return row.path(name).doubleValue();
    }

    @Test
    void market_hasRealGpusInPartsOfMachines() {
        List<JsonNode> market = market();
        assertThat(market).hasSize(300);
        assertThat(market).extracting(row -> row.path("gpu_name").asText()).contains("RTX 4090", "H100 SXM", "L40S");
        assertThat(market).extracting(row -> row.path("gpu_frac").doubleValue()).contains(1.0, 0.5, 0.25);
        assertThat(market)
                .extracting(row -> row.path("verification").asText())
                .contains("verified", "unverified", "deverified");
        assertThat(market).anyMatch(row -> row.path("rented").asBoolean());
        assertThat(market).anyMatch(row -> row.path("geolocation").isNull());
        assertThat(market).allSatisfy(row -> {
            assertThat(row.size()).isGreaterThanOrEqualTo(96);
            assertThat(row.path("id")).isEqualTo(row.path("ask_contract_id"));
            assertThat(row.path("rentable").asBoolean())
                    .isNotEqualTo(row.path("rented").asBoolean());
            assertThat(row.path("gpu_ids")).hasSize(row.path("num_gpus").asInt());
            assertThat(row.path("time_remaining").asText("null")).isEmpty();
            assertThat(row.path("hostname").isNull()).isTrue();
        });
    }

    @Test
    void market_followsTheSeedAndLeavesIdsOfInstancesAlone() {
        List<String> offers = sandbox.offers();
        List<Long> instances = sandbox.instanceIds();
        restart(VastSandbox.builder());
        assertThat(sandbox.offers()).isEqualTo(offers);
        restart(VastSandbox.builder().offers(5));
        assertThat(sandbox.offers()).hasSize(5);
        assertThat(sandbox.instanceIds()).isEqualTo(instances);
        restart(VastSandbox.builder().seed(2));
        assertThat(sandbox.offers()).isNotEqualTo(offers);
    }

    @ParameterizedTest
    @CsvSource({"5.0,5.0", "'\"32.5\"',32.5", "null,8", "500,500"})
    void search_pricesTheDiskThatIsAskedFor(String storage, double gigabytes) throws IOException {
        assertThat(search("{\"allocated_storage\":" + storage + "}"))
                .hasSize(64)
                .allSatisfy(row -> {
                    double disk = dollars(row, "storage_cost") * gigabytes / 720;
                    assertThat(dollars(row, "storage_total_cost")).isCloseTo(disk, within(1e-12));
                    assertThat(dollars(row, "dph_total")).isCloseTo(dollars(row, "dph_base") + disk, within(1e-12));
                    assertThat(row.at("/search/totalHour")).isEqualTo(row.path("dph_total"));
                    assertThat(row.path("is_bid").asBoolean()).isFalse();
                });
    }

    @Test
    void search_whenForBids_showsTheLowestBid() throws IOException {
        List<JsonNode> rows = search("{\"type\":\"bid\",\"rented\":{\"eq\":true},\"order\":[[\"dph_total\",\"asc\"]]}");
        assertThat(rows).hasSize(64).allSatisfy(row -> {
            assertThat(row.path("dph_base")).isEqualTo(row.path("min_bid"));
            assertThat(dollars(row, "dph_total"))
                    .isEqualTo(dollars(row, "min_bid") + dollars(row, "storage_total_cost"));
            assertThat(row.path("is_bid").asBoolean()).isTrue();
            assertThat(row.path("rented").asBoolean()).isFalse();
        });
        assertThat(rows).isSortedAccordingTo(Comparator.comparingDouble(row -> dollars(row, "dph_total")));
    }

    @Test
    void search_neverGivesMoreThanTheCap() throws IOException {
        assertThat(post("{\"limit\":1000}").json().path("truncated").asBoolean())
                .isTrue();
        assertThat(search("{\"limit\":1000}")).hasSize(64);
        assertThat(search("{\"limit\":\"7\"}")).hasSize(7);
        assertThat(search("{\"limit\":0}")).hasSize(64);
        JsonNode few = post("{\"gpu_name\":{\"eq\":\"L4\"}}").json();
        assertThat(rows(few))
                .isNotEmpty()
                .allMatch(row -> row.path("gpu_name").asText().equals("L4"));
        assertThat(few.path("truncated").asBoolean(true)).isFalse();
        restart(VastSandbox.builder().offerCap(500));
        assertThat(search("{}").size()).isBetween(250, 299);
    }

    @Test
    void search_ordersWithNullsLastAndTheBestScoreFirstUnlessTold() throws IOException {
        assertThat(search("{}")).isSortedAccordingTo(Comparator.comparingDouble(row -> -dollars(row, "score")));
        restart(VastSandbox.builder()
                .offers(0)
                .offersFromJson(List.of(
                        "{\"id\":1,\"gpu_name\":\"A\",\"cpu_cores\":null}",
                        "{\"id\":2,\"gpu_name\":\"A\",\"cpu_cores\":8}",
                        "{\"id\":3,\"gpu_name\":\"B\",\"cpu_cores\":16}",
                        "{\"id\":4,\"gpu_name\":\"A\",\"cpu_cores\":8}")));
        assertThat(ids("[[\"cpu_cores\",\"asc\"]]")).containsExactly(2L, 4L, 3L, 1L);
        assertThat(ids("[[\"cpu_cores\",\"desc\"]]")).containsExactly(3L, 2L, 4L, 1L);
        assertThat(ids("[[\"gpu_name\",\"desc\"],[\"nonsense\",\"asc\"],[\"id\",\"desc\"]]"))
                .containsExactly(3L, 4L, 2L, 1L);
    }

    private List<Long> ids(String order) throws IOException {
        return search("{\"order\":" + order + "}").stream()
                .map(row -> row.path("id").asLong())
                .toList();
    }

    @Test
    void search_findsOneOfferByTheContractOfItsAsk() throws IOException {
        long id = search("{\"limit\":1}").get(0).path("id").asLong();
        assertThat(search("{\"ask_contract_id\":{\"eq\":" + id + "}}")).hasSize(1);
        assertThat(search("{\"id\":{\"eq\":" + id + "}}")).isEmpty();
    }

    @Test
    void search_leavesOutWhatIsRentedUnlessAsked() throws IOException {
        long id = search("{\"limit\":1}").get(0).path("id").asLong();
        String one = "\"ask_contract_id\":{\"eq\":" + id + "}";
        sandbox.takeOffer(id);
        assertThat(search("{" + one + "}")).isEmpty();
        assertThat(search("{" + one + ",\"rentable\":{\"eq\":true}}")).isEmpty();
        assertThat(search("{" + one + ",\"rented\":{\"eq\":true}}"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.path("rentable").asBoolean(true)).isFalse());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.takeOffer(1))
                .withMessageContaining("1");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.loseRaceFor(1));
    }

    @Test
    void search_countsTheTimeThatIsLeft() throws IOException {
        restart(VastSandbox.builder().offers(1).offerCap(1));
        String all = "{\"rentable\":{\"in\":[true,false]}}";
        double before = dollars(search(all).get(0), "duration");
        clock.advance(Duration.ofMinutes(10));
        assertThat(before - dollars(search(all).get(0), "duration")).isEqualTo(600);
    }

    @Test
    void searchNew_takesTheQuestionInsideAndTheColumnsBeside() throws IOException {
        TestClient client = new TestClient(sandbox);
        String path = "/api/v0/search/asks/";
        String question = "\"q\":{\"limit\":3,\"order\":[[\"dph_total\",\"asc\"]]}";
        JsonNode all =
                client.put(path, "{\"select_cols\":[\"*\"]," + question + "}").json();
        assertThat(rows(all)).hasSize(3).isEqualTo(search("{\"limit\":3,\"order\":[[\"dph_total\",\"asc\"]]}"));
        JsonNode two = client.put(path, "{\"select_cols\":[\"id\",\"dph\"]," + question + "}")
                .json();
        assertThat(rows(two)).allSatisfy(row -> assertThat(row).hasSize(2));
        assertThat(client.put(path, "{}").error()).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"order\":\"score\"}", "{\"limit\":\"many\"}"})
    void search_whenItMakesNoSense_isRefusedWithoutSuccess(String question) throws IOException {
        Reply reply = post(question);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(reply.json().has("success")).isFalse();
    }

    @Test
    void offersFromJson_keepsWhatIsGivenAndMakesUpTheRest() throws IOException {
        restart(
                VastSandbox.builder()
                        .offers(0)
                        .offersFromJson(
                                List.of(
                                        """
                {"id": 7, "gpu_name": "RTX 4090", "num_gpus": 2, "gpu_ram": 24564, "dph_total": 0.8,
                 "driver_version": "535.86", "reliability": 0.5, "geolocation": null, "duration": 3600}""")));
        JsonNode row = search("{}").get(0);
        assertThat(row.size()).isGreaterThanOrEqualTo(96);
        assertThat(row.path("ask_contract_id").asInt()).isEqualTo(7);
        assertThat(row.path("gpu_total_ram").asInt()).isEqualTo(49128);
        assertThat(dollars(row, "dph_total")).isEqualTo(0.8);
        assertThat(row.path("driver_vers").asLong()).isEqualTo(535086000);
        assertThat(dollars(row, "reliability2")).isEqualTo(0.5);
        assertThat(row.path("geolocation").isNull()).isTrue();
        assertThat(dollars(row, "duration")).isEqualTo(3600);
        double disk = dollars(row, "storage_cost") * 72 / 720;
        assertThat(dollars(search("{\"allocated_storage\":80}").get(0), "dph_total"))
                .isCloseTo(0.8 + disk, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"id\":\"7\"}", "{\"id\":null}"})
    void offersFromJson_whenNoOffer_throws(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VastSandbox.builder().offersFromJson(List.of(text)))
                .withMessageContaining(text);
    }
}
