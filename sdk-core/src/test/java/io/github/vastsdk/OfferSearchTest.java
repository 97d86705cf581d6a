package io.github.vastsdk;

import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static io.github.vastsdk.query.OfferFields.numGpus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.model.Benchmark;
import io.github.vastsdk.model.GpuType;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.Selection;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One search: what becomes of the rows that the service sends. */
class OfferSearchTest extends WireTest {
    static String offers(String rows, String rest) {
        return ("{'success': true, 'offers': [" + rows + "]" + rest + "}").replace('\'', '"');
    }

    static String manyOffers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{'id': " + i + "}")
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @EnumSource
    void execute_whenTheServiceIgnoredAFilter_thenDropsAndCountsWhatViolates(Mode mode) {
        answer(
                200,
                offers(
                        "{'id': 1, 'gpu_name': 'RTX 4090', 'num_gpus': 2}, {'id': 2, 'gpu_name': 'A100 PCIE',"
                                + " 'num_gpus': 2}, {'id': 3, 'gpu_name': 'RTX 4090', 'num_gpus': 1}, {'id': 4},"
                                + " {'id': 5, 'gpu_name': 'RTX 4090', 'num_gpus': 2, 'rented': true}",
                        ""));

        OfferListing found = mode.run(vast.offers().search(gpuName.eq("RTX 4090"), numGpus.gte(2)));

        // What does not tell its GPU contradicts nothing.
        assertThat(found).extracting(Offer::id).containsExactly(1L, 4L);
        assertThat(found.dropped()).isEqualTo(3);
        assertThat(found.truncated()).isFalse();
    }

    @Test
    void execute_whenAnOfferComesTwice_thenGivesItOnce() {
        answer(200, offers("{'id': 1, 'score': 2}, {'ask_contract_id': 2}, {'id': 1, 'score': 1}, {'id': 2}", ""));

        OfferListing found = vast.offers().search("").execute();

        assertThat(found).hasSize(2);
        assertThat(found.get(0).price().score()).isEqualTo(2);
        assertThat(found.dropped()).isZero();
    }

    @Test
    void execute_whenRowsHaveMembersTwiceOrUnknownOnes_thenReadsThem() {
        answer(
                200,
                offers("{'id': 1, 'num_gpus': 1, 'num_gpus': 4, 'zz_future': {'a': []}}, null", ", 'offers_found': 1"));

        Offer offer = vast.offers().search("").execute().first().orElseThrow();

        assertThat(offer.gpu().count()).isEqualTo(4);
        assertThat(offer.extra()).containsKey("zz_future");
    }

    @Test
    void truncated_whenTheServiceSaysNothingAndSendsAsManyAsTheLimit_thenIsTrue() {
        OfferQuery three = OfferQuery.of().limit(3);
        answer(200, offers(manyOffers(3), ""));
        assertThat(vast.offers().search(three).execute().truncated()).isTrue();
        answer(200, offers(manyOffers(2), ""));
        assertThat(vast.offers().search(three).execute().truncated()).isFalse();
        answer(200, offers(manyOffers(3), ", 'truncated': false"));
        assertThat(vast.offers().search(three).execute().truncated()).isFalse();
        answer(200, offers(manyOffers(64), ""));
        assertThat(vast.offers().search(three.limit(500)).execute().truncated()).isTrue();
    }

    @Test
    void truncated_whenTheServiceSaysSoOrSendsAsManyAsItEverDoes_thenIsTrue() {
        answer(200, offers(manyOffers(3), ", 'truncated': true"));
        assertThat(vast.offers().search("").execute().truncated()).isTrue();
        answer(200, offers(manyOffers(64), ""));
        assertThat(vast.offers().search("").execute().truncated()).isTrue();
        answer(200, offers(manyOffers(63), ""));
        assertThat(vast.offers().search("").execute().truncated()).isFalse();
        answer(200, offers(manyOffers(64), ", 'truncated': false"));
        assertThat(vast.offers().search("").execute().truncated()).isFalse();
    }

