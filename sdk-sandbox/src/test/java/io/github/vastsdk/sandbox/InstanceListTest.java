package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class InstanceListTest {
    private static final VastSandbox SANDBOX =
            VastSandbox.builder().instances(60).start();

    private final TestClient client = new TestClient(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    private Reply list(String... query) throws IOException {
        return client.get("/api/v1/instances/" + TestClient.query(query));
    }

    private static List<Long> ids(JsonNode page) {
        return StreamSupport.stream(page.path("instances").spliterator(), false)
                .map(row -> row.path("id").asLong())
                .toList();
    }

    @Test
    void list_givesPagesUntilThereIsNoToken() throws IOException {
        JsonNode page = list().json();
        assertThat(page.path("instances_found").asInt()).isEqualTo(25);
        assertThat(page.path("total_instances").asInt()).isEqualTo(60);
        List<Long> seen = new ArrayList<>(ids(page));
        while (!page.path("next_token").isNull()) {
            page = list("after_token", page.path("next_token").asText()).json();
            seen.addAll(ids(page));
        }
        assertThat(seen).isEqualTo(SANDBOX.instanceIds());
        assertThat(page.path("instances_found").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"100,25", "25,25", "7,7", "0,5", "-3,5"})
    void list_clampsTheLimit(String limit, int expected) throws IOException {
        assertThat(ids(list("limit", limit).json())).hasSize(expected);
    }

    @Test
    void list_showsFullRowsWithoutWhatOnlyTheSingleReadHas() throws IOException {
        JsonNode row = list("limit", "1").json().at("/instances/0");
        assertThat(row.size()).isGreaterThanOrEqualTo(90);
        assertThat(row.has("country_code")).isTrue();
        assertThat(row.has("volume_info")).isTrue();
        assertThat(row.has("hosting_type")).isFalse();
    }

    @Test
    void list_countsLabelsOnAllPages() throws IOException {
        JsonNode page = list("limit", "1").json();
        assertThat(page.at("/label_counts/").asInt()).isEqualTo(30);
        assertThat(StreamSupport.stream(page.path("label_counts").spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(60);
    }

    @Test
    void list_sortsAndPagesInThatOrder() throws IOException {
        String order = "[{\"col\":\"gpu_name\",\"dir\":\"desc\"},{\"col\":\"label\",\"dir\":\"asc\"}]";
        List<JsonNode> rows = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = (token.isEmpty()
                            ? list("limit", "7", "order_by", order)
                            : list("limit", "7", "order_by", order, "after_token", token))
                    .json();
            page.path("instances").forEach(rows::add);
            token = page.path("next_token").asText("");
            if (page.path("next_token").isNull()) {
                token = "";
            }
        } while (!token.isEmpty());
        Comparator<JsonNode> expected = Comparator.comparing(
                        (JsonNode row) -> row.path("gpu_name").asText())
                .reversed()
                .thenComparing(
                        row -> row.path("label").isNull()
                                ? null
                                : row.path("label").asText(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(row -> row.path("id").asLong());
        assertThat(rows).hasSize(60).isSortedAccordingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"actual_status\":{\"eq\":\"running\"}}| 40",
                "{\"actual_status\":{\"neq\":\"running\"}}| 20",
                "{\"actual_status\":{\"in\":[\"running\",\"exited\"]}}| 60",
                "{\"actual_status\":{\"notin\":[\"running\"]},\"label\":{\"in\":[null]}}| 10",
                "{\"label\":{\"in\":[null]}}| 30",
                "{\"label\":{\"eq\":null}}| 30",
                "{\"label\":{\"gte\":\"a\"}}| 30",
                "{\"label\":{\"gt\":null}}| 0",
                "{\"is_bid\":{\"eq\":false}}| 60",
                "{\"id\":{\"gt\":0,\"lt\":0}}| 0",
            })
    void list_filters(String filters, int expected) throws IOException {
        assertThat(list("select_filters", filters)
                        .json()
                        .path("total_instances")
                        .asInt())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"eq,1", "gt,39", "gte,40", "lt,20", "lte,21"})
    void list_comparesNumbers(String operator, int expected) throws IOException {
        long id = SANDBOX.instanceIds().get(20);
        String filters = "{\"id\":{\"" + operator + "\":" + id + "}}";
        assertThat(list("select_filters", filters)
                        .json()
                        .path("total_instances")
                        .asInt())
                .isEqualTo(expected);
    }

    @Test
    void list_givesTheColumnsAskedFor() throws IOException {
        JsonNode row =
                list("select_cols", "[\"id\",\"dph_total\",\"no_such\"]").json().at("/instances/0");
        assertThat(row).hasSize(3);
        assertThat(row.path("dph_total").isNumber()).isTrue();
        assertThat(row.path("no_such").isNull()).isTrue();
        assertThat(list("select_cols", "[\"*\"]").json().at("/instances/0").size())
                .isGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select_filters| {\"dph_total\":{\"lt\":1}}",
                "select_filters| {\"no_such\":{\"eq\":1}}",
                "select_filters| {\"id\":{\"like\":1}}",
                "select_filters| {\"id\":5}",
                "select_filters| {\"id\":{\"in\":5}}",
                "select_filters| {\"id\":{\"eq\":[5]}}",
                "select_filters| []",
                "select_filters| {oops",
                "order_by| {}",
                "order_by| [{\"col\":\"num_gpus\"}]",
                "select_cols| {}",
                "limit| many",
            })
    void list_whenTheQueryIsWrong_isRefusedWithoutASuccessMember(String name, String value) throws IOException {
        Reply reply = list(name, value);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(reply.json().has("success")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"null", "%%%", "bm90IGpzb24=", "e30=", "''"})
    void list_whenTheTokenIsWrong_isRefused(String token) throws IOException {
        Reply reply = list("after_token", token);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_token");
        assertThat(reply.json().has("success")).isFalse();
    }

    @Test
    void list_whenTheTokenBelongsToAnotherOrder_isRefused() throws IOException {
        String token = list().json().path("next_token").asText();
        assertThat(list("after_token", token, "order_by", "[{\"col\":\"label\"}]")
                        .error())
                .isEqualTo("invalid_token");
    }

    @Test
    void list_whenARowGoesBetweenPages_losesNoOther() throws IOException {
        try (VastSandbox sandbox = VastSandbox.builder().instances(6).start()) {
            TestClient there = new TestClient(sandbox);
            List<Long> all = sandbox.instanceIds();
            JsonNode first = there.get("/api/v1/instances/?limit=3").json();
            there.delete("/api/v0/instances/" + all.get(2) + "/");
            JsonNode second = there.get("/api/v1/instances/"
                            + TestClient.query(
                                    "limit",
                                    "3",
                                    "after_token",
                                    first.path("next_token").asText()))
                    .json();
            assertThat(ids(second)).isEqualTo(all.subList(3, 6));
        }
    }
}
