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

/** The account's own SSH keys. */
@Timeout(30)
class ThunderAccountKeysTest {
    private static final String ED25519 =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJO6k2v0bq8JZ5bS6Ww0mJ0F5v7tq0n1m2p3q4r5s6t7 me@home";

    private final ThunderSandbox sandbox =
            ThunderSandbox.builder().clock(SandboxClock.manual()).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void list_isABareArray() throws IOException {
        JsonNode keys = client.get("/v1/keys/list").json();
        assertThat(keys.isArray()).isTrue();
        assertThat(keys).hasSize(2);
        JsonNode key = keys.path(0);
        assertThat(key.path("id").isTextual()).isTrue();
        assertThat(key.path("name").textValue()).isEqualTo("laptop");
        assertThat(key.path("public_key").textValue()).startsWith("ssh-ed25519 ");
        assertThat(key.path("key_type").textValue()).isEqualTo("ssh-ed25519");
        assertThat(key.path("created_at").longValue()).isEqualTo(1767225600L);
        assertThat(key.path("fingerprint").textValue()).matches("SHA256:[A-Za-z0-9+/]{43}");
    }

    @Test
    void add_answersTheKeyAndPutsItOnNoInstance() throws IOException {
        Reply reply = client.post("/v1/keys/add", body("desk", ED25519 + "\n"));
        assertThat(reply.status()).isEqualTo(200);
        JsonNode key = reply.json().path("key");
        assertThat(key.path("name").textValue()).isEqualTo("desk");
        assertThat(key.path("public_key").textValue()).isEqualTo(ED25519);
        assertThat(reply.json().path("message").isTextual()).isTrue();
        assertThat(client.get("/v1/keys/list").json().path(2)).isEqualTo(key);
        assertThat(sandbox.uuids())
                .allSatisfy(uuid -> assertThat(sandbox.publicKeys(uuid)).doesNotContain(ED25519));
    }

    @Test
    void add_whenNameOrKeyIsThere_isAConflict() throws IOException {
        client.post("/v1/keys/add", body("desk", ED25519));
        for (String body : new String[] {
            body("desk", ThunderBodies.line(1)), body("other", ED25519.replace("me@home", "another comment"))
        }) {
            Reply reply = client.post("/v1/keys/add", body);
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.json().path("code").intValue()).isEqualTo(409);
            assertThat(reply.error()).isEqualTo("conflict");
        }
        assertThat(client.get("/v1/keys/list").json()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"desk\"}",
                "{\"name\":\"desk\",\"public_key\":\"nonsense\"}",
                "{\"name\":\" \",\"public_key\":\"ssh-rsa AAAAB3NzaC1yc2EAAAAD\"}",
                "{\"name\":7,\"public_key\":\"ssh-rsa AAAAB3NzaC1yc2EAAAAD\"}",
                "not json"
            })
    void add_whenSomethingIsWrong_isRefused(String body) throws IOException {
        Reply reply = client.post("/v1/keys/add", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
    }

    @Test
    void delete_removesItOnce() throws IOException {
        String path = "/v1/keys/"
                + client.get("/v1/keys/list").json().path(0).path("id").textValue();
        assertThat(client.delete(path).status()).isEqualTo(200);
        assertThat(client.get("/v1/keys/list").json()).hasSize(1);
        Reply again = client.delete(path);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.error()).isEqualTo("not_found");
    }

    private static String body(String name, String line) {
        return ThunderBodies.with(ThunderBodies.with("{}", "name", name), "public_key", line);
    }
}
