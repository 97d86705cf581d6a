package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TemplatesTest {
    private static final String PATH = "/api/v0/template/";
    private static final String MINE =
            """
            {"name":"mine","image":"ubuntu","tag":"24.04","env":"-e A=1 -p 80:80","runtype":"ssh","use_ssh":true,
             "extra_filters":{"num_gpus":{"eq":1}},"recommended_disk_space":"16","href":null,"desc":"first"}""";

    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode search(String filters) throws IOException {
        return client.get(PATH + TestClient.query("select_cols", "[\"*\"]", "select_filters", filters))
                .json();
    }

    private JsonNode row(String name) throws IOException {
        return search("{\"name\":{\"eq\":\"" + name + "\"}}").path("templates").path(0);
    }

    private JsonNode created() throws IOException {
        return client.post(PATH, MINE).json().path("template");
    }

    @Test
    void list_hasPublicTemplatesFromTheStart() throws IOException {
        JsonNode list = client.get(PATH).json();
        assertThat(list.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "templates_found", "templates", "sandbox_unlisted");
        assertThat(list.path("templates_found").asInt())
                .isEqualTo(list.path("templates").size())
                .isPositive();
        JsonNode row = list.path("templates").path(0);
        assertThat(row.path("hash_id").asText()).matches("[0-9a-f]{32}");
        assertThat(row.path("id").isIntegralNumber()).isTrue();
        assertThat(row.path("env").isTextual()).isTrue();
        assertThat(new ObjectMapper()
                        .readTree(row.path("extra_filters").textValue())
                        .isObject())
                .isTrue();
        assertThat(row.has("docker_login_pass")).isTrue();
        assertThat(row.path("private").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}| 4",
                "{\"private\":{\"eq\":true}}| 0",
                "{\"recommended\":{\"eq\":true},\"count_created\":{\"gt\":10000}}| 2",
                "{\"count_created\":{\"gt\":\"10000\"}}| 2",
                "{\"name\":{\"in\":[\"NVIDIA CUDA\",\"nothing\"]}}| 1",
                "{\"id\":{\"eq\":2048}}| 1",
                "{\"name\":{\"eq\":\"日本語 \\\"b\\\" & = ?\"}}| 0",
            })
    void list_filters(String filters, int found) throws IOException {
        assertThat(search(filters).path("templates_found").asInt()).isEqualTo(found);
    }

    @Test
    void list_ordersAndCutsColumns() throws IOException {
        JsonNode list = client.get(PATH
                        + TestClient.query(
                                "select_cols",
                                "[\"id\",\"name\",\"nothing\"]",
                                "order_by",
                                "[{\"col\":\"count_created\",\"dir\":\"asc\"}]"))
                .json()
                .path("templates");
        assertThat(list.path(0).path("name").asText()).isEqualTo("Ubuntu 22.04 VM");
        assertThat(list.path(0).fieldNames()).toIterable().containsExactly("id", "name", "nothing");
        assertThat(list.path(0).path("nothing").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"pytorch\"", "pytorch", "{\"colour\":{\"eq\":1}}", "{\"name\":{\"like\":\"a\"}}"})
    void list_whenTheFilterIsNone_isRefused(String filters) throws IOException {
        Reply reply = client.get(PATH + TestClient.query("select_filters", filters));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
        assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    }

    @Test
    void create_givesNumberAndHash() throws IOException {
        Reply reply = client.post(PATH, MINE);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "msg", "template", "sandbox_unlisted");
        JsonNode template = reply.json().path("template");
        assertThat(template.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "hash_id", "name");
        JsonNode row = row("mine");
        assertThat(row.path("id")).isEqualTo(template.path("id"));
        assertThat(row.path("hash_id")).isEqualTo(template.path("hash_id"));
        assertThat(row.path("extra_filters").textValue()).isEqualTo("{\"num_gpus\":{\"eq\":1}}");
        assertThat(row.path("recommended_disk_space").doubleValue()).isEqualTo(16);
        assertThat(row.path("env").textValue()).isEqualTo("-e A=1 -p 80:80");
        assertThat(row.path("private").asBoolean()).isTrue();
        assertThat(row.path("tag").asText()).isEqualTo("24.04");
    }

    @Test
    void create_whenTheSameIsThere_givesThat() throws IOException {
        JsonNode first = created();
        Reply again = client.post(PATH, MINE);
        assertThat(again.json().path("template")).isEqualTo(first);
        assertThat(again.json().path("msg").asText()).startsWith("Existing template found");
        JsonNode other =
                client.post(PATH, MINE.replace("first", "second")).json().path("template");
        assertThat(other.path("id")).isNotEqualTo(first.path("id"));
        assertThat(other.path("hash_id")).isNotEqualTo(first.path("hash_id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"image\":\"ubuntu\"}",
                "{\"name\":\"a\"}",
                "{\"name\":\" \",\"image\":\"ubuntu\"}",
                "{\"name\":\"a\",\"image\":\"ubuntu\",\"env\":{\"A\":\"1\"}}",
                "{\"name\":\"a\",\"image\":\"ubuntu\",\"runtype\":\"ssh_direct\"}",
            })
    void create_whenWrong_isRefused(String body) throws IOException {
        Reply reply = client.post(PATH, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
    }

    @Test
    void update_changesWhatIsGivenAndTheHash() throws IOException {
        JsonNode template = created();
        JsonNode before = row("mine");
        Reply reply = client.put(PATH, "{\"hash_id\":" + template.path("hash_id") + ",\"desc\":\"second\"}");
        JsonNode changed = reply.json().path("template");
        assertThat(changed.path("id")).isEqualTo(template.path("id"));
        assertThat(changed.path("hash_id")).isNotEqualTo(template.path("hash_id"));
        JsonNode after = row("mine");
        assertThat(after.path("desc").asText()).isEqualTo("second");
        for (String kept : new String[] {"name", "image", "tag", "env", "runtype", "extra_filters", "created_at"}) {
            assertThat(after.path(kept)).as(kept).isEqualTo(before.path(kept));
        }
        // The hash that it had leads nowhere any more.
        assertThat(client.put(PATH, "{\"hash_id\":" + template.path("hash_id") + ",\"desc\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void update_takesANullAsAValue() throws IOException {
        JsonNode template = created();
        client.put(PATH, "{\"hash_id\":" + template.path("hash_id") + ",\"desc\":null,\"env\":null}");
        assertThat(row("mine").path("desc").isNull()).isTrue();
        assertThat(row("mine").path("env").asText()).isEmpty();
        assertThat(row("mine").path("tag").asText()).isEqualTo("24.04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"hash_id\":\"no such hash\"}"})
    void updateAndDelete_whenThereIsNoSuchTemplate_areNotFound(String body) throws IOException {
        for (String method : new String[] {"PUT", "DELETE"}) {
            Reply reply = client.send(method, PATH, body);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("success").asBoolean(true)).isFalse();
        }
    }

    @Test
    void updateAndDelete_whenItIsSomebodyElses_areNotFound() throws IOException {
        String hash = row("NVIDIA CUDA").path("hash_id").toString();
        for (String method : new String[] {"PUT", "DELETE"}) {
            assertThat(client.send(method, PATH, "{\"hash_id\":" + hash + "}").status())
                    .isEqualTo(404);
        }
        assertThat(row("NVIDIA CUDA").path("hash_id").toString()).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({"template_id, id", "hash_id, hash_id"})
    void delete_takesNumberOrHash(String parameter, String member) throws IOException {
        JsonNode template = created();
        String body = "{\"" + parameter + "\":" + template.path(member) + "}";
        assertThat(client.send("DELETE", PATH, body).json().path("success").asBoolean())
                .isTrue();
        assertThat(row("mine").isMissingNode()).isTrue();
        assertThat(client.send("DELETE", PATH, body).status()).isEqualTo(404);
    }

    @Test
    void templates_areTheSameForTheSameSeed() throws IOException {
        try (VastSandbox other = VastSandbox.start()) {
            JsonNode mine = client.get(PATH + "?select_cols=%5B%22id%22%2C%22hash_id%22%5D")
                    .json();
            assertThat(new TestClient(other)
                            .get(PATH + "?select_cols=%5B%22id%22%2C%22hash_id%22%5D")
                            .json())
                    .isEqualTo(mine);
        }
    }
}
