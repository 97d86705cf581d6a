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
class SecretsTest {
    private static final String PATH = "/api/v0/secrets/";

    private final VastSandbox sandbox =
            VastSandbox.builder().showSecretValues(true).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode listed() throws IOException {
        return client.get(PATH).json().path("secrets");
    }

    @Test
    void list_masksValues_unlessChosenOtherwise() throws IOException {
        assertThat(listed().path("WANDB_MODE").asText()).isEqualTo("offline");
        try (VastSandbox other = VastSandbox.start()) {
            assertThat(new TestClient(other).get(PATH).json().path("secrets"))
                    .hasSize(2)
                    .allMatch(value -> value.asText().equals("****"));
        }
    }

    @Test
    void create_putsTheKeyInCapitals() throws IOException {
        assertThat(client.post(PATH, "{\"key\":\"my_token\",\"value\":\"a-b.c_1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(listed().path("MY_TOKEN").asText()).isEqualTo("a-b.c_1");
        Reply again = client.post(PATH, "{\"key\":\"MY_token\",\"value\":\"x\"}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("existing_key");
    }

    @Test
    void update_changesTheValue() throws IOException {
        assertThat(client.put(PATH, "{\"key\":\"wandb_mode\",\"value\":\"online\"}")
                        .status())
                .isEqualTo(200);
        assertThat(listed().path("WANDB_MODE").asText()).isEqualTo("online");
    }

    @Test
    void delete_takesTheKeyFromTheBody() throws IOException {
        assertThat(client.send("DELETE", PATH, "{\"key\":\"WANDB_MODE\"}").status())
                .isEqualTo(200);
        assertThat(listed().has("WANDB_MODE")).isFalse();
        assertThat(client.send("DELETE", PATH, "{\"key\":\"WANDB_MODE\"}").error())
                .isEqualTo("nonexistent_key");
        assertThat(client.delete(PATH).error()).isEqualTo("missing_input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST| {\"key\":\"A\"}| missing_input",
                "POST| {\"value\":\"A\"}| missing_input",
                "POST| {\"key\":\"\",\"value\":\"v\"}| empty_input",
                "POST| {\"key\":\"A\",\"value\":\"\"}| empty_input",
                "POST| {\"key\":\"1A\",\"value\":\"v\"}| invalid_characters",
                "POST| {\"key\":\"A\",\"value\":\"a b\"}| invalid_characters",
                "PUT| {\"key\":\"NEW\",\"value\":\"v\"}| nonexistent_key",
                "PUT| {\"key\":\"WANDB_MODE\"}| missing_input",
            })
    void write_whenWrong_isRefused(String method, String body, String code) throws IOException {
        Reply reply = client.send(method, PATH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo(code);
    }

    @Test
    void create_whenTooLong_isRefused() throws IOException {
        assertThat(client.post(PATH, "{\"key\":\"" + "K".repeat(257) + "\",\"value\":\"v\"}")
                        .error())
                .isEqualTo("input_too_long");
    }

    @Test
    void create_whenThereAreTooMany_isRefused() throws IOException {
        for (int i = listed().size(); i < 100; i++) {
            assertThat(client.post(PATH, "{\"key\":\"K" + i + "\",\"value\":\"v\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(client.post(PATH, "{\"key\":\"ONE_MORE\",\"value\":\"v\"}").error())
                .isEqualTo("max_secrets");
    }
}
