package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ApiKeysTest {
    private static final String PATH = "/api/v0/auth/apikeys/";

    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void list_neverShowsTheSecret() throws IOException {
        Reply reply = client.get(PATH);
        assertThat(reply.json().path("apikeys")).hasSize(1);
        assertThat(reply.json().at("/apikeys/0/permissions").isBoolean()).isTrue();
        assertThat(reply.text()).doesNotContain(sandbox.apiKey());
    }

    @Test
    void create_withoutPermissions_givesAnUnrestrictedKey() throws IOException {
        JsonNode created = client.post(PATH, "{\"name\":\"ci\"}").json();
        assertThat(created.path("permissions").isBoolean()).isTrue();
        TestClient other = new TestClient(sandbox, created.path("key").asText());
        assertThat(other.get("/api/v0/ssh/").status()).isEqualTo(200);
        assertThat(other.get("/api/v0/users/current/").json().path("api_key").asText())
                .isEqualTo(created.path("key").asText());
    }

    @Test
    void show_givesTheRow() throws IOException {
        JsonNode created = client.post(PATH, "{\"name\":\"ci\",\"permissions\":{\"api\":{\"user_read\":{}}}}")
                .json();
        JsonNode row = client.get(PATH + created.path("id").asLong() + "/").json();
        assertThat(row.path("name").asText()).isEqualTo("ci");
        assertThat(row.path("rights").asText()).isEqualTo("custom");
        assertThat(row.path("permissions")).isEqualTo(created.path("permissions"));
        assertThat(row.has("key")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}| invalid_args",
                "{\"name\":\"n\",\"permissions\":{}}| missing_permissions",
                "{\"name\":\"n\",\"permissions\":true}| invalid_permissions",
                "{\"name\":\"n\",\"permissions\":{\"manage_instances\":true}}| invalid_permissions",
                "{\"name\":\"n\",\"permissions\":{\"api\":{},\"x\":{}}}| invalid_permissions",
                "{\"name\":\"n\",\"permissions\":{\"api\":{\"everything\":{}}}}| invalid_permissions",
                "{\"name\":\"n\",\"permissions\":{\"api\":{\"misc\":true}}}| invalid_permissions",
                "{\"name\":\"n\",\"permissions\":{\"api\":{\"misc\":{\"a\":1}}}}| invalid_permissions",
                "{\"name\":\"n\",\"permissions\":{\"api\":{\"misc\":{\"a\":{\"constraints\":{\"id\":{\"lt\":1}}}}}}}| invalid_permissions",
                "{\"name\":\"n\",\"permissions\":{\"api\":{\"misc\":{\"a\":{\"constraints\":{\"id\":{\"eq\":\"1\"}}}}}}}| invalid_permissions"
            })
    void create_whenWrong_isRefused(String body, String code) throws IOException {
        Reply reply = client.post(PATH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo(code);
    }

    @Test
    void create_whenTheNameIsTooLong_isRefused() throws IOException {
        assertThat(client.post(PATH, "{\"name\":\"" + "n".repeat(256) + "\"}").error())
                .isEqualTo("invalid_args");
    }

    @Test
    void delete_answersABareTextAndEndsTheKey() throws IOException {
        JsonNode created = client.post(PATH, "{\"name\":\"ci\"}").json();
        Reply reply = client.delete(PATH + created.path("id").asLong() + "/");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().isTextual()).isTrue();
        assertThat(new TestClient(sandbox, created.path("key").asText())
                        .get(PATH)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void delete_whenThereIsNoSuchKey_namesNoCode() throws IOException {
        Reply reply = client.delete(PATH + "1/");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).isEqualTo("{\"msg\":\"API Key not found.\"}");
        assertThat(client.delete(PATH + "x/").status()).isEqualTo(400);
    }

    @Test
    void reset_replacesTheCallersKeyAtOnce() throws IOException {
        String old = sandbox.apiKey();
        JsonNode reply = client.put("/api/v0/commands/reset_apikey/", "{\"client_id\":\"me\"}")
                .json();
        assertThat(reply.path("new_api_key").asText())
                .isEqualTo(sandbox.apiKey())
                .isNotEqualTo(old);
        assertThat(client.get(PATH).status()).isEqualTo(401);
        assertThat(new TestClient(sandbox).get(PATH).json().path("apikeys")).hasSize(1);
    }
}
