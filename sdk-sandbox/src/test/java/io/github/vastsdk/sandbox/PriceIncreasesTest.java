package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PriceIncreasesTest {
    private final VastSandbox sandbox =
            VastSandbox.builder().clock(SandboxClock.manual()).start();
    private final TestClient client = new TestClient(sandbox);
    private final long id = sandbox.instanceIds().get(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode pending() throws IOException {
        return client.get("/api/v0/instances/pending-price-increases/").json();
    }

    private Reply decide(String decision, long pending) throws IOException {
        return client.put(
                "/api/v0/instances/" + decision + "-price-increase/",
                "{\"pending_price_increase_id\":" + pending + "}");
    }

    private JsonNode instance() throws IOException {
        return client.get("/api/v0/instances/" + id + "/").json().path("instances");
    }

    @Test
    void list_showsWhatWasAnnounced() throws IOException {
        assertThat(pending().path("count").asInt()).isZero();
        assertThat(pending().path("pending_price_increases")).isEmpty();
        long pending = sandbox.announcePriceIncrease(id, 1.5);
        JsonNode list = pending();
        assertThat(list.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "success", "count", "truncated", "pending_price_increases", "sandbox_unlisted");
        assertThat(list.path("count").asInt()).isEqualTo(1);
        assertThat(list.path("truncated").asBoolean()).isFalse();
        JsonNode row = list.path("pending_price_increases").path(0);
        assertThat(row.fieldNames())
                .toIterable()
                .contains(
                        "host_id",
                        "created_at",
                        "ask_end_date",
                        "new_disk_ram_costpersec",
                        "old_bwu_cost",
                        "new_bwd_cost",
                        "old_platform_fee",
                        "new_platform_fee");
        JsonNode instance = instance();
        assertThat(row.path("pending_price_increase_id").asLong()).isEqualTo(pending);
        assertThat(row.path("contract_id").asLong()).isEqualTo(id);
        assertThat(row.path("contract_end_date")).isEqualTo(instance.path("end_date"));
        assertThat(row.path("old_gpu_costpersec").doubleValue() * 3_600)
                .isCloseTo(instance.path("dph_base").doubleValue(), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(row.path("new_gpu_costpersec").doubleValue()
                        / row.path("old_gpu_costpersec").doubleValue())
                .isCloseTo(1.5, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void accept_prolongsTheContractAndKeepsThePrice() throws IOException {
        long pending = sandbox.announcePriceIncrease(id, 2);
        JsonNode before = instance();
        Reply reply = decide("accept", pending);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "pending_price_increase_id", "contract_id", "sandbox_unlisted");
        assertThat(reply.json().path("pending_price_increase_id").asLong()).isEqualTo(pending);
        assertThat(reply.json().path("contract_id").asLong()).isEqualTo(id);
        assertThat(instance().path("end_date").doubleValue())
                .isGreaterThan(before.path("end_date").doubleValue());
        assertThat(instance().path("dph_total")).isEqualTo(before.path("dph_total"));
        assertThat(pending().path("count").asInt()).isZero();
    }

    @Test
    void reject_leavesTheContractAsItIs() throws IOException {
        JsonNode before = instance();
        assertThat(decide("reject", sandbox.announcePriceIncrease(id, 2)).status())
                .isEqualTo(200);
        assertThat(instance()).isEqualTo(before);
        assertThat(pending().path("count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject"})
    void decide_whenItIsStale_isNotFound(String decision) throws IOException {
        long first = sandbox.announcePriceIncrease(id, 1.1);
        long second = sandbox.announcePriceIncrease(id, 1.2);
        assertThat(decide(decision, first).error()).isEqualTo("no_pending_price_increase");
        assertThat(decide(decision, second).status()).isEqualTo(200);
        Reply again = decide(decision, second);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json().path("success").asBoolean(true)).isFalse();
        assertThat(again.error()).isEqualTo("no_pending_price_increase");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"pending_price_increase_id\":1,\"id\":2}", "{\"pending_price_increase_id\":\"1\"}"})
    void decide_whenTheBodyIsAnother_isRefused(String body) throws IOException {
        for (String decision : new String[] {"accept", "reject"}) {
            Reply reply = client.put("/api/v0/instances/" + decision + "-price-increase/", body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.error()).isEqualTo("invalid_args");
        }
    }

    @Test
    void list_leavesDestroyedInstancesOut() throws IOException {
        long pending = sandbox.announcePriceIncrease(id, 2);
        client.delete("/api/v0/instances/" + id + "/");
        assertThat(pending().path("count").asInt()).isZero();
        assertThat(decide("accept", pending).status()).isEqualTo(404);
    }

    @Test
    void announce_whenWrong_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sandbox.announcePriceIncrease(1, 2));
        for (double factor : new double[] {1, 0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> sandbox.announcePriceIncrease(id, factor));
        }
    }
}
