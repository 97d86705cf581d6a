package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding keys to instances. */
@Timeout(30)
class ThunderAddKeyTest {
    private static final String PATH = "/v1/instances/1/add_key";

    private final SandboxClock clock = SandboxClock.manual();
    private final ThunderSandbox sandbox = ThunderSandbox.builder()
            .clock(clock)
            .consistencyLag(Duration.ofSeconds(5))
            .deleteLag(Duration.ofSeconds(5))
            .start();
    private final TestClient client = new TestClient(sandbox);
    private final String uuid = sandbox.uuids().get(1);
    private final String before = sandbox.publicKeys(uuid).get(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void addKey_appendsAndSaysToWhichInstance() throws IOException {
        Reply reply = client.post(PATH, body(ThunderBodies.line(1)));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("success").booleanValue()).isTrue();
        assertThat(reply.json().path("uuid").textValue()).isEqualTo(uuid);
        assertThat(reply.json().path("message").textValue()).isNotEmpty();
        assertThat(reply.json().has("key")).isFalse();
        assertThat(sandbox.publicKeys(uuid)).containsExactly(before, ThunderBodies.line(1));
        assertThat(sandbox.publicKeys(sandbox.uuids().get(0))).hasSize(1);
    }

    @Test
    void addKey_whenItIsThere_changesNothingAndIsNoError() throws IOException {
        String line = ThunderBodies.line(1);
        client.post(PATH, body(line + "\n"));
        Reply again = client.post(PATH, body(line.replace("key-1", "another comment")));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("success").booleanValue()).isTrue();
        assertThat(sandbox.publicKeys(uuid)).containsExactly(before, line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"public_key\":null}", "{\"public_key\":\"\"}"})
    void addKey_withoutKey_makesOneEachTime(String body) throws IOException {
        JsonNode one = client.post(PATH, body).json();
        JsonNode two = client.post(PATH, body).json();
        assertThat(one.path("uuid").textValue()).isEqualTo(uuid);
        assertThat(one.path("key").textValue())
                .startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n")
                .endsWith("\n-----END OPENSSH PRIVATE KEY-----\n");
        assertThat(two.path("key").textValue()).isNotEqualTo(one.path("key").textValue());
        assertThat(sandbox.publicKeys(uuid)).hasSize(3).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"public_key\":\"no key\"}", "{\"public_key\":5}", "[]", "{\"public_key\""})
    void addKey_whenItIsNone_isRefused(String body) throws IOException {
        Reply reply = client.post(PATH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(sandbox.publicKeys(uuid)).containsExactly(before);
    }

    @Test
    void addKey_whenTheListIsBehind_showsLater() throws IOException {
        client.post(PATH, body(ThunderBodies.line(1)));
        assertThat(listed()).containsExactly(before);
        clock.advance(Duration.ofSeconds(5));
        assertThat(listed()).containsExactly(before, ThunderBodies.line(1));
    }

    @Test
    void addKey_whenTheInstanceIsBeingDeleted_isRefused() throws IOException {
        client.post("/v1/instances/1/delete", "");
        Reply reply = client.post(PATH, body(ThunderBodies.line(1)));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.error()).isEqualTo("conflict");
    }

    private List<String> listed() throws IOException {
        JsonNode keys = client.get("/v1/instances/list").json().path("1").path("sshPublicKeys");
        return StreamSupport.stream(keys.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static String body(String line) {
        return ThunderBodies.with("{}", "public_key", line);
    }
}
