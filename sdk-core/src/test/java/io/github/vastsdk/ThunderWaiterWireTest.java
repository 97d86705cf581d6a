package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.thunder.ThunderClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the waits of a Thunder Compute client send. */
class ThunderWaiterWireTest extends WireTest {
    private static final String RUNNING = "{'0':{'uuid':'a1','status':'RUNNING','ip':'192.0.2.7'}}";
    private static final String LIST = "GET /v1/instances/list";
    private static final String DELETE = "POST /v1/instances/0/delete";
    private static final Duration SOON = Duration.ofSeconds(50);

    private final VirtualTimer timer = new VirtualTimer();
    private ThunderClient thunder;

    @BeforeEach
    void makeThunder() {
        ThunderClient.Builder builder = ThunderClient.builder()
                .token("token-of-this-test")
                .baseUrl(server.url("/").toString())
                .pacing(Pacing.off());
        ClientSettings.of(builder).timer(timer);
        ClientSettings.of(builder).backoff(TestBackoff.NONE);
        thunder = builder.build();
    }

    @AfterEach
    void closeThunder() {
        thunder.close();
    }

    private void list(String rows) {
        answer(200, json(rows).toString());
    }

    private <T> T run(Wait<T> wait) throws InterruptedException {
        return timer.runUntil(wait.executeAsync(), SOON);
    }

    private List<String> lines() {
        return IntStream.range(0, server.getRequestCount())
                .mapToObj(i -> {
                    try {
                        RecordedRequest request = request();
                        return request.getMethod() + " " + request.getUrl().encodedPath();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    @Test
    void wait_whenALookFails_thenItsRequestIsNotRepeatedButTheLookIs() throws InterruptedException {
        answer(503, "");
        list(RUNNING);
        long begun = timer.nanos();

        assertThat(run(thunder.instances().waiter().untilRunning("a1")).ip()).isEqualTo("192.0.2.7");

        assertThat(lines()).containsExactly(LIST, LIST);
        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void gone_whenARowHasNoUuid_thenItIsNot() {
        for (int i = 0; i < 4; i++) {
            list("{'0':{'status':'RUNNING'}}");
        }

        assertThatThrownBy(() -> run(thunder.instances()
                        .waiter()
                        .limit(InstancePhase.UNLISTED, Duration.ofMillis(1))
                        .tolerateOutage(Duration.ofSeconds(15))
                        .untilGone("a1")))
                .hasCauseInstanceOf(WaitTimedOutException.class);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void destroyAndVerify_whenTheDeleteFailsForAMoment_thenItIsLookedUpAndSentAgain() throws InterruptedException {
        list(RUNNING);
        answer(503, "");
        list("{'1':{'uuid':'a1','status':'RUNNING'}}");
        answer(200, "{}");
        list("{}");
        list("{}");

        assertThat(run(thunder.instances().destroyAndVerify("a1"))).isNull();

        assertThat(lines()).containsExactly(LIST, DELETE, LIST, "POST /v1/instances/1/delete", LIST, LIST);
    }

    @Test
    void close_whenAWaitIsBetweenTwoLooks_thenItEnds() throws InterruptedException {
        list(RUNNING);
        CompletableFuture<?> wait = thunder.instances().waiter().untilGone("a1").executeAsync();
        timer.runNext();
        request();
        timer.awaitDueWithin(Duration.ofSeconds(6));

        thunder.close();

        assertThatThrownBy(() -> timer.runUntil(wait, SOON)).hasCauseInstanceOf(CallCancelledException.class);
    }
}
