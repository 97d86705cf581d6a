package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CatalogTest {
    private static final String BENCHMARKS = "/api/v0/benchmarks";

    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode open(String path) throws IOException {
        return TestClient.send(client.request("GET", path, "").build()).json();
    }

    @Test
    void gpus_areToldWithoutAKey() throws IOException {
        JsonNode names = open("/api/v0/gpu_names/unique/").path("gpu_names");
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
        assertThat(names).anyMatch(name -> name.asText().equals("RTX 4090"));
        JsonNode types = open("/api/v0/gpu_types/").path("gpu_types");
        assertThat(types).hasSameSizeAs(names).allSatisfy(type -> {
            assertThat(type.path("canonical_name").isTextual()).isTrue();
            assertThat(type.path("gpu_ram_mb").asInt()).isPositive();
        });
        assertThat(client.get("/api/v0/gpu_types/").status()).isEqualTo(200);
        assertThat(sandbox.requests()).hasSize(3);
    }

    @Test
    void benchmarks_areABareArray() throws IOException {
        JsonNode rows = client.get(BENCHMARKS).json();
        assertThat(rows.isArray()).isTrue();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.fieldNames())
                .toIterable()
                .contains(
                        "contract_id",
                        "id",
                        "image",
                        "last_update",
                        "machine_id",
                        "model",
                        "name",
                        "num_gpus",
                        "score",
                        "type",
                        "value",
                        "gpu_name"));
    }

    @Test
    void benchmarks_areFilteredOrderedAndLimited() throws IOException {
        JsonNode rows = client.get(BENCHMARKS
                        + TestClient.query(
                                "select_cols",
                                "[\"*\"]",
                                "select_filters",
                                "{\"value\":{\"gt\":\"20.0\"}}",
                                "order_by",
                                "[{\"col\":\"last_update\",\"dir\":\"desc\"}]",
                                "limit",
                                "5"))
                .json();
        assertThat(rows).hasSize(5).allMatch(row -> row.path("value").doubleValue() > 20);
        List<Double> dates = new ArrayList<>();
        rows.forEach(row -> dates.add(row.path("last_update").doubleValue()));
        assertThat(dates).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void benchmarks_whenAskedWrongly_areRefused() throws IOException {
        Reply reply = client.get(BENCHMARKS + TestClient.query("select_filters", "{\"colour\":{\"eq\":1}}"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(TestClient.send(client.request("GET", BENCHMARKS, "").build())
                        .status())
                .isEqualTo(403);
    }
}
