package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PrepaymentsTest {
    private static final Offset<Double> NEARLY = Offset.offset(1e-6);

    private final VastSandbox sandbox =
            VastSandbox.builder().clock(SandboxClock.manual()).credit(100_000).start();
    private final TestClient client = new TestClient(sandbox);
    private final long id = sandbox.instanceIds().get(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Reply prepay(long instance, String amount) throws IOException {
        return client.put("/api/v0/instances/prepay/" + instance + "/", "{\"amount\":" + amount + "}");
    }

    private JsonNode balance() throws IOException {
        return client.get("/api/v0/instances/balance/" + id + "/?owner=me").json();
    }

    private double credit() throws IOException {
        return client.get("/api/v0/users/current/").json().path("credit").doubleValue();
    }

    private double month() throws IOException {
        return 720
                * client.get("/api/v0/instances/" + id + "/")
                        .json()
                        .path("instances")
                        .path("dph_total")
                        .doubleValue();
    }

    @Test
    void prepay_movesCreditIntoTheInstance() throws IOException {
        double before = credit();
        Reply reply = prepay(id, "50");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "timescale", "discount_rate", "sandbox_unlisted");
        assertThat(reply.json().path("timescale").doubleValue()).isCloseTo(50 / month(), NEARLY);
        assertThat(credit()).isCloseTo(before - 50, NEARLY);
        prepay(id, "25.5");
        assertThat(balance().path("refundable_deposit").doubleValue()).isEqualTo(75.5);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0, 0", "1.1, 0.2, 1", "3.1, 0.3, 3", "6.1, 0.4, 6", "20.1, 0.4, 20"})
    void prepay_forLonger_givesMoreDiscount(double months, double rate, int whole) throws IOException {
        double amount = month() * months;
        assertThat(prepay(id, String.valueOf(amount))
                        .json()
                        .path("discount_rate")
                        .doubleValue())
                .isEqualTo(rate);
        JsonNode balance = balance();
        assertThat(balance.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "success", "refundable_deposit", "total_discount", "discount_months", "sandbox_unlisted");
        assertThat(balance.path("total_discount").doubleValue()).isCloseTo(amount * rate, NEARLY);
        assertThat(balance.path("discount_months").isInt()).isTrue();
        assertThat(balance.path("discount_months").asInt()).isEqualTo(whole);
    }

    @Test
    void prepay_whenThereIsNotEnough_isRefusedWith411() throws IOException {
        Reply reply = prepay(id, "100001");
        assertThat(reply.status()).isEqualTo(411);
        assertThat(reply.json().fieldNames()).toIterable().containsExactlyInAnyOrder("success", "msg");
        assertThat(balance().path("refundable_deposit").doubleValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"x\"", "null"})
    void prepay_whenTheAmountIsNone_isRefusedWithoutACode(String amount) throws IOException {
        Reply reply = prepay(id, amount);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().fieldNames()).toIterable().containsExactlyInAnyOrder("success", "msg");
    }

    @Test
    void both_whenThereIsNoSuchInstance_areRefusedDifferently() throws IOException {
        assertThat(prepay(1, "10").status()).isEqualTo(400);
        Reply balance = client.get("/api/v0/instances/balance/1/");
        assertThat(balance.status()).isEqualTo(404);
        assertThat(balance.error()).isEqualTo("no_such_instance");
    }
}
