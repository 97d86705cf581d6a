package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BillingTest {
    private static final Offset<Double> EXACT = within(1e-8);
    /** Of an instance with 10 GB: 0.72 dollars per GB and month. */
    private static final double DISK = 0.01;

    private static final double TOTAL = 1 + DISK;

    private Renter renter = new Renter(Renter.builder());

    @AfterEach
    void close() {
        renter.close();
    }

    private void restart(SandboxBuilder builder) {
        renter.close();
        renter = new Renter(builder);
    }

    private void pass(Duration time) {
        renter.clock.advance(time);
    }

    @Test
    void credit_isChargedAtTheEndOfEachMinute() throws IOException {
        renter.rent();
        // 30 seconds on the way: the disk only.
        pass(Duration.ofSeconds(59));
        assertThat(renter.credit()).isEqualTo(104.5);
        pass(Duration.ofSeconds(1));
        double firstMinute = DISK * 30 / 3600 + TOTAL * 30 / 3600;
        assertThat(renter.credit()).isCloseTo(104.5 - firstMinute, EXACT);
        pass(Duration.ofSeconds(59));
        assertThat(renter.credit()).isCloseTo(104.5 - firstMinute, EXACT);
        pass(Duration.ofSeconds(1));
        assertThat(renter.credit()).isCloseTo(104.5 - firstMinute - TOTAL / 60, EXACT);
    }

    @Test
    void credit_isTheSameHoweverOftenItIsLookedAt() throws IOException {
        renter.rent();
        for (int i = 0; i < 200; i++) {
            pass(Duration.ofSeconds(7));
            renter.credit();
        }
        pass(Duration.ofSeconds(40));
        double often = renter.credit();
        restart(Renter.builder());
        renter.rent();
        pass(Duration.ofMinutes(24));
        assertThat(often).isCloseTo(renter.credit(), EXACT);
    }

    @Test
    void credit_whenStopped_paysForTheDisk() throws IOException {
        long id = renter.running("");
        renter.set(id, "{\"state\":\"stopped\"}");
        pass(Duration.ofMinutes(1));
        double before = renter.credit();
        pass(Duration.ofHours(10));
        assertThat(before - renter.credit()).isCloseTo(10 * DISK, EXACT);
    }

    @Test
    void credit_whenStuckOnTheWay_paysForTheDisk() throws IOException {
        renter.sandbox.nextFate(Fate.STUCK_LOADING);
        renter.rent();
        pass(Duration.ofHours(1));
        assertThat(104.5 - renter.credit()).isCloseTo(DISK, EXACT);
    }

    @Test
    void credit_whenDestroyed_paysNothing() throws IOException {
        long id = renter.running("");
        renter.destroy(id);
        pass(Duration.ofMinutes(1));
        double before = renter.credit();
        pass(Duration.ofHours(10));
        assertThat(renter.credit()).isEqualTo(before);
    }

    @Test
    void credit_whenItIsUsedUp_stopsEverythingAtThatMinute() throws IOException {
        restart(Renter.builder().credit(TOTAL));
        long id = renter.rent();
        pass(Duration.ofMinutes(60));
        assertThat(renter.state(id)).startsWith("running");
        pass(Duration.ofMinutes(1));
        assertThat(renter.state(id)).isEqualTo("exited stopped stopped stopped");
        assertThat(renter.credit()).isNotPositive();
        Reply start = renter.set(id, "{\"state\":\"running\"}");
        assertThat(start.status()).isEqualTo(400);
        assertThat(start.error()).isEqualTo("insufficient_credit");
        double before = renter.credit();
        pass(Duration.ofHours(1));
        assertThat(before - renter.credit()).isCloseTo(DISK, EXACT);
    }

    @Test
    void credit_whenTheClockJumps_stopsAtTheRightMinuteAllTheSame() throws IOException {
        restart(Renter.builder().credit(TOTAL));
        renter.rent();
        pass(Duration.ofHours(101));
        // 61 minutes with 30 seconds on the way, and the disk from then on.
        double expected = TOTAL - DISK / 120 - TOTAL * 60.5 / 60 - DISK * (101 - 61.0 / 60);
        assertThat(renter.credit()).isCloseTo(expected, EXACT);
    }

    @Test
    void firstInstances_arePaidFor() throws IOException {
        restart(VastSandbox.builder());
        double perHour = 0;
        for (JsonNode row : renter.client.get("/api/v1/instances/").json().path("instances")) {
            boolean runs = row.path("actual_status").asText().equals("running");
            perHour += row.path(runs ? "dph_total" : "storage_total_cost").doubleValue();
        }
        assertThat(renter.credit()).isEqualTo(104.5);
        pass(Duration.ofHours(1));
        assertThat(104.5 - renter.credit()).isCloseTo(perHour, EXACT);
    }

    @Test
    void credit_growsWithTheAccountUnlessItIsChosen() throws IOException {
        restart(VastSandbox.builder().instances(60));
        assertThat(renter.credit()).isEqualTo(20 * 104.5);
        restart(VastSandbox.builder().instances(60).credit(1));
        assertThat(renter.credit()).isEqualTo(1);
    }
}
