package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InstanceSshKeysTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String KEY = "{\"ssh_key\":\"ssh-rsa AAAAB3 me@host\"}";

    private final SandboxClock clock = SandboxClock.manual();
    private final VastSandbox sandbox = VastSandbox.builder()
            .clock(clock)
            .consistencyLag(Duration.ofSeconds(5))
            .start();
    private final TestClient client = new TestClient(sandbox);
    private final String path = "/api/v0/instances/" + sandbox.instanceIds().get(0) + "/ssh/";

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode listed() throws IOException {
        JsonNode keys = client.get(path).json().path("ssh_keys");
        assertThat(keys.isTextual()).isTrue();
        return MAPPER.readTree(keys.textValue());
    }

    @Test
    void list_isJsonInsideJson() throws IOException {
        JsonNode key = listed().path(0);
        assertThat(key.path("id").isNumber()).isTrue();
        assertThat(key.path("name").asText()).isEqualTo("dev@laptop");
        assertThat(key.path("public_key").asText()).startsWith("ssh-ed25519 ");
    }

    @Test
    void attach_showsAfterTheLag() throws IOException {
        assertThat(client.post(path, KEY).status()).isEqualTo(200);
        assertThat(listed()).hasSize(1);
        clock.advance(Duration.ofSeconds(5));
        assertThat(listed()).hasSize(2);
    }

    @Test
    void attach_whenThereAlready_changesNothing() throws IOException {
        JsonNode first = client.post(path, KEY).json();
        JsonNode second = client.post(path, "{\"ssh_key\":\"ssh-rsa AAAAB3 another comment\"}")
                .json();
        assertThat(MAPPER.readTree(second.path("key").textValue()))
                .isEqualTo(MAPPER.readTree(first.path("key").textValue()));
        clock.advance(Duration.ofSeconds(5));
        assertThat(listed()).hasSize(2);
    }

    @Test
    void attach_whenTheAccountHasTheKey_usesItsId() throws IOException {
        JsonNode key = client.get("/api/v0/ssh/").json().path(1);
        client.post(path, "{\"ssh_key\":\"" + key.path("public_key").asText() + "\"}");
        clock.advance(Duration.ofSeconds(5));
        assertThat(listed().path(1).path("id")).isEqualTo(key.path("id"));
    }

    @Test
    void attach_whenOddOrEmpty_isTreatedAsGiven() throws IOException {
        assertThat(client.post(path, "{\"ssh_key\":\"nonsense\"}").status()).isEqualTo(200);
        assertThat(client.post(path, "{\"ssh_key\":\"\"}").error()).isEqualTo("invalid_request");
        assertThat(client.post(path, "{}").error()).isEqualTo("invalid_request");
    }

    @Test
    void detach_whenDoneTwice_isRefusedTheSecondTime() throws IOException {
        String key = path + listed().path(0).path("id").asLong() + "/";
        assertThat(client.delete(key).json().path("success").asBoolean()).isTrue();
        assertThat(listed()).isEmpty();
        Reply again = client.delete(key);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.error()).isEqualTo("no_such_ssh_key");
        assertThat(client.delete(path + "x/").error()).isEqualTo("invalid_request");
    }

    @Test
    void anyCall_whenThereIsNoInstance_saysSo() throws IOException {
        for (Reply reply : new Reply[] {
            client.get("/api/v0/instances/1/ssh/"),
            client.post("/api/v0/instances/1/ssh/", KEY),
            client.delete("/api/v0/instances/1/ssh/2/")
        }) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.error()).isEqualTo("no_such_instance");
        }
        assertThat(client.get("/api/v0/instances/x/ssh/").error()).isEqualTo("invalid_request");
    }
}
