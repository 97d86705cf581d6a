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

@Timeout(30)
class LifecycleTest {
    private static final String RUNNING = "running running running running";
    private static final String STOPPED = "exited stopped stopped stopped";
    private static final String DIRECT = ",\"runtype\":\"ssh_direc ssh_proxy\"";

    private Renter renter = new Renter(Renter.builder());

    @AfterEach
    void close() {
        renter.close();
    }

    private void restart(SandboxBuilder builder) {
        renter.close();
        renter = new Renter(builder);
    }

    private void assertState(long id, String before, String after) throws IOException {
        renter.clock.advance(Renter.STEP.minusNanos(1));
        assertThat(renter.state(id)).isEqualTo(before);
        renter.clock.advance(Duration.ofNanos(1));
        assertThat(renter.state(id)).isEqualTo(after);
    }

    @Test
    void newInstance_takesThreeSteps() throws IOException {
        long id = renter.rent(7, DIRECT);
        assertThat(renter.show(id).path("actual_status").isNull()).isTrue();
        assertState(id, "null running running running", "created running running running");
        assertState(id, "created running running running", "loading running running running");
        JsonNode loading = renter.show(id);
        assertThat(loading.has("ports")).isFalse();
        assertThat(loading.path("ssh_host").isNull()).isTrue();
        assertThat(loading.path("uptime_mins").isNull()).isTrue();
        assertState(id, "loading running running running", RUNNING);
        JsonNode running = renter.show(id);
        assertThat(running.at("/ports/22~1tcp/0/HostPort").isTextual()).isTrue();
        assertThat(running.path("ssh_host").asText()).matches("ssh\\d\\.vast\\.example");
        assertThat(running.path("ssh_port").asInt()).isPositive();
        assertThat(running.path("status_msg").asText()).startsWith("success, running pytorch/pytorch");
        assertThat(running.path("uptime_mins").doubleValue()).isZero();
    }

    @Test
    void settle_catchesUpWithAllStepsAtOnce() throws IOException {
        long id = renter.rent();
        renter.clock.advance(Duration.ofHours(1));
        assertThat(renter.state(id)).isEqualTo(RUNNING);
        assertThat(renter.show(id).path("uptime_mins").doubleValue()).isEqualTo(59.5);
    }

    @Test
    void lifecycle_whenItTakesNoTime_isOverWithTheNextCall() throws IOException {
        try (VastSandbox sandbox = Renter.builder().lifecycle(Duration.ZERO).start()) {
            TestClient client = new TestClient(sandbox);
            long id = client.put("/api/v0/asks/7/", "{\"image\":\"i\"}")
                    .json()
                    .path("new_contract")
                    .asLong();
            assertThat(client.get("/api/v0/instances/" + id + "/")
                            .json()
                            .at("/instances/actual_status")
                            .asText())
                    .isEqualTo("running");
        }
    }

