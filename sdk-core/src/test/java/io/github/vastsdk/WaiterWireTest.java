package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.internal.LogCapture;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.sandbox.ReceivedRequest;
import io.github.vastsdk.sandbox.VastSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits send, and how they live and die with their client. */
class WaiterWireTest extends WireTest {
    private static final String RUNNING =
            "{'id':7,'actual_status':'running','intended_status':'running','cur_state':'running'}";
    private static final Duration SOON = Duration.ofSeconds(50);

    private final VirtualTimer timer = new VirtualTimer();

    @Override
    VastClient.Builder client() {
        return super.client().timer(timer);
    }

    private void list(String... rows) {
        answer(
                200,
                json("{'success':true,'instances':[" + String.join(",", rows) + "],'next_token':null}")
                        .toString());
    }

    private <T> T run(Wait<T> wait) throws InterruptedException {
        return timer.runUntil(wait.executeAsync(), SOON);
    }

    private SdkException failureOf(CompletableFuture<?> wait) {
        Throwable failure = catchThrowable(() -> timer.runUntil(wait, SOON));
        assertThat(failure).isInstanceOf(CompletionException.class);
        return (SdkException) Objects.requireNonNull(failure.getCause());
    }

    @Test
    void wait_whenItLooks_thenAsksForWholeRowsOfTheWaitedInstancesAlone() throws InterruptedException {
        list(RUNNING);

        assertThat(run(vast.instances().waiter().untilRunning(7)).isReady()).isTrue();

        RecordedRequest request = request();
        HttpUrl url = request.getUrl();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(url.encodedPath()).isEqualTo("/api/v1/instances/");
        assertThat(url.queryParameterNames()).containsExactlyInAnyOrder("select_filters", "order_by", "limit");
        assertThat(json(Objects.requireNonNull(url.queryParameter("select_filters"))))
                .isEqualTo(json("{'id':{'in':[7]}}"));
        assertThat(url.queryParameter("limit")).isEqualTo("25");
    }

    @Test
    void wait_whenALookFails_thenItsRequestIsNotRepeatedButTheLookIs() throws InterruptedException {
        answer(503, "");
        answer(200, "<html>hello</html>");
        answer(200, "{}");
        list(RUNNING);
        long begun = timer.nanos();

        assertThat(run(vast.instances().waiter().untilRunning(7)).isReady()).isTrue();

        assertThat(server.getRequestCount()).isEqualTo(4);
        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void gone_whenTheKeyIsRefused_thenThatIsTheFailure(int status) throws InterruptedException {
        list(RUNNING);
        answer(status, "{\"success\":false,\"error\":\"auth_error\",\"msg\":\"Invalid user key\"}");
        CompletableFuture<?> first = vast.instances().waiter().untilGone(7).executeAsync();
        CompletableFuture<?> second = vast.instances().waiter().untilGone(7).executeAsync();

        assertThat(failureOf(first)).isInstanceOf(AuthenticationException.class);
        assertThat(failureOf(second)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void gone_whenTheSessionExpired_thenItIsNot() {
        answer(404, "{\"msg\":\"Session expired. Please log in again.\"}");

        assertThat(failureOf(vast.instances().destroyAndVerify(7).executeAsync()))
                .isInstanceOf(DestroyUnverifiedException.class)
                .hasCauseInstanceOf(AuthenticationException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'success':true,'instances':null,'next_token':null}",
                "{'success':'false','instances':[]}",
                "{'instances':[],'error_msg':'try later'}",
                "{'success':true,'instances':[{'id':8}],'next_token':null,'total_instances':2}"
            })
    void gone_whenTheListIsOdd_thenItIsNot(String odd) {
        for (int i = 0; i < 4; i++) {
            answer(200, json(odd).toString());
        }
        CompletableFuture<?> wait = vast.instances()
                .waiter()
                .tolerateOutage(Duration.ofSeconds(25))
                .limit(InstancePhase.UNLISTED, Duration.ofMillis(1))
                .untilGone(7)
                .executeAsync();

        assertThat(failureOf(wait)).isInstanceOf(WaitTimedOutException.class);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void destroyAndVerify_whenItWorks_thenSendsOneDeleteAndReadsTheListTwice() throws InterruptedException {
        answer(200, "{\"success\":true}");
        list(RUNNING);
        list();
        list();

        assertThat(run(vast.instances().destroyAndVerify(7))).isNull();

        RecordedRequest delete = request();
        assertThat(delete.getMethod()).isEqualTo("DELETE");
        assertThat(delete.getUrl().encodedPath()).isEqualTo("/api/v0/instances/7/");
        assertThat(body(delete)).isEqualTo("{}");
        for (int i = 0; i < 3; i++) {
            assertThat(request().getMethod()).isEqualTo("GET");
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void destroyAndVerify_whenNotExecuted_thenTheClientSaysSoWhenItCloses() {
        try (LogCapture log = new LogCapture()) {
            Wait<?> unused = vast.instances().destroyAndVerify(7);
            vast.close();

            assertThat(log.own(Level.WARN)).singleElement().asString().contains("DELETE /api/v0/instances/{id}/=1");
        }
    }

    @Test
    void close_whenAWaitIsBetweenTwoLooks_thenItEnds() throws InterruptedException {
        list(RUNNING);
        CompletableFuture<Instance> wait =
                vast.instances().waiter().untilStopped(7).executeAsync();
        timer.runNext();
        request();
        timer.awaitDueWithin(Duration.ofSeconds(11));

        vast.close();

        assertThat(failureOf(wait))
                .isInstanceOf(CallCancelledException.class)
                .hasMessageContaining("the client was closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> vast.instances().waiter().untilStopped(7).executeAsync());
    }

    @Test
    void sandbox_whenInstancesAreDestroyed_thenTheyAreGoneAndOthersStay() throws InterruptedException {
        try (VastSandbox sandbox =
                        VastSandbox.builder().instances(30).rateScale(0).start();
                VastClient client = client().apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.url().toString())
                        .build()) {
            List<Long> ids = new ArrayList<>(sandbox.instanceIds());
            List<Long> doomed = ids.subList(0, 28);

            run(client.instances().waiter().destroyAndVerify(doomed));

            assertThat(sandbox.instanceIds()).containsExactlyElementsOf(ids.subList(28, 30));
            assertThat(sandbox.requests())
                    .filteredOn(request -> request.method().equals("DELETE"))
                    .extracting(ReceivedRequest::status)
                    .hasSize(28)
                    .containsOnly(200);
        }
    }
}
