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

@Timeout(30)
class SshKeysTest {
    private static final String PATH = "/api/v0/ssh/";

    private final VastSandbox sandbox =
            VastSandbox.builder().clock(SandboxClock.manual()).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void list_isABareArrayWithTimesAsNumbers() throws IOException {
        JsonNode keys = client.get(PATH).json();
        assertThat(keys.isArray()).isTrue();
        assertThat(keys).hasSize(2).allSatisfy(key -> {
            assertThat(key.path("id").isIntegralNumber()).isTrue();
            assertThat(key.path("public_key").asText()).startsWith("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI");
            assertThat(key.path("created_at").isNumber()).isTrue();
            assertThat(key.path("deleted_at").isNull()).isTrue();
        });
    }

    @Test
    void create_showsTheKeyAndListsIt() throws IOException {
        JsonNode reply =
                client.post(PATH, "{\"ssh_key\":\"ssh-rsa AAAA me@host\\n\"}").json();
        assertThat(reply.path("success").asBoolean()).isTrue();
        assertThat(reply.at("/key/public_key").asText()).isEqualTo("ssh-rsa AAAA me@host");
        assertThat(reply.at("/key/created_at").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(client.get(PATH).json()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ssh_key\":null}", "{\"ssh_key\":\" \"}", "{\"ssh_key\":5}"})
    void create_whenThereIsNoKey_isRefused(String body) throws IOException {
        Reply reply = client.post(PATH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("no_ssh_key");
    }

    @Test
    void create_joinsInstances_unlessChosenOtherwise() throws IOException {
        assertThat(keysOnFirstInstanceAfterCreate(sandbox)).contains("new@key");
        try (VastSandbox other =
                VastSandbox.builder().newSshKeysJoinInstances(false).start()) {
            assertThat(keysOnFirstInstanceAfterCreate(other)).doesNotContain("new@key");
        }
    }

    private static String keysOnFirstInstanceAfterCreate(VastSandbox sandbox) throws IOException {
        TestClient client = new TestClient(sandbox);
        client.post(PATH, "{\"ssh_key\":\"ssh-rsa AAAA new@key\"}");
        return client.get("/api/v0/instances/" + sandbox.instanceIds().get(0) + "/ssh/")
                .text();
    }

    @Test
    void update_replacesTheLine() throws IOException {
        long id = client.get(PATH).json().at("/0/id").asLong();
        JsonNode reply = client.put(PATH + id + "/", "{\"id\":" + id + ",\"ssh_key\":\"ssh-rsa BBBB\"}")
                .json();
        assertThat(reply.at("/key/public_key").asText()).isEqualTo("ssh-rsa BBBB");
        assertThat(client.get(PATH).json().at("/0/public_key").asText()).isEqualTo("ssh-rsa BBBB");
        assertThat(client.put(PATH + id, "{}").error()).isEqualTo("no_ssh_key");
    }

    @Test
    void delete_marksTheKeyAndRefusesASecondTime() throws IOException {
        long id = client.get(PATH).json().at("/0/id").asLong();
        assertThat(client.delete(PATH + id + "/").json().path("success").asBoolean())
                .isTrue();
        assertThat(client.get(PATH).json()).hasSize(1);
        Reply again = client.delete(PATH + id + "/");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("no_ssh_key");
        assertThat(client.put(PATH + id + "/", "{\"ssh_key\":\"ssh-rsa A\"}").error())
                .isEqualTo("no_ssh_key");
    }

    @Test
    void delete_whenDeletedKeysAreListed_showsWhen() throws IOException {
        try (VastSandbox other = VastSandbox.builder().listDeletedSshKeys(true).start()) {
            TestClient there = new TestClient(other);
            long id = there.get(PATH).json().at("/0/id").asLong();
            there.delete(PATH + id + "/");
            assertThat(there.get(PATH).json()).hasSize(2);
            assertThat(there.get(PATH).json().at("/0/deleted_at").isTextual()).isTrue();
        }
    }

    @Test
    void delete_whenTheIdIsNoNumber_isRefused() throws IOException {
        Reply reply = client.delete(PATH + "x/");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
    }

    @Test
    void list_whenThereAreNoKeys_isNotFound() throws IOException {
        for (JsonNode key : client.get(PATH).json()) {
            client.delete(PATH + key.path("id").asLong() + "/");
        }
        Reply reply = client.get(PATH);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("msg").asText()).isEqualTo("No SSH keys found for the user.");
        assertThat(client.get("/api/v0/users/current/").json().path("ssh_key").asText())
                .isEmpty();
    }
}
