package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing, creating and deleting instances, and the numbers that shift. */
@Timeout(30)
class ThunderInstancesTest {
    private static final String LIST = "/v1/instances/list";
    private static final String CREATE = "/v1/instances/create";
    private static final String ORDER =
            "{\"cpu_cores\":4,\"disk_size_gb\":100,\"gpu_type\":\"a6000\",\"num_gpus\":1,\"template\":\"base\"}";

    private final SandboxClock clock = SandboxClock.manual();
    private final ThunderSandbox sandbox =
            ThunderSandbox.builder().clock(clock).instances(3).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void list_whenNothingHappened_isAMapByNumber() throws IOException {
        JsonNode map = client.get(LIST).json();
        assertThat(keys(map)).containsExactly("0", "1", "2");
        for (int i = 0; i < 3; i++) {
            assertThat(map.path(String.valueOf(i)).path("uuid").textValue())
                    .isEqualTo(sandbox.uuids().get(i));
        }
        assertThat(map.path("0").has("id")).isFalse();
    }

    @Test
    void list_whenThereIsNone_isAnEmptyObject() throws IOException {
        try (ThunderSandbox empty = ThunderSandbox.builder().instances(0).start()) {
            assertThat(new TestClient(empty).get(LIST).text()).isEqualTo("{}");
        }
    }