    @Test
    void toString_whenOffersWereFound_thenIsATable() {
        answer(
                200,
                offers(
                        "{'id': 31, 'ask_contract_id': 31, 'machine_id': 5, 'host_id': 6, 'rented': false, 'gpu_name':"
                                + " 'RTX 4090', 'num_gpus': 2, 'dph_total': 0.5, 'reliability': 0.998, 'geolocation':"
                                + " 'Sweden, SE', 'disk_space': 700, 'cpu_name': 'EPYC 7B12 with a very long name'}",
                        ""));

        OfferListing found = vast.offers().search("").execute();

        assertThat(found.toString().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("31  2×RTX 4090  $0.50/h  SE 99.8%  700 GB  EPYC");
        assertThat(found.toHtml()).startsWith("<table>");
        assertThat(OfferListing.of(found, true, 1)).isEqualTo(found).hasSameHashCodeAs(found);
    }

    @ParameterizedTest
    @EnumSource
    void execute_whenTheAnswerIsNoList_thenErrorInsteadOfNoOffers(Mode mode) {
        answer(200, "{\"success\": false, \"error\": \"invalid_args\", \"msg\": \"no\"}");
        assertThatThrownBy(() -> mode.run(vast.offers().search(""))).isInstanceOf(RejectedException.class);
        answer(200, "{\"offers\": [], \"error\": \"overloaded\", \"msg\": \"try later\"}");
        assertThatThrownBy(() -> mode.run(vast.offers().search("")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("try later");
        answer(200, "{\"success\": true}");
        assertThatThrownBy(() -> mode.run(vast.offers().search(""))).isInstanceOf(ResponseFormatException.class);
        answer(404, "{\"error\": \"auth_error\", \"msg\": \"Invalid user key\"}");
        assertThatThrownBy(() -> mode.run(vast.offers().search(""))).isInstanceOf(AuthenticationException.class);
        answer(200, "{\"offers\": []}");
        assertThat(mode.run(vast.offers().search(""))).isEmpty();
    }

    @Test
    void search_whenItsOptionsAreSet_thenTheyHold() throws InterruptedException {
        answer(503, "");
        answer(200, offers("", ""));

        Reply<OfferListing> reply = vast.offers()
                .search("")
                .header("X-Trace", "1")
                .retries(1)
                .timeout(java.time.Duration.ofSeconds(20))
                .deadline(java.time.Duration.ofSeconds(30))
                .withReply()
                .execute();

        assertThat(reply.attempts()).isEqualTo(2);
        assertThat(reply.json().path("offers").isArray()).isTrue();
        assertThat(request().getHeaders().get("X-Trace")).isEqualTo("1");
        answer(503, "");
        assertThatThrownBy(() -> vast.offers().search("").retries(0).execute()).hasMessageContaining("503");
        answer(200, offers("{'id': 1}", ""));
        assertThat(vast.offers().search("").raw().execute().at("/offers/0/id").asInt())
                .isEqualTo(1);
    }

    @Test
    void search_whenArgumentsAreWrong_thenRefusesBeforeAnythingIsSent() {
        assertThatThrownBy(() -> vast.offers().search("gpu_nmae=RTX_4090"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vast.offers().search(dphTotal.lt(1), dphTotal.lt(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vast.offers().search((OfferQuery) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> vast.offers().search("").scan(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> vast.offers().get(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vast.offers().benchmarks(Selection.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void get_whenTheOfferIsThere_thenGivesIt(Mode mode) {
        answer(200, offers("{'id': 7, 'ask_contract_id': 7, 'rented': true, 'gpu_name': 'L4'}", ""));
        assertThat(mode.run(vast.offers().get(7)).gpu().name()).isEqualTo("L4");
        answer(200, offers("{'ask_contract_id': 7}", ""));
        assertThat(mode.run(vast.offers().get(7)).askContractId()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void get_whenTheOfferIsGone_thenSaysThat(Mode mode) {
        answer(200, offers("", ""));

        assertThatThrownBy(() -> mode.run(vast.offers().get(7)))
                .isInstanceOf(OfferUnavailableException.class)
                .hasMessageContaining("no_such_ask");
    }

    @Test
    void get_whenTheFilterWasIgnored_thenDoesNotTakeTheOfferForGone() {
        answer(200, offers("{'id': 8}", ""));

        assertThatThrownBy(() -> vast.offers().get(7).execute())
                .isInstanceOf(ResponseFormatException.class)
                .hasMessageContaining("other offers");
    }

    @ParameterizedTest
    @EnumSource
    void catalogues_whenListed_thenRead(Mode mode) {
        answer(200, "{\"success\": true, \"gpu_names\": [\"RTX 4090\", \"H100 SXM\"]}");
        assertThat(mode.run(vast.offers().gpuNames())).containsExactly("RTX 4090", "H100 SXM");
        answer(200, "{\"gpu_types\": [{\"canonical_name\": \"RTX 4090\", \"gpu_ram_mb\": 24564, \"arch\": \"ada\"}]}");
        GpuType type = mode.run(vast.offers().gpuTypes()).get(0);
        assertThat(type.canonicalName()).isEqualTo("RTX 4090");
        assertThat(type.gpuRamMb()).isEqualTo(24564);
        assertThat(type.extra()).containsKey("arch");
        assertThat(GpuType.fromJson("{\"canonical_name\": \"L4\"}").gpuRamMb()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'gpu_names': null}", "{'gpu_names': [1]}", "{'gpu_names': {'a': 'b'}}", "['RTX 4090']"})
    void gpuNames_whenTheAnswerIsNoListOfTexts_thenError(String body) {
        answer(200, json(body).toString());
        assertThatThrownBy(() -> vast.offers().gpuNames().execute()).isInstanceOf(ResponseFormatException.class);
    }

    @Test
    void benchmarks_whenColumnsWereRenamed_thenReadsBothKinds() {
        answer(
                200,
                json("[{'id': 1, 'contract_id': 2, 'machine_id': 3, 'model': 'llama', 'name': 'tokens', 'score': 4.5,"
                                + " 'num_gpus': 2, 'image': 'i', 'last_update': 1767225600.5},"
                                + " {'id': 5, 'gpu_name': 'L4', 'type': 'vllm', 'value': '6.5', 'template_id': 7,"
                                + " 'template_hash': 'h', 'launch_args': '-x', 'zz': 1}]")
                        .toString());

        Listing<Benchmark> rows = vast.offers().benchmarks(Selection.of()).execute();

        assertThat(rows.get(0).score()).isEqualTo(4.5);
        assertThat(rows.get(0).lastUpdate()).isEqualTo(Instant.parse("2026-01-01T00:00:00.500Z"));
        assertThat(rows.get(1).value()).isEqualTo(6.5);
        assertThat(rows.get(1).templateHash()).isEqualTo("h");
        assertThat(rows.get(1).extra()).containsKey("zz");
        assertThat(Benchmark.fromJson("{\"score\": 1}").score()).isEqualTo(1);
    }
}
