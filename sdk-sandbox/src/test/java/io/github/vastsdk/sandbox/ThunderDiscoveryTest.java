package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be had, for how much, and who asks. */
@Timeout(30)
class ThunderDiscoveryTest {
    private final ThunderSandbox sandbox = ThunderSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/specs",
                "/v2/specs",
                "/v1/pricing",
                "/v2/pricing",
                "/v1/status",
                "/v2/status",
                "/v1/thunder-templates"
            })
    void discovery_needsNoTokenButNoBadOneEither(String path) throws IOException {
        assertThat(TestClient.send(client.request("GET", path, "").build()).status())
                .isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(200);
        Reply bad = new TestClient(sandbox, "0123").get(path);
        assertThat(bad.status()).isEqualTo(401);
        assertThat(bad.error()).isEqualTo("unauthorized");
        assertThat(new TestClient(sandbox, "").get(path).status()).isEqualTo(401);
    }

    @Test
    void specs_v1_tellModesApart() throws IOException {
        JsonNode specs = client.get("/v1/specs").json().path("specs");
        assertThat(specs).hasSize(18);
        JsonNode spec = specs.path("h100_x2_production");
        assertThat(spec.path("displayName").textValue()).isEqualTo("H100");
        assertThat(spec.path("gpuCount").intValue()).isEqualTo(2);
        assertThat(spec.path("vramGB").intValue()).isEqualTo(80);
        assertThat(spec.path("mode").textValue()).isEqualTo("production");
        assertThat(spec.path("vcpuOptions").toString()).isEqualTo("[8,16,32]");
        assertThat(spec.path("ramPerVCPUGiB").intValue()).isEqualTo(8);
        assertThat(spec.path("storageGB").toString()).isEqualTo("{\"min\":100,\"max\":2000}");
        assertThat(spec.path("limits").path("maxCPUPerGPU").intValue()).isEqualTo(32);
        assertThat(spec.path("limits").path("maxMemoryGiBPerGPU").intValue()).isEqualTo(256);
        assertThat(spec.path("ephemeralStorageGB").path("max").intValue()).isEqualTo(500);
        assertThat(spec.has("ramCapGiB")).isFalse();
        assertThat(specs.path("a6000_x1_prototyping").path("mode").textValue()).isEqualTo("prototyping");
    }

    @Test
    void specs_v2_knowNoModes() throws IOException {
        JsonNode specs = client.get("/v2/specs").json().path("specs");
        assertThat(specs).hasSize(9);
        JsonNode spec = specs.path("a100xl_x4");
        assertThat(spec.path("ramCapGiB").intValue()).isEqualTo(1024);
        assertThat(spec.has("mode")).isFalse();
        assertThat(spec.has("limits")).isFalse();
    }

    @Test
    void pricing_hasAPriceForEverySpecAndInV1Extras() throws IOException {
        JsonNode first = client.get("/v1/pricing").json().path("pricing");
        assertThat(first).hasSize(18 + 3);
        assertThat(first.path("a6000_x1_prototyping").doubleValue()).isEqualTo(0.35);
        assertThat(first.path("additional_vcpus").isNumber()).isTrue();
        assertThat(first.path("disk_gb").isNumber()).isTrue();
        assertThat(first.path("ephemeral_disk_gb").isNumber()).isTrue();
        JsonNode second = client.get("/v2/pricing").json().path("pricing");
        assertThat(second).hasSize(9);
        assertThat(second.path("h100_x2").doubleValue()).isEqualTo(2.76);
    }

    @Test
    void status_saysAvailableOrNotOrNothing() throws IOException {
        JsonNode second = client.get("/v2/status").json();
        assertThat(second.path("specs").path("h100_x1").textValue()).isEqualTo("available");
        assertThat(second.path("specs").path("h100_x8").textValue()).isEqualTo("unavailable");
        assertThat(second.path("specs").has("a100xl_x2")).isFalse();
        assertThat(second.path("gpu_type").path("h100").path("8").textValue()).isEqualTo("unavailable");
        JsonNode first = client.get("/v1/status").json();
        assertThat(first.path("specs").path("a6000_x1_production").textValue()).isEqualTo("available");
        assertThat(first.path("gpu_type").path("a6000").path("1_production").textValue())
                .isEqualTo("available");
    }

    @Test
    void templates_areAMapOfWhichSomeSayLittle() throws IOException {
        JsonNode templates = client.get("/v1/thunder-templates").json();
        JsonNode base = templates.path("base");
        assertThat(base.path("displayName").textValue()).isEqualTo("Base");
        assertThat(base.has("startupMinutes")).isFalse();
        assertThat(base.has("openPorts")).isFalse();
        JsonNode ollama = templates.path("ollama");
        assertThat(ollama.path("openPorts").toString()).isEqualTo("[11434]");
        assertThat(ollama.path("startupMinutes").intValue()).isEqualTo(3);
        assertThat(ollama.path("defaultSpecs").path("gpu_type").textValue()).isEqualTo("a6000");
        assertThat(ollama.path("cleanupCommands").isArray()).isTrue();
        assertThat(templates.path("unsloth").path("startupMinutes").intValue()).isZero();
        assertThat(templates.has("comfy-ui")).isTrue();
    }

    @Test
    void validate_saysWhoAsks() throws IOException {
        JsonNode answer = client.get("/v1/auth/validate").json();
        assertThat(answer.path("valid").booleanValue()).isTrue();
        assertThat(answer.path("email").textValue()).contains("@");
        assertThat(answer.path("org_name").textValue()).isNotEmpty();
        assertThat(TestClient.send(
                                client.request("GET", "/v1/auth/validate", "").build())
                        .status())
                .isEqualTo(401);
        assertThat(new TestClient(sandbox, "0123").get("/v1/auth/validate").error())
                .isEqualTo("unauthorized");
    }
}
