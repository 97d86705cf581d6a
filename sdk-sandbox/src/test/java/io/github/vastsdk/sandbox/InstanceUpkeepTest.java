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
class InstanceUpkeepTest {
    private final VastSandbox sandbox =
            VastSandbox.builder().clock(SandboxClock.manual()).start();
    private final TestClient client = new TestClient(sandbox);
    private final long id = sandbox.instanceIds().get(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode instance() throws IOException {
        return client.get("/api/v0/instances/" + id + "/").json().path("instances");
    }

    private Reply update(String body) throws IOException {
        return client.put("/api/v0/instances/update_template/" + id + "/", body);
    }

    private Reply snapshot(long instance, String body) throws IOException {
        return client.post("/api/v0/instances/take_snapshot/" + instance + "/", body);
    }

    @Test
    void filters_giveEveryCombinationOnce() throws IOException {
        try (VastSandbox many = VastSandbox.builder().instances(40).start()) {
            JsonNode filters = new TestClient(many)
                    .get("/api/v0/instances/filters/")
                    .json()
                    .path("filters");
            assertThat(filters).hasSizeBetween(2, 10).doesNotHaveDuplicates();
            assertThat(filters).allSatisfy(row -> assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("actual_status", "verification", "gpu_name"));
        }
    }

    @Test
    void snapshot_tellsTheImage() throws IOException {
        Reply reply = snapshot(
                id,
                """
                {"container_registry":"ghcr.io","personal_repo":"me/work","docker_login_user":"me",
                 "docker_login_pass":"secret","pause":"true"}""");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        assertThat(reply.json().path("msg").asText())
                .contains("ghcr.io/me/work:instance_" + id + "_at_1767225600")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"personal_repo\":\" \"}",
                "{\"personal_repo\":\"me/work\",\"pause\":true}",
            })
    void snapshot_whenWrong_isRefused(String body) throws IOException {
        Reply reply = snapshot(id, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
    }

    @Test
    void snapshot_whenThereIsNoSuchInstance_isNotFound() throws IOException {
        Reply reply = snapshot(1, "{\"personal_repo\":\"me/work\"}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("no_such_instance");
    }

    @Test
    void updateTemplate_changesWhatIsGivenAndNothingElse() throws IOException {
        JsonNode before = instance();
        Reply reply = update("{\"id\":" + id + ",\"image\":\"ubuntu:24.04\",\"env\":{\"A\":\"1\"},\"args\":\"a  b\"}");
        JsonNode updated = reply.json().path("updated_instance");
        assertThat(updated).isEqualTo(instance());
        assertThat(updated.path("image_uuid").asText()).isEqualTo("ubuntu:24.04");
        assertThat(updated.path("extra_env").toString()).isEqualTo("[[\"A\",\"1\"]]");
        assertThat(updated.path("image_args").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(updated.path("onstart")).isEqualTo(before.path("onstart"));
        assertThat(updated.path("template_id")).isEqualTo(before.path("template_id"));
    }

    @Test
    void updateTemplate_takesATemplateByNumberOrHash() throws IOException {
        JsonNode template =
                client.get("/api/v0/template/").json().path("templates").path(1);
        for (String reference : new String[] {
            "{\"template_id\":" + template.path("id") + "}", "{\"template_hash_id\":" + template.path("hash_id") + "}"
        }) {
            assertThat(update("{\"image\":\"other\",\"template_id\":2048}").status())
                    .isEqualTo(200);
            JsonNode updated = update(reference).json().path("updated_instance");
            assertThat(updated.path("template_id")).isEqualTo(template.path("id"));
            assertThat(updated.path("template_hash_id")).isEqualTo(template.path("hash_id"));
            assertThat(updated.path("template_name")).isEqualTo(template.path("name"));
            assertThat(updated.path("image_uuid").asText())
                    .isEqualTo(template.path("image").asText() + ":"
                            + template.path("tag").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"'{\"id\":1}', 400, invalid_args", "'{\"template_id\":1}', 404, not_found"})
    void updateTemplate_whenWrong_isRefused(String body, int status, String code) throws IOException {
        Reply reply = update(body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.error()).isEqualTo(code);
    }

    @Test
    void updateTemplate_whenThereIsNoSuchInstance_isNotFound() throws IOException {
        assertThat(client.put("/api/v0/instances/update_template/1/", "{}").error())
                .isEqualTo("no_such_instance");
    }

    @Test
    void instances_nameATemplateThatIsThere() throws IOException {
        String filter = "{\"id\":{\"eq\":" + instance().path("template_id") + "}}";
        JsonNode found = client.get("/api/v0/template/" + TestClient.query("select_filters", filter))
                .json()
                .path("templates");
        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("hash_id")).isEqualTo(instance().path("template_hash_id"));
        assertThat(found.path(0).path("name")).isEqualTo(instance().path("template_name"));
    }
}
