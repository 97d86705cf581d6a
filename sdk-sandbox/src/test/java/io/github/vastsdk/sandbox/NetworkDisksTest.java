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
class NetworkDisksTest {
    private static final String VOLUMES = "/api/v0/network_volumes/";
    private static final String DISKS = "/api/v0/network_disk/";

    private final VastSandbox sandbox =
            VastSandbox.builder().clock(SandboxClock.manual()).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode search(String question) throws IOException {
        return client.post(VOLUMES + "search/", question).json().path("offers");
    }

    private long disk() throws IOException {
        return client.post(DISKS, "{\"machines\":[7,8],\"mount_point\":\"/mnt/disk1\"}")
                .json()
                .path("disk_id")
                .asLong();
    }

    private JsonNode disks() throws IOException {
        return client.get(DISKS).json().path("data");
    }

    @Test
    void search_givesOffers() throws IOException {
        JsonNode offers = search("{\"verified\":{\"eq\":true},\"external\":{\"eq\":false},\"disk_space\":{\"gte\":1},"
                + "\"order\":[[\"score\",\"desc\"]],\"allocated_storage\":1.0}");
        assertThat(offers).hasSize(3).allSatisfy(row -> assertThat(row.fieldNames())
                .toIterable()
                .contains(
                        "id",
                        "disk_space",
                        "storage_cost",
                        "inet_up",
                        "inet_down",
                        "reliability",
                        "duration",
                        "verification",
                        "host_id",
                        "cluster_id",
                        "geolocation",
                        "nw_disk_min_bw",
                        "nw_disk_max_bw",
                        "nw_disk_avg_bw"));
        assertThat(search("{\"geolocation\":{\"notin\":[\"SE\"]}}")).hasSize(2);
    }

    @Test
    void rent_makesANetworkVolume() throws IOException {
        JsonNode offer = search("{}").path(0);
        Reply reply = client.put(VOLUMES, "{\"id\":" + offer.path("id") + ",\"size\":15,\"name\":\"shared\"}");
        assertThat(reply.json().path("volume_name").asText()).matches("V\\.\\d+");
        JsonNode volumes =
                client.get("/api/v0/volumes/?type=network_volume").json().path("volumes");
        assertThat(volumes).hasSize(1);
        assertThat(volumes.path(0).path("cluster_id")).isEqualTo(offer.path("cluster_id"));
        assertThat(volumes.path(0).path("label").asText()).isEqualTo("shared");
        assertThat(client.get("/api/v0/volumes/?type=local_volume").json().path("volumes"))
                .isEmpty();
        assertThat(client.put(VOLUMES, "{\"id\":1,\"size\":15}").error()).isEqualTo("no_such_ask");
    }

    @Test
    void disks_areListedByCluster() throws IOException {
        assertThat(disks()).isEmpty();
        Reply added = client.post(DISKS, "{\"machines\":[7,8],\"mount_point\":\"/mnt/disk1\"}");
        long disk = added.json().path("disk_id").asLong();
        assertThat(added.json().path("success").asBoolean()).isTrue();
        assertThat(client.post(DISKS, "{\"machines\":[9],\"mount_point\":\"/mnt/x\",\"disk_id\":" + disk + "}")
                        .json()
                        .path("disk_id")
                        .asLong())
                .isEqualTo(disk);
        JsonNode row = disks().path(0);
        assertThat(disks()).hasSize(1);
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("cluster_id", "network_disks", "machine_ids", "mounts");
        assertThat(row.path("network_disks").path(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("network_disk_id", "free_space", "total_space");
        assertThat(row.path("machine_ids").toString()).isEqualTo("[7,8,9]");
        assertThat(row.path("mounts").toString())
                .isEqualTo("{\"7\":\"/mnt/disk1\",\"8\":\"/mnt/disk1\",\"9\":\"/mnt/x\"}");
    }

    @Test
    void offer_isOnTheMarketUntilItIsTakenOff() throws IOException {
        long disk = disk();
        assertThat(client.post(VOLUMES, "{\"disk_id\":" + disk + ",\"price_disk\":0.2,\"size\":30}")
                        .json()
                        .path("msg")
                        .isTextual())
                .isTrue();
        JsonNode disks = disks().path(0).path("network_disks").path(0);
        assertThat(disks.path("total_space").doubleValue()
                        - disks.path("free_space").doubleValue())
                .isEqualTo(30);
        JsonNode offer = search("{\"disk_space\":{\"eq\":30}}").path(0);
        assertThat(offer.path("storage_cost").doubleValue()).isEqualTo(0.2);
        String body = "{\"id\":" + offer.path("id") + "}";
        assertThat(client.post(VOLUMES + "unlist/", body).json().path("msg").isTextual())
                .isTrue();
        assertThat(search("{\"disk_space\":{\"eq\":30}}")).isEmpty();
        assertThat(client.post(VOLUMES + "unlist/", body).error()).isEqualTo("invalid_args");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"disk_id\":1}", "{\"disk_id\":DISK,\"size\":0}", "{\"disk_id\":DISK,\"size\":4001}"})
    void offer_whenWrong_isRefused(String body) throws IOException {
        assertThat(client.post(VOLUMES, body.replace("DISK", String.valueOf(disk())))
                        .error())
                .isEqualTo("invalid_args");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"machines\":[7]}",
                "{\"machines\":[],\"mount_point\":\"/mnt\"}",
                "{\"machines\":[\"x\"],\"mount_point\":\"/mnt\"}",
                "{\"machines\":[7],\"mount_point\":\"mnt\"}",
                "{\"machines\":[7],\"mount_point\":\"/mnt\",\"disk_id\":1}",
            })
    void add_whenWrong_isRefused(String body) throws IOException {
        Reply reply = client.post(DISKS, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
    }
}
