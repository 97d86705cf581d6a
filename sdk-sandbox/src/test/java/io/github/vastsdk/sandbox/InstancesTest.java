package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InstancesTest {
    private final SandboxClock clock = SandboxClock.manual();
    private final VastSandbox sandbox = VastSandbox.builder().clock(clock).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String path(int index) {
        return "/api/v0/instances/" + sandbox.instanceIds().get(index) + "/";
    }

    @Test
    void show_givesOneFullRowUnderThePluralName() throws IOException {
        JsonNode row = client.get(path(0) + "?owner=me").json().path("instances");
        assertThat(row.path("id").asLong()).isEqualTo(sandbox.instanceIds().get(0));
        assertThat(row.size()).isGreaterThanOrEqualTo(90);
        assertThat(row.has("bundle_id")).isTrue();
        assertThat(row.has("country_code")).isFalse();
        assertThat(row.path("extra_env").path(0)).hasSize(2);
        assertThat(row.at("/ports/22~1tcp/0/HostPort").isTextual()).isTrue();
        assertThat(row.path("ssh_host").asText()).isNotEmpty();
        assertThat(row.path("dph_total").doubleValue())
                .isEqualTo(row.path("dph_base").doubleValue()
                        + row.path("storage_total_cost").doubleValue());
    }

    @Test
    void show_whenStopped_hasNoPorts() throws IOException {
        JsonNode row = client.get(path(2)).json().path("instances");
        assertThat(row.path("actual_status").asText()).isEqualTo("exited");
        assertThat(row.path("ports").isNull()).isTrue();
        assertThat(row.path("uptime_mins").isNull()).isTrue();
        assertThat(row.path("direct_port_start").asInt()).isEqualTo(-1);
    }

    @Test
    void show_followsTheClock() throws IOException {
        JsonNode before = client.get(path(0)).json().path("instances");
        clock.advance(Duration.ofMinutes(10));
        JsonNode after = client.get(path(0)).json().path("instances");
        assertThat(after.path("uptime_mins").doubleValue()
                        - before.path("uptime_mins").doubleValue())
                .isEqualTo(10);
        assertThat(before.path("duration").doubleValue()
                        - after.path("duration").doubleValue())
                .isEqualTo(600);
    }

    @Test
    void show_whenGone_isNullAndNoError() throws IOException {
        Reply reply = client.get("/api/v0/instances/9999999999/");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"instances\":null}");
    }

    @Test
    void show_whenTheIdIsNoNumber_isRefused() throws IOException {
        assertThat(client.get("/api/v0/instances/abc/").error()).isEqualTo("invalid_args");
        assertThat(client.get("/api/v0/instances/12345678901234567890/").status())
                .isEqualTo(400);
        assertThat(client.get("/api/v0/instances/a%2Fb+c/").status()).isEqualTo(400);
    }

    @Test
    void destroy_removesTheInstanceOnce() throws IOException {
        String path = path(1);
        assertThat(client.delete(path).json().path("success").asBoolean()).isTrue();
        assertThat(sandbox.instanceIds()).hasSize(2);
        assertThat(client.get(path).json().path("instances").isNull()).isTrue();
        Reply again = client.delete(path);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.error()).isEqualTo("not_found");
    }

    @Test
    void oldList_isRetired() throws IOException {
        Reply reply = client.get("/api/v0/instances/?owner=me");
        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.error()).isEqualTo("deprecated_endpoint");
    }

    @Test
    void currentUser_holdsSecrets() throws IOException {
        JsonNode user = client.get("/api/v0/users/current/").json();
        assertThat(user.path("api_key").asText()).isEqualTo(sandbox.apiKey());
        assertThat(user.path("sid").asText()).hasSize(32);
        assertThat(user.path("ssh_key").asText()).startsWith("ssh-ed25519 ");
        assertThat(user.path("balance").asInt()).isZero();
        assertThat(user.path("credit").asDouble()).isPositive();
        // Milliseconds.
        assertThat(user.path("created_at").asLong()).isGreaterThan(1_000_000_000_000L);
    }
}