    @Test
    void stop_takesOneStepAndLeavesTheOldMessage() throws IOException {
        long id = renter.running(DIRECT);
        assertThat(renter.set(id, "{\"state\":\"stopped\"}")
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(renter.state(id)).isEqualTo("running running stopped stopped");
        assertState(id, "running running stopped stopped", STOPPED);
        JsonNode row = renter.show(id);
        assertThat(row.has("ports")).isFalse();
        assertThat(row.path("uptime_mins").isNull()).isTrue();
        assertThat(row.path("direct_port_start").asInt()).isEqualTo(65_535);
        assertThat(row.path("direct_port_end").asInt()).isEqualTo(-1);
        assertThat(row.path("status_msg").asText()).startsWith("success, running");
        assertThat(row.at("/instance/totalHour")).isEqualTo(row.path("storage_total_cost"));
        assertThat(row.at("/search/totalHour")).isEqualTo(row.path("dph_total"));
    }

    @Test
    void stop_endsTheWayToRunning() throws IOException {
        long id = renter.rent();
        renter.steps(1);
        renter.set(id, "{\"state\":\"stopped\"}");
        renter.steps(9);
        assertThat(renter.state(id)).isEqualTo(STOPPED);
    }

    @Test
    void start_reportsTheOldStateFirstAndGivesOtherPorts() throws IOException {
        long id = renter.running(DIRECT);
        String port = renter.show(id).at("/ports/22~1tcp/0/HostPort").asText();
        renter.set(id, "{\"state\":\"stopped\"}");
        renter.steps(1);
        assertThat(renter.set(id, "{\"state\":\"running\"}").status()).isEqualTo(200);
        assertThat(renter.state(id)).isEqualTo("exited stopped running running");
        renter.clock.advance(Duration.ofSeconds(5));
        assertThat(renter.set(id, "{\"state\":\"running\"}").status()).isEqualTo(200);
        renter.clock.advance(Duration.ofSeconds(5));
        assertThat(renter.state(id)).isEqualTo("loading running running running");
        assertState(id, "loading running running running", RUNNING);
        assertThat(renter.show(id).at("/ports/22~1tcp/0/HostPort").asText()).isNotEqualTo(port);
        renter.set(id, "{\"state\":\"running\"}");
        assertThat(renter.state(id)).isEqualTo(RUNNING);
    }

    @Test
    void firstInstances_stopAndStartLikeOthers() throws IOException {
        restart(VastSandbox.builder());
        long runs = renter.sandbox.instanceIds().get(0);
        long stopped = renter.sandbox.instanceIds().get(2);
        renter.set(runs, "{\"state\":\"stopped\"}");
        renter.set(stopped, "{\"state\":\"running\"}");
        renter.steps(2);
        assertThat(renter.state(runs)).isEqualTo(STOPPED);
        assertThat(renter.state(stopped)).isEqualTo(RUNNING);
        assertThat(renter.show(stopped).path("ports")).hasSize(2);
        assertThat(renter.show(stopped).path("webpage").asText()).startsWith("http://203.0.113.");
    }

    @Test
    void reboot_showsTheOldStateThenRebooting() throws IOException {
        long id = renter.running("");
        renter.steps(6);
        assertThat(renter.client
                        .put("/api/v0/instances/reboot/" + id + "/", "{}")
                        .status())
                .isEqualTo(200);
        assertState(id, RUNNING, "rebooting running running running");
        assertState(id, "rebooting running running running", RUNNING);
        assertThat(renter.show(id).path("uptime_mins").doubleValue()).isZero();
    }

    @Test
    void recycle_loadsAgain() throws IOException {
        long id = renter.running("");
        assertThat(renter.client
                        .put("/api/v0/instances/recycle/" + id + "/", "{}")
                        .status())
                .isEqualTo(200);
        assertState(id, RUNNING, "loading running running running");
        assertState(id, "loading running running running", RUNNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reboot,invalid_args", "recycle,invalid_id"})
    void rebootAndRecycle_whenItDoesNotRun_areRefused(String pair) throws IOException {
        String path = "/api/v0/instances/" + pair.split(",", 2)[0] + "/";
        String code = pair.split(",", 2)[1];
        long id = renter.rent(7, ",\"target_state\":\"stopped\"");
        assertThat(renter.client.put(path + id + "/", "{}").error()).isEqualTo(code);
        assertThat(renter.client.put(path + "x/", "{}").error()).isEqualTo(code);
        assertThat(renter.client.put(path + "1/", "{}").error()).isEqualTo("no_such_instance");
    }

    @Test
    void label_isSetWithAndWithoutAState() throws IOException {
        long id = renter.running("");
        renter.set(id, "{\"label\":\"a\"}");
        assertThat(renter.show(id).path("label").asText()).isEqualTo("a");
        assertThat(renter.state(id)).isEqualTo(RUNNING);
        renter.set(id, "{\"label\":\"" + "b".repeat(1024) + "\",\"state\":\"stopped\"}");
        renter.steps(1);
        assertThat(renter.show(id).path("label").asText()).hasSize(1024);
        assertThat(renter.state(id)).isEqualTo(STOPPED);
        renter.set(id, "{\"label\":\"\"}");
        assertThat(renter.show(id).path("label").isNull()).isTrue();
        assertThat(renter.set(id, "{\"label\":\"" + "b".repeat(1025) + "\"}").error())
                .isEqualTo("label_too_long");
        assertThat(renter.set(id, "{}").error()).isEqualTo("invalid_args");
        assertThat(renter.set(id, "{\"state\":\"frozen\"}").error()).isEqualTo("invalid_args");
        Reply missing = renter.set(1, "{\"label\":\"a\"}");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.error()).isEqualTo("no_such_instance");
    }

    @Test
    void bulk_changesWhatExists() throws IOException {
        long one = renter.running("");
        long two = renter.rent(8, "");
        String ids = "[" + one + "," + two + ",1]}";
        String path = "/api/v0/instances/";
        assertThat(renter.client
                        .put(path, "{\"state\":\"stopped\",\"ids\":" + ids)
                        .status())
                .isEqualTo(200);
        renter.steps(1);
        assertThat(renter.state(one)).isEqualTo(STOPPED);
        assertThat(renter.state(two)).isEqualTo(STOPPED);
        assertThat(renter.client.put(path, "{\"ids\":" + ids).error()).isEqualTo("invalid_args");
        assertThat(renter.client.put(path, "{\"state\":\"running\",\"ids\":[]}").error())
                .isEqualTo("invalid_args");
        assertThat(renter.client
                        .send("DELETE", path, "{\"instance_ids\":" + ids)
                        .status())
                .isEqualTo(200);
        assertThat(renter.sandbox.instanceIds()).isEmpty();
        assertThat(renter.client
                        .send("DELETE", path, "{\"instance_ids\":" + ids)
                        .error())
                .isEqualTo("no_such_instance");
    }

    @Test
    void destroy_whenItLags_isShownForAWhileAndCanBeRepeated() throws IOException {
        restart(Renter.builder().destroyLag(Duration.ofSeconds(25)));
        long id = renter.running("");
        assertThat(renter.destroy(id).status()).isEqualTo(200);
        assertThat(renter.offered(7)).isTrue();
        renter.clock.advance(Duration.ofSeconds(25).minusNanos(1));
        assertThat(renter.state(id)).isEqualTo("running unloaded stopped unloaded");
        assertThat(renter.listed(id)).isTrue();
        assertThat(renter.destroy(id).status()).isEqualTo(200);
        assertThat(renter.set(id, "{\"state\":\"running\"}").error()).isEqualTo("no_such_instance");
        renter.clock.advance(Duration.ofNanos(1));
        assertThat(renter.show(id).isNull()).isTrue();
        assertThat(renter.listed(id)).isFalse();
        assertThat(renter.destroy(id).error()).isEqualTo("not_found");
    }

    @Test
    void bid_whenTooLow_stopsAndWhenHighEnoughStarts() throws IOException {
        long id = renter.running(",\"price\":0.5");
        String path = "/api/v0/instances/bid_price/" + id + "/";
        assertThat(renter.client
                        .put(path, "{\"client_id\":\"me\",\"price\":0.3}")
                        .status())
                .isEqualTo(200);
        assertThat(renter.state(id)).isEqualTo(STOPPED);
        assertThat(renter.client
                        .put(path, "{\"client_id\":\"me\",\"price\":null}")
                        .status())
                .isEqualTo(200);
        assertThat(renter.show(id).path("dph_base").doubleValue()).isEqualTo(0.4);
        renter.steps(2);
        assertThat(renter.state(id)).isEqualTo(RUNNING);
        for (String price : new String[] {"0.0001", "64.1", "\"much\""}) {
            assertThat(renter.client.put(path, "{\"price\":" + price + "}").error())
                    .isEqualTo("invalid_args");
        }
        assertThat(renter.client
                        .put("/api/v0/instances/bid_price/1/", "{\"price\":1}")
                        .error())
                .isEqualTo("no_such_instance");
        long onDemand = renter.rent(8, "");
        assertThat(renter.client
                        .put("/api/v0/instances/bid_price/" + onDemand + "/", "{\"price\":1}")
                        .error())
                .isEqualTo("invalid_args");
    }
}
