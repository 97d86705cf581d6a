package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking snapshots, and making instances from them. */
@Timeout(30)
class ThunderSnapshotsTest {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final String LIST = "/v1/snapshots/list";
    private static final String CREATE = "/v1/snapshots/create";

    private final SandboxClock clock = SandboxClock.manual();
    private final ThunderSandbox sandbox =
            ThunderSandbox.builder().clock(clock).lifecycle(STEP).start();
    private final TestClient client = new TestClient(sandbox);
    private final String uuid = sandbox.uuids().get(1);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void list_isABareArrayOfWhatIsReady() throws IOException {
        JsonNode list = client.get(LIST).json();
        assertThat(list.isArray()).isTrue();
        assertThat(list).hasSize(1);
        assertThat(list.path(0).path("id").isTextual()).isTrue();
        assertThat(list.path(0).path("name").textValue()).isEqualTo("golden");
        assertThat(list.path(0).path("minimumDiskSizeGb").intValue()).isEqualTo(150);
        assertThat(list.path(0).path("status").textValue()).isEqualTo("READY");
        assertThat(list.path(0).path("createdAt").longValue()).isEqualTo(1767225600L);
    }

    @Test
    void create_isAcceptedAndReadyLater() throws IOException {
        Reply reply = client.post(CREATE, body(uuid, "mine"));
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().path("message").textValue()).isNotEmpty();
        JsonNode snapshot = client.get(LIST).json().path(1);
        assertThat(snapshot.path("id")).isEqualTo(reply.json().path("id"));
        assertThat(snapshot.path("status").textValue()).isEqualTo("CREATING");
        assertThat(snapshot.path("minimumDiskSizeGb").intValue()).isEqualTo(100);
        assertThat(status()).isEqualTo("SNAPPING");
        clock.advance(STEP);
        assertThat(client.get(LIST).json().path(1).path("status").textValue()).isEqualTo("READY");
        assertThat(status()).isEqualTo("RUNNING");
    }

    @Test
    void create_whenTheInstanceIsDeletedMeanwhile_getsReadyAllTheSame() throws IOException {
        client.post(CREATE, body(uuid, "mine"));
        client.post("/v1/instances/1/delete", "");
        clock.advance(STEP);
        assertThat(client.get(LIST).json().path(1).path("status").textValue()).isEqualTo("READY");
    }

    @Test
    void create_whenTheNameIsTaken_isAConflict() throws IOException {
        Reply reply = client.post(CREATE, body(uuid, "golden"));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.error()).isEqualTo("conflict");
        assertThat(client.get(LIST).json()).hasSize(1);
    }

    @Test
    void create_whenTheInstanceIsNotRunning_isAConflict() throws IOException {
        client.post(CREATE, body(uuid, "mine"));
        Reply reply = client.post(CREATE, body(uuid, "another"));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("message").textValue()).contains("SNAPPING");
        assertThat(client.post("/v1/instances/1/modify", "{\"cpu_cores\":8}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "no-such-uuid"})
    void create_whenItIsNoUuid_isNotFound(String id) throws IOException {
        Reply reply = client.post(CREATE, body(id, "mine"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"x\"}", "{\"instanceId\":1,\"name\":\"x\"}", "{\"instance_id\":\"x\"}"})
    void create_whenSomethingIsMissing_isRefused(String body) throws IOException {
        Reply reply = client.post(CREATE, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_request");
    }

    @Test
    void create_whenThereAreFifty_isRefused() throws IOException {
        for (int i = 1; i < 50; i++) {
            assertThat(client.post(CREATE, body(uuid, "s" + i)).status()).isEqualTo(202);
            clock.advance(STEP);
        }
        assertThat(client.post(CREATE, body(uuid, "s50")).status()).isEqualTo(400);
        assertThat(client.get(LIST).json()).hasSize(50);
    }

    @Test
    void delete_removesItOnce() throws IOException {
        String path =
                "/v1/snapshots/" + client.get(LIST).json().path(0).path("id").textValue();
        assertThat(client.delete(path).status()).isEqualTo(200);
        assertThat(client.get(LIST).text()).isEqualTo("[]");
        Reply again = client.delete(path);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.error()).isEqualTo("not_found");
    }

    @Test
    void restore_whenTheSnapshotIsNotReady_isRefused() throws IOException {
        client.post(CREATE, body(uuid, "mine"));
        assertThat(restore("mine", 100).status()).isEqualTo(400);
        clock.advance(STEP);
        assertThat(restore("mine", 100).status()).isEqualTo(201);
    }

    @Test
    void restore_whenTheDiskIsTooSmall_growsItUnasked() throws IOException {
        assertThat(restore("golden", 100).status()).isEqualTo(201);
        JsonNode row = client.get("/v1/instances/list").json().path("2");
        assertThat(row.path("storage").intValue()).isEqualTo(150);
        assertThat(row.path("template").textValue()).isEqualTo("golden");
    }

    @Test
    void restore_whenTheSnapshotIsLargerThanWhatCanBeHad_mayStayAsItIs() throws IOException {
        client.post("/v1/instances/0/modify", "{\"num_gpus\":2,\"cpu_cores\":8,\"disk_size_gb\":1500}");
        clock.advance(STEP);
        client.post(CREATE, body(sandbox.uuids().get(0), "large"));
        clock.advance(STEP);
        assertThat(restore("large", 1600).status()).isEqualTo(400);
        assertThat(restore("large", 1500).status()).isEqualTo(201);
        clock.advance(STEP.multipliedBy(3));
        assertThat(client.post("/v1/instances/2/modify", "{\"disk_size_gb\":1501}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/v1/instances/2/modify", "{\"disk_size_gb\":1500,\"cpu_cores\":8}")
                        .status())
                .isEqualTo(200);
    }

    private Reply restore(String snapshot, int diskGb) throws IOException {
        return client.post(
                "/v1/instances/create",
                "{\"cpu_cores\":4,\"disk_size_gb\":" + diskGb + ",\"gpu_type\":\"a6000\",\"num_gpus\":1,\"template\":\""
                        + snapshot + "\"}");
    }

    private String status() throws IOException {
        return client.get("/v1/instances/list").json().path("1").path("status").textValue();
    }

    private static String body(String instance, String name) {
        return ThunderBodies.with(ThunderBodies.with("{}", "instanceId", instance), "name", name);
    }
}
