package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that are leaving move the indexes behind them in a moment that nobody can tell. */
class ThunderDepartureTest extends ThunderWireTest {
    private final VirtualTimer timer = new VirtualTimer();

    @BeforeEach
    void replaceClient() {
        thunder.close();
        ThunderClient.Builder builder = client();
        ClientSettings.of(builder).timer(timer);
        thunder = builder.build();
    }

    private void run(CompletableFuture<?> call) throws InterruptedException {
        timer.runUntil(call, Duration.ofSeconds(50));
    }

    private List<String> arrived() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < server.getRequestCount()) {
            lines.add(request().getTarget());
        }
        return lines;
    }

    @Test
    void delete_whenOneInFrontIsBeingDeleted_thenItWaitsForTheIndexToMove() throws Exception {
        answerJson(200, "{'0': {'uuid': 'a', 'status': 'DELETING'}, '1': {'uuid': 'b'}}");
        answerJson(200, "{'0': {'uuid': 'b'}}");
        answer(200, "{}");
        long begun = timer.nanos();

        run(thunder.instances().delete("b").executeAsync());

        assertThat(arrived()).containsExactly("/v1/instances/list", "/v1/instances/list", "/v1/instances/0/delete");
        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void delete_whenOneBehindIsBeingDeleted_thenItDoesNotWait() throws Exception {
        answerJson(200, "{'0': {'uuid': 'b'}, '1': {'uuid': 'c', 'status': 'DELETING'}}");
        answer(200, "{}");

        run(thunder.instances().delete("b").executeAsync());

        assertThat(arrived()).containsExactly("/v1/instances/list", "/v1/instances/0/delete");
    }

    @Test
    void addKey_whenThisClientDeletedOneInFrontAndTheListDoesNotSaySo_thenItWaits() throws Exception {
        answerJson(200, "{'0': {'uuid': 'a'}, '1': {'uuid': 'b'}}");
        answer(200, "{}");
        answerJson(200, "{'0': {'uuid': 'A', 'status': 'RUNNING'}, '1': {'uuid': 'b'}}");
        answerJson(200, "{'0': {'uuid': 'b'}}");
        answerJson(200, "{'uuid': 'b', 'success': true, 'key': 'text'}");

        run(thunder.instances().delete("a").executeAsync());
        run(thunder.instances().generateKey("b").executeAsync());

        assertThat(arrived())
                .containsExactly(
                        "/v1/instances/list",
                        "/v1/instances/0/delete",
                        "/v1/instances/list",
                        "/v1/instances/list",
                        "/v1/instances/0/add_key");
    }

    @Test
    void delete_whenTheOneInFrontStays_thenItGoesOnAfterHalfAMinute() throws Exception {
        for (int look = 0; look <= 15; look++) {
            answerJson(200, "{'0': {'uuid': 'a', 'status': 'DELETING'}, '1': {'uuid': 'b'}}");
        }
        answer(200, "{}");
        long begun = timer.nanos();

        run(thunder.instances().delete("b").executeAsync());

        assertThat(arrived()).hasSize(17).last().isEqualTo("/v1/instances/1/delete");
        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(30));
    }
}