    @Test
    void list_showsTheTypesOfTheWire() throws IOException {
        JsonNode row = client.get(LIST).json().path("0");
        assertThat(row.path("cpuCores").textValue()).isEqualTo("4");
        assertThat(row.path("numGpus").textValue()).isEqualTo("1");
        assertThat(row.path("memory").textValue()).isEqualTo("32GB");
        assertThat(row.path("storage").isInt()).isTrue();
        assertThat(row.path("status").textValue()).isEqualTo("RUNNING");
        assertThat(row.path("ip").textValue()).startsWith("203.0.113.");
        assertThat(row.path("port").isInt()).isTrue();
        assertThat(row.path("createdAt").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(row.path("provisioningTime").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(row.path("restoringTime").textValue()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(row.path("snapshotSize").longValue()).isZero();
        assertThat(row.path("httpPorts").isNull()).isTrue();
        assertThat(row.path("sshPublicKeys")).hasSize(1);
        assertThat(row.has("mode")).isFalse();
        assertThat(row.has("lastRestart")).isFalse();
        assertThat(row.has("sandboxUnlisted")).isTrue();
    }

    @Test
    void list_whenTypesAreLoose_showsTextsNumbersAndNulls() throws IOException {
        try (ThunderSandbox loose =
                ThunderSandbox.builder().instances(3).looseTypes(true).start()) {
            JsonNode map = new TestClient(loose).get(LIST).json();
            assertThat(map.path("0").path("cpuCores").isTextual()).isTrue();
            assertThat(map.path("1").path("cpuCores").isInt()).isTrue();
            assertThat(map.path("2").path("cpuCores").isNull()).isTrue();
            assertThat(map.path("1").path("memory").textValue()).isEqualTo("32 GB");
        }
    }

    @Test
    void create_withoutPublicKey_answersAPrivateKeyOnce() throws IOException {
        Reply reply = client.post(CREATE, ORDER);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("identifier").intValue()).isEqualTo(3);
        assertThat(reply.json().path("key").textValue()).contains("PRIVATE KEY-----\n");
        String uuid = reply.json().path("uuid").textValue();
        assertThat(sandbox.uuids().get(3)).isEqualTo(uuid);
        assertThat(sandbox.publicKeys(uuid)).hasSize(1);
    }

    @Test
    void create_withPublicKey_answersAnEmptyKey() throws IOException {
        String key = ThunderBodies.line(1);
        JsonNode answer = client.post(CREATE, ThunderBodies.with(ORDER, "public_key", key))
                .json();
        assertThat(answer.path("key").textValue()).isEmpty();
        assertThat(sandbox.publicKeys(answer.path("uuid").textValue())).containsExactly(key);
    }

    @Test
    void create_takesWhatTheSchemaAllowsBesides() throws IOException {
        String order = "{\"cpu_cores\":32,\"disk_size_gb\":2000,\"gpu_type\":\"H100\",\"num_gpus\":8,"
                + "\"template\":\"ollama\",\"mode\":\"production\",\"public_key\":\"\"}";
        Reply reply = client.post(CREATE, order);
        assertThat(reply.status()).isEqualTo(201);
        JsonNode row = client.get(LIST).json().path("3");
        assertThat(row.path("mode").textValue()).isEqualTo("production");
        assertThat(row.path("gpuType").textValue()).isEqualTo("h100");
        assertThat(row.path("numGpus").textValue()).isEqualTo("8");
        assertThat(row.path("storage").intValue()).isEqualTo(2000);
        assertThat(row.path("httpPorts").toString()).isEqualTo("[11434]");
        assertThat(row.path("memory").textValue()).isEqualTo("256GB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu_cores|null",
                "cpu_cores|\"4\"",
                "cpu_cores|5",
                "cpu_cores|4.5",
                "disk_size_gb|null",
                "disk_size_gb|99",
                "disk_size_gb|1001",
                "gpu_type|null",
                "gpu_type|7",
                "gpu_type|\"a100\"",
                "num_gpus|null",
                "num_gpus|3",
                "template|null",
                "template|\"windows\"",
                "mode|\"gaming\"",
                "public_key|\"ssh-rsa\"",
                "public_key|\"ssh-ed25519 AAAA BBBB\"",
                "public_key|\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==\\nx\"",
            })
    void create_whenSomethingIsWrong_isRefused(String member, String value) throws IOException {
        Reply reply = client.post(CREATE, ThunderBodies.withJson(ORDER, member, value));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("code").intValue()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(reply.json().path("message").textValue()).contains(member);
        assertThat(sandbox.uuids()).hasSize(3);
    }

    @Test
    void delete_whenDone_movesTheInstancesBehindUp() throws IOException {
        List<String> before = sandbox.uuids();
        Reply reply = client.post("/v1/instances/0/delete", "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("message").textValue()).isEqualTo("Success");
        assertThat(sandbox.uuids()).containsExactly(before.get(1), before.get(2));
        JsonNode map = client.get(LIST).json();
        assertThat(keys(map)).containsExactly("0", "1");
        assertThat(map.path("0").path("uuid").textValue()).isEqualTo(before.get(1));
    }

    @Test
    void delete_whenTheNumberIsKept_hitsAnotherInstance() throws IOException {
        List<String> before = sandbox.uuids();
        client.post("/v1/instances/0/delete", "");
        assertThat(client.post("/v1/instances/0/delete", "{}").status()).isEqualTo(200);
        assertThat(sandbox.uuids()).containsExactly(before.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "00", "-1", "1.0", "99999999999999999999", "x"})
    void anInstance_whenTheNumberIsNone_isNotFound(String id) throws IOException {
        for (String verb : List.of("delete", "modify", "add_key")) {
            Reply reply = client.post("/v1/instances/" + id + "/" + verb, "{}");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("code").intValue()).isEqualTo(404);
            assertThat(reply.error()).isEqualTo("not_found");
        }
        assertThat(client.send("PATCH", "/v1/instances/" + id + "/ports", "{}").status())
                .isEqualTo(404);
        assertThat(sandbox.uuids()).hasSize(3);
    }

    @Test
    void anInstance_whenNamedByItsUuid_isNotFound() throws IOException {
        String uuid = sandbox.uuids().get(0);
        assertThat(client.post("/v1/instances/" + uuid + "/delete", "").error()).isEqualTo("not_found");
        assertThat(sandbox.uuids()).contains(uuid);
    }

    @Test
    void remove_shiftsAtOnceAndPrependTheOtherWay() throws IOException {
        List<String> before = sandbox.uuids();
        sandbox.remove(before.get(0));
        assertThat(sandbox.uuids()).containsExactly(before.get(1), before.get(2));
        String first = sandbox.prepend();
        assertThat(sandbox.uuids()).containsExactly(first, before.get(1), before.get(2));
        JsonNode row = client.get(LIST).json().path("0");
        assertThat(row.path("uuid").textValue()).isEqualTo(first);
        assertThat(row.path("status").textValue()).isEqualTo("RUNNING");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.remove(before.get(0)));
    }

    @Test
    void beforeNext_shiftsBetweenTheListAndTheCall() throws IOException {
        List<String> before = sandbox.uuids();
        sandbox.faults().beforeNext("POST", "/delete$", () -> sandbox.remove(before.get(0)));
        assertThat(client.get(LIST).json().path("0").path("uuid").textValue()).isEqualTo(before.get(0));
        client.post("/v1/instances/0/delete", "");
        assertThat(sandbox.uuids()).containsExactly(before.get(2));
        client.post("/v1/instances/0/delete", "");
        assertThat(sandbox.uuids()).isEmpty();
    }

    @Test
    void hide_leavesAGapInTheListAndTheInstanceInItsPlace() throws IOException {
        String uuid = sandbox.uuids().get(1);
        sandbox.hide(uuid, Duration.ofSeconds(5));
        assertThat(keys(client.get(LIST).json())).containsExactly("0", "2");
        assertThat(sandbox.uuids().get(1)).isEqualTo(uuid);
        assertThat(client.post("/v1/instances/1/add_key", "{}")
                        .json()
                        .path("uuid")
                        .textValue())
                .isEqualTo(uuid);
        clock.advance(Duration.ofSeconds(5));
        assertThat(keys(client.get(LIST).json())).containsExactly("0", "1", "2");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.hide(uuid, Duration.ofSeconds(-1)));
    }

    private static List<String> keys(JsonNode map) {
        List<String> keys = new ArrayList<>();
        map.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
