package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modifying instances, and opening and closing their ports. */
@Timeout(30)
class ThunderChangesTest {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Duration LAG = Duration.ofSeconds(5);
    private static final String MODIFY = "/v1/instances/1/modify";
    private static final String PORTS = "/v1/instances/1/ports";

    private final SandboxClock clock = SandboxClock.manual();
    private final ThunderSandbox sandbox = ThunderSandbox.builder()
            .clock(clock)
            .lifecycle(STEP)
            .consistencyLag(LAG)
            .deleteLag(STEP)
            .start();
    private final TestClient client = new TestClient(sandbox);
    private final String uuid = sandbox.uuids().get(1);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void modify_answersWhatItWillBeAndWhichInstance() throws IOException {
        Reply reply = client.post(
                MODIFY, "{\"cpu_cores\":16,\"num_gpus\":2,\"gpu_type\":\"A100XL\",\"mode\":\"production\"}");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode answer = reply.json();
        assertThat(answer.path("identifier").textValue()).isEqualTo("1");
        assertThat(answer.path("instance_name").textValue()).isEqualTo(uuid);
        assertThat(answer.path("gpu_type").textValue()).isEqualTo("a100xl");
        assertThat(answer.path("num_gpus").intValue()).isEqualTo(2);
        assertThat(answer.path("mode").textValue()).isEqualTo("production");
        assertThat(answer.path("http_ports").toString()).isEqualTo("[]");
    }

    @Test
    void modify_whenTheListIsBehind_showsTheOldOneThoughItRunsAgain() throws IOException {
        JsonNode before = row();
        client.post(MODIFY, "{\"cpu_cores\":8,\"disk_size_gb\":200}");
        assertThat(row().path("status").textValue()).isEqualTo("MODIFYING");
        clock.advance(STEP);
        JsonNode stale = row();
        assertThat(stale.path("status").textValue()).isEqualTo("RUNNING");
        assertThat(stale.path("cpuCores").textValue()).isEqualTo("4");
        assertThat(stale.path("storage").intValue()).isEqualTo(100);
        clock.advance(LAG);
        JsonNode now = row();
        assertThat(now.path("cpuCores").textValue()).isEqualTo("8");
        assertThat(now.path("storage").intValue()).isEqualTo(200);
        assertThat(now.path("memory").textValue()).isEqualTo("64GB");
        assertThat(now.path("lastRestart").path("reason").textValue()).isEqualTo("modify");
        assertThat(now.path("ip")).isNotEqualTo(before.path("ip"));
        assertThat(now.path("provisioningTime")).isEqualTo(before.path("provisioningTime"));
    }

    @Test
    void modify_whenNotRunning_isRefused() throws IOException {
        client.post(MODIFY, "{\"cpu_cores\":8}");
        Reply reply = client.post(MODIFY, "{\"cpu_cores\":16}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("code").intValue()).isEqualTo(409);
        assertThat(reply.error()).isEqualTo("conflict");
        assertThat(reply.json().path("message").textValue()).contains("MODIFYING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"cpu_cores\":null}",
                "{\"unknown\":1}",
                "{\"cpu_cores\":5}",
                "{\"cpu_cores\":\"8\"}",
                "{\"num_gpus\":2}",
                "{\"num_gpus\":5}",
                "{\"gpu_type\":\"h200\"}",
                "{\"disk_size_gb\":99}",
                "{\"disk_size_gb\":1001}",
                "{\"mode\":\"gaming\"}",
                "{\"add_ports\":[22]}",
                "{\"add_ports\":8080}",
                "7"
            })
    void modify_whenSomethingIsWrong_isRefused(String body) throws IOException {
        Reply reply = client.post(MODIFY, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(row().path("status").textValue()).isEqualTo("RUNNING");
    }

    @Test
    void modify_whenTheDiskWouldShrink_isRefused() throws IOException {
        client.post(MODIFY, "{\"disk_size_gb\":300}");
        clock.advance(STEP);
        Reply reply = client.post(MODIFY, "{\"disk_size_gb\":200}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(client.post(MODIFY, "{\"disk_size_gb\":300,\"cpu_cores\":8}").status())
                .isEqualTo(200);
    }

    @Test
    void modify_withPortsOnly_changesThemWhileItRuns() throws IOException {
        Reply reply = client.post(MODIFY, "{\"add_ports\":[8188,80],\"remove_ports\":[]}");
        assertThat(reply.json().path("http_ports").toString()).isEqualTo("[80,8188]");
        assertThat(row().path("status").textValue()).isEqualTo("RUNNING");
        clock.advance(LAG);
        assertThat(row().path("httpPorts").toString()).isEqualTo("[80,8188]");
    }

    @Test
    void modify_withPortsAndMore_changesBoth() throws IOException {
        client.post(MODIFY, "{\"add_ports\":[80],\"cpu_cores\":8}");
        clock.advance(STEP);
        clock.advance(LAG);
        assertThat(row().path("httpPorts").toString()).isEqualTo("[80]");
        assertThat(row().path("cpuCores").textValue()).isEqualTo("8");
    }

    @Test
    void ports_addAndRemoveAndTakeTheSameTwice() throws IOException {
        Reply reply = client.send("PATCH", PORTS, "{\"add_ports\":[8080,80,65535]}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("identifier").textValue()).isEqualTo("1");
        assertThat(reply.json().path("instance_name").textValue()).isEqualTo(uuid);
        for (int i = 0; i < 2; i++) {
            assertThat(client.send("PATCH", PORTS, "{\"add_ports\":[1],\"remove_ports\":[80]}")
                            .json()
                            .path("http_ports")
                            .toString())
                    .isEqualTo("[1,8080,65535]");
        }
        assertThat(row().path("httpPorts").isNull()).isTrue();
        clock.advance(LAG);
        assertThat(row().path("httpPorts").toString()).isEqualTo("[1,8080,65535]");
        assertThat(row().path("status").textValue()).isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"add_ports\":[22]}",
                "{\"remove_ports\":[22]}",
                "{\"add_ports\":[0]}",
                "{\"add_ports\":[65536]}",
                "{\"add_ports\":[-1]}",
                "{\"add_ports\":[\"80\"]}",
                "{\"add_ports\":[80.5]}",
                "{\"add_ports\":[null]}",
                "{\"add_ports\":80}",
                "{\"add_ports\":[80],\"remove_ports\":[80]}",
                "[80]"
            })
    void ports_whenSomethingIsWrong_areRefused(String body) throws IOException {
        Reply reply = client.send("PATCH", PORTS, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        clock.advance(LAG);
        assertThat(row().path("httpPorts").isNull()).isTrue();
    }

    @Test
    void ports_whenTheInstanceIsLegacy_canOnlyBeModified() throws IOException {
        sandbox.makeLegacy(uuid);
        Reply reply = client.send("PATCH", PORTS, "{\"add_ports\":[80]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("unsupported_instance_version");
        assertThat(client.post(MODIFY, "{\"add_ports\":[80]}")
                        .json()
                        .path("http_ports")
                        .toString())
                .isEqualTo("[80]");
        assertThat(client.send("PATCH", "/v1/instances/0/ports", "{\"add_ports\":[80]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ports_whenTheInstanceIsBeingDeleted_areRefused() throws IOException {
        client.post("/v1/instances/1/delete", "");
        assertThat(client.send("PATCH", PORTS, "{\"add_ports\":[80]}").status()).isEqualTo(409);
    }

    private JsonNode row() throws IOException {
        return client.get("/v1/instances/list").json().path("1");
    }
}
