package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What happens to instances in the course of time, and what their fates make of it. */
@Timeout(30)
class ThunderLifecycleTest {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Duration LAG = Duration.ofSeconds(5);
    private static final String ORDER =
            "{\"cpu_cores\":4,\"disk_size_gb\":150,\"gpu_type\":\"a6000\",\"num_gpus\":1,\"template\":\"base\"}";

    private final SandboxClock clock = SandboxClock.manual();
    private final ThunderSandbox sandbox = ThunderSandbox.builder()
            .clock(clock)
            .lifecycle(STEP)
            .consistencyLag(LAG)
            .deleteLag(STEP)
            .instances(1)
            .start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void create_whenTheListIsBehind_isNotInItAtFirst() throws IOException {
        String uuid = create(ORDER);
        assertThat(client.get("/v1/instances/list").json().has("1")).isFalse();
        assertThat(sandbox.uuids().get(1)).isEqualTo(uuid);
        clock.advance(LAG);
        assertThat(row().path("uuid").textValue()).isEqualTo(uuid);
    }

    @Test
    void create_goesThroughItsStatesAndHasAnAddressAtTheEnd() throws IOException {
        create(ORDER);
        clock.advance(LAG);
        assertThat(row().path("status").textValue()).isEqualTo("UNKNOWN");
        assertThat(row().path("ip").isNull()).isTrue();
        assertThat(row().has("port")).isFalse();
        clock.advance(STEP);
        assertThat(row().path("status").textValue()).isEqualTo("PROVISIONING");
        assertThat(row().path("ip").textValue()).isEmpty();
        assertThat(row().path("port").intValue()).isZero();
        assertThat(row().path("provisioningTime").textValue()).isEqualTo("0001-01-01T00:00:00Z");
        clock.advance(STEP);
        assertThat(row().path("status").textValue()).isEqualTo("STARTING");
        assertThat(row().path("ip").textValue()).isEmpty();
        clock.advance(STEP);
        assertThat(row().path("status").textValue()).isEqualTo("RUNNING");
        assertThat(row().path("ip").textValue()).startsWith("203.0.113.");
        assertThat(row().path("port").intValue()).isPositive();
        assertThat(row().path("provisioningTime").textValue()).isEqualTo("2026-01-01T00:00:30Z");
    }

