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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CopiesTest {
    private static final String DIRECT = "/api/v0/commands/copy_direct/";
    private static final String RSYNC = "/api/v0/commands/rsync/";
    private static final String CLOUD = "/api/v0/commands/rclone/";

    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient client = new TestClient(sandbox);
    private final long one = sandbox.instanceIds().get(0);
    private final long other = sandbox.instanceIds().get(1);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static String body(String source, String target) {
        return "{\"client_id\":\"me\",\"src_id\":" + source + ",\"dst_id\":" + target
                + ",\"src_path\":\"/a\",\"dst_path\":\"/b\"}";
    }

    private JsonNode instance(long id) throws IOException {
        return client.get("/api/v0/instances/" + id + "/").json().path("instances");
    }

    private JsonNode connections() throws IOException {
        return client.get("/api/v0/users/cloud_integrations/").json();
    }

    @Test
    void connections_areABareArray() throws IOException {
        assertThat(connections().isArray()).isTrue();
        assertThat(connections()).hasSize(3).allSatisfy(row -> assertThat(row.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "cloud_type", "name", "sandbox_unlisted"));
    }

    @Test
    void copy_isToldByTheStatusOfTheTarget() throws IOException {
        Reply reply = client.put(DIRECT, body(String.valueOf(one), "\"C." + other + "\""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "msg", "sandbox_unlisted");
        assertThat(instance(other).path("status_msg").asText()).contains("copying to /b");
        assertThat(instance(one).path("status_msg").asText()).doesNotContain("copying");
        assertThat(client.send("DELETE", DIRECT, "{\"dst_id\":\"" + other + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(instance(other).path("status_msg").asText()).contains("canceled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "drive", "b2"})
    void copy_takesClouds(String kind) throws IOException {
        assertThat(client.put(DIRECT, body("\"C." + one + "\"", "\"" + kind + "\""))
                        .status())
                .isEqualTo(200);
        for (JsonNode connection : connections()) {
            String reference = connection.path("cloud_type").asText() + "."
                    + connection.path("id").asText();
            assertThat(client.put(DIRECT, body("\"" + reference + "\"", "\"" + one + "\""))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void copy_fromOnesOwnComputer_givesTheAddress() throws IOException {
        JsonNode answer =
                client.put(DIRECT, body("\"local\"", "\"C." + one + "\"")).json();
        assertThat(answer.path("dst_addr").asText())
                .isEqualTo(instance(one).path("public_ipaddr").asText().strip());
        assertThat(answer.path("dst_port").isInt()).isTrue();
        assertThat(answer.has("src_addr")).isFalse();
    }

    @Test
    void rsync_givesTheAddressOfTheOtherSide() throws IOException {
        JsonNode up = client.put(RSYNC, body("null", "\"C." + one + "\"")).json();
        assertThat(up.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "dst_addr", "dst_port", "sandbox_unlisted");
        JsonNode down = client.put(RSYNC, body("\"" + one + "\"", "null")).json();
        assertThat(down.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "src_addr", "src_port", "sandbox_unlisted");
        assertThat(down.path("src_addr")).isEqualTo(up.path("dst_addr"));
        assertThat(client.put(RSYNC, body("null", "null")).error()).isEqualTo("invalid_args");
        assertThat(client.put(RSYNC, body("\"" + one + "\"", "\"" + other + "\""))
                        .error())
                .isEqualTo("invalid_args");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"C.1\"", "\"V.1\"", "\"s3.1\"", "\"dropbox\"", "\"X.1\"", "\"C.\""})
    void copy_whenASideIsUnknown_saysThatThereIsNoSuchUser(String side) throws IOException {
        Reply reply = client.put(DIRECT, body(side, "\"" + one + "\""));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("no_such_user");
        assertThat(client.send("DELETE", DIRECT, "{\"dst_id\":" + side + "}").error())
                .isEqualTo("no_such_user");
    }

    @Test
    void copy_whenSomethingIsMissing_isRefused() throws IOException {
        Reply noPath = client.put(DIRECT, "{\"src_id\":" + one + ",\"dst_id\":" + other + ",\"src_path\":\"/a\"}");
        assertThat(noPath.status()).isEqualTo(400);
        assertThat(noPath.error()).isEqualTo("invalid_args");
        assertThat(client.delete(DIRECT).error()).isEqualTo("invalid_args");
    }

    private String cloudCopy(String transfer) throws IOException {
        return "{\"src\":\"/a\",\"dst\":\"/b\",\"instance_id\":\"" + one + "\",\"selected\":\""
                + connections().path(0).path("id").asText() + "\",\"transfer\":\"" + transfer + "\",\"flags\":[]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"Instance To Cloud", "Instance to Cloud", "Cloud To Instance"})
    void cloudCopy_givesAResultAddress(String transfer) throws IOException {
        JsonNode answer = client.post(CLOUD, cloudCopy(transfer)).json();
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "msg", "result_url", "sandbox_unlisted");
        assertThat(answer.path("result_url").asText()).startsWith(sandbox.url().toString());
        assertThat(instance(one).path("status_msg").asText()).contains(transfer);
        assertThat(client.send("DELETE", CLOUD, "{\"client_id\":\"me\",\"dst_id\":\"" + one + "\"}")
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"src\":\"/a\"|\"x\":1", "\"dst\":\"/b\"|\"dst\":\" \"", "Instance To Cloud|Cloud To Cloud"})
    void cloudCopy_whenWrong_isRefusedWithoutACode(String part, String other) throws IOException {
        Reply reply = client.post(CLOUD, cloudCopy("Instance To Cloud").replace(part, other));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().fieldNames()).toIterable().containsExactlyInAnyOrder("success", "msg");
    }

    @Test
    void cloudCopy_whenItNamesNothingOfTheAccount_isRefused() throws IOException {
        String body = cloudCopy("Instance To Cloud");
        assertThat(client.post(CLOUD, body.replace("\"" + one + "\"", "\"1\"")).status())
                .isEqualTo(400);
        String connection = connections().path(0).path("id").asText();
        assertThat(client.post(CLOUD, body.replace(connection, "1")).status()).isEqualTo(400);
    }

    @Test
    void cancelSync_whenWrong_isRefused() throws IOException {
        assertThat(client.delete(CLOUD).error()).isEqualTo("invalid_args");
        Reply unknown = client.send("DELETE", CLOUD, "{\"dst_id\":1}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.error()).isEqualTo("no_such_instance");
    }
}