    @Test
    void create_fromASnapshot_isRestored() throws IOException {
        create(ThunderBodies.with(ORDER, "template", "golden"));
        clock.advance(LAG);
        assertThat(statuses(3)).containsExactly("UNKNOWN", "RESTORING", "STARTING", "RUNNING");
        assertThat(row().path("template").textValue()).isEqualTo("golden");
        assertThat(row().path("snapshotSize").longValue()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(row().path("provisioningTime").textValue()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(row().path("restoringTime").textValue()).isEqualTo("2026-01-01T00:00:30Z");
    }

    @Test
    void create_whenStepsTakeNoTime_runsAtOnce() throws IOException {
        try (ThunderSandbox quick =
                ThunderSandbox.builder().lifecycle(Duration.ZERO).instances(0).start()) {
            TestClient other = new TestClient(quick);
            other.post("/v1/instances/create", ORDER);
            JsonNode row = other.get("/v1/instances/list").json().path("0");
            assertThat(row.path("status").textValue()).isEqualTo("RUNNING");
            assertThat(row.path("ip").textValue()).isNotEmpty();
        }
    }

    @Test
    void delete_isDeletingForAMomentAndThenGone() throws IOException {
        client.post("/v1/instances/0/delete", "");
        assertThat(row("0").path("status").textValue()).isEqualTo("DELETING");
        assertThat(client.post("/v1/instances/0/delete", "").status()).isEqualTo(200);
        clock.advance(STEP.minusSeconds(1));
        assertThat(sandbox.uuids()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(sandbox.uuids()).isEmpty();
        assertThat(client.get("/v1/instances/list").text()).isEqualTo("{}");
        assertThat(client.post("/v1/instances/0/delete", "").status()).isEqualTo(404);
    }

    @Test
    void delete_whenOnItsWay_doesNotGetToRun() throws IOException {
        String uuid = create(ORDER);
        client.post("/v1/instances/1/delete", "");
        sandbox.fate(uuid, ThunderFate.FAILED);
        clock.advance(LAG);
        assertThat(row().path("status").textValue()).isEqualTo("DELETING");
        clock.advance(STEP);
        assertThat(sandbox.uuids()).doesNotContain(uuid);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "ERROR", "STOPPED"})
    void fate_whenItIsAnEnd_takesThePlaceOfRunning(ThunderFate fate) throws IOException {
        sandbox.nextFate(fate);
        String uuid = create(ORDER);
        clock.advance(LAG);
        assertThat(statuses(4)).containsExactly("UNKNOWN", "PROVISIONING", "STARTING", fate.name(), fate.name());
        assertThat(row().path("ip").textValue()).isEmpty();
        sandbox.fate(uuid, ThunderFate.NORMAL);
        assertThat(row().path("status").textValue()).isEqualTo("RUNNING");
        assertThat(row().path("ip").textValue()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "ERROR", "STOPPED"})
    void fate_whenTheInstanceRuns_hitsItAtOnce(ThunderFate fate) throws IOException {
        String uuid = sandbox.uuids().get(0);
        sandbox.fate(uuid, fate);
        assertThat(row("0").path("status").textValue()).isEqualTo(fate.name());
        assertThat(client.post("/v1/instances/0/modify", "{\"cpu_cores\":8}").status())
                .isEqualTo(409);
        assertThat(client.post("/v1/instances/0/delete", "").status()).isEqualTo(200);
    }

    @Test
    void fate_whenItStaysUnknown_doesSoUntilNormal() throws IOException {
        sandbox.nextFate(ThunderFate.STAYS_UNKNOWN);
        String uuid = create(ORDER);
        clock.advance(LAG);
        assertThat(statuses(2)).containsExactly("UNKNOWN", "UNKNOWN", "UNKNOWN");
        sandbox.fate(uuid, ThunderFate.NORMAL);
        assertThat(statuses(2)).containsExactly("PROVISIONING", "STARTING", "RUNNING");
        sandbox.fate(uuid, ThunderFate.STAYS_UNKNOWN);
        assertThat(row().path("status").textValue()).isEqualTo("UNKNOWN");
        assertThat(row().path("ip").textValue()).isNotEmpty();
        sandbox.fate(uuid, ThunderFate.NORMAL);
        assertThat(row().path("status").textValue()).isEqualTo("RUNNING");
    }

    @Test
    void fate_whenChangedOnTheWay_countsFromThere() throws IOException {
        String uuid = create(ORDER);
        clock.advance(LAG);
        sandbox.fate(uuid, ThunderFate.STAYS_UNKNOWN);
        assertThat(statuses(1)).containsExactly("UNKNOWN", "UNKNOWN");
        sandbox.fate(uuid, ThunderFate.STAYS_PROVISIONING);
        assertThat(statuses(2)).containsExactly("PROVISIONING", "PROVISIONING", "PROVISIONING");
        sandbox.fate(uuid, ThunderFate.STOPPED);
        assertThat(statuses(1)).containsExactly("STARTING", "STOPPED");
        sandbox.fate(uuid, ThunderFate.ERROR);
        assertThat(row().path("status").textValue()).isEqualTo("ERROR");
    }

    @Test
    void fate_withoutAddress_runsButCannotBeReached() throws IOException {
        String uuid = sandbox.uuids().get(0);
        sandbox.fate(uuid, ThunderFate.NO_ADDRESS);
        assertThat(row("0").path("status").textValue()).isEqualTo("RUNNING");
        assertThat(row("0").path("ip").textValue()).isEmpty();
        sandbox.fate(uuid, ThunderFate.NORMAL);
        assertThat(row("0").path("ip").textValue()).isNotEmpty();
    }

    @Test
    void nextFate_whenSeveral_givesOneToEach() throws IOException {
        sandbox.nextFate(ThunderFate.NORMAL, ThunderFate.FAILED);
        create(ORDER);
        create(ORDER);
        create(ORDER);
        clock.advance(STEP.multipliedBy(3));
        assertThat(row("1").path("status").textValue()).isEqualTo("RUNNING");
        assertThat(row("2").path("status").textValue()).isEqualTo("FAILED");
        assertThat(row("3").path("status").textValue()).isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NORMAL")
    void control_whenThereIsNoSuchInstance_saysSo(ThunderFate fate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.fate("x", fate))
                .withMessageContaining("no instance x");
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.hide("x", LAG));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.makeLegacy("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.publicKeys("x"));
    }

    /** Gives the status of the second instance now and after each of some steps. */
    private List<String> statuses(int steps) throws IOException {
        List<String> statuses = new ArrayList<>(List.of(row().path("status").textValue()));
        for (int i = 0; i < steps; i++) {
            clock.advance(STEP);
            statuses.add(row().path("status").textValue());
        }
        return statuses;
    }

    private String create(String body) throws IOException {
        return client.post("/v1/instances/create", body).json().path("uuid").textValue();
    }

    private JsonNode row() throws IOException {
        return row("1");
    }

    private JsonNode row(String index) throws IOException {
        return client.get("/v1/instances/list").json().path(index);
    }
}
