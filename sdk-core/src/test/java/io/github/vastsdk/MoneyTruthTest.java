package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.Backoff;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.query.OfferQuery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about a call that costs or ends costs, when something happens at the worst moment. */
class MoneyTruthTest extends WireTest {
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final VirtualTimer timer = new VirtualTimer();

    private static TimedOutException late(CompletableFuture<?> call) {
        return (TimedOutException)
                catchThrowableOfType(CompletionException.class, call::join).getCause();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenARateLimitNamesANewInstance_thenIsNotSentAgain(Mode mode) {
        answer(429, "{\"detail\": \"API requests too frequent endpoint threshold=0.001\", \"new_contract\": 77}");
        answer(200, "{\"success\": true, \"new_contract\": 78}");

        RateLimitedException refused = catchThrowableOfType(
                RateLimitedException.class, () -> mode.run(vast.instances().create(42, r -> r.image("i"))));

        assertThat(refused.newContract()).hasValue(77);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 504})
    void close_whenAGatewayFailedBefore_thenDoesNotSayThatNothingWasSent(int status) throws InterruptedException {
        answer(status, "gateway");
        VastClient client = client().timer(timer).backoff(Backoff.standard()).build();
        CompletableFuture<?> call = client.instances().destroy(7).executeAsync();
        request();
        timer.awaitDueWithin(Duration.ofSeconds(50)); // the limit of the attempt is later, the repetition is not

        client.close();

        CallCancelledException cancelled = (CallCancelledException)
                catchThrowableOfType(CompletionException.class, call::join).getCause();
        assertThat(cancelled.sent()).isEqualTo(Sent.MAYBE);
    }

    @Test
    void deadline_whenItPassesBetweenAnswerAndEnd_thenDoesNotSayThatNothingWasSent() {
        answer(200, "{\"success\": true, \"new_contract\": 78}");
        CallObserver slow = new CallObserver() {
            @Override
            public void onAttempt(long execution, String operation, int attempt, int status, Duration took) {
                timer.advance(DEADLINE);
            }
        };
        try (VastClient client = client().timer(timer).observer(slow).build()) {
            TimedOutException late = late(client.instances()
                    .create(42, r -> r.image("i"))
                    .deadline(DEADLINE)
                    .executeAsync());

            assertThat(late.sent()).isEqualTo(Sent.MAYBE);
        }
    }

    /** Lets the deadline pass in the moment in which the request is about to go out. */
    private final class LateTimer implements Timer {
        private final AtomicBoolean passed = new AtomicBoolean();

        @Override
        public long nanos() {
            boolean starts = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getMethodName().equals("start")
                                    && frame.getClassName().endsWith("Attempt")));
            if (starts && passed.compareAndSet(false, true)) {
                timer.advance(DEADLINE);
            }
            return timer.nanos();
        }

        @Override
        public ScheduledFuture<?> schedule(Callable<?> task, Duration delay) {
            return timer.schedule(task, delay);
        }

        @Override
        public void stop() {
            timer.stop();
        }
    }

    @Test
    void deadline_whenItPassesJustBeforeTheRequestGoesOut_thenNothingIsSentOrItIsSaid() throws InterruptedException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().body("[]").build();
            }
        });
        LateTimer lateTimer = new LateTimer();
        try (VastClient client = client().timer(lateTimer).build()) {
            TimedOutException late = late(client.instances()
                    .create(42, r -> r.image("i"))
                    .deadline(DEADLINE)
                    .executeAsync());
            assertThat(lateTimer.passed).isTrue();
            assertThat(late.sent()).isEqualTo(Sent.NO);

            client.sshKeys().list().execute(); // whatever was on its way before has arrived by then
            assertThat(request().getUrl().encodedPath()).isEqualTo("/api/v0/ssh/");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'success': false, 'new_contracts': [5, 6]} | 5",
                "{'success': false, 'results': [{'error': 'x'}, {'new_contract': 6}]} | 6"
            })
    void bulk_whenARefusalNamesInstances_thenTheFirstIsExposed(String body, long first) {
        answer(200, json(body).toString());

        ApiException refused = catchThrowableOfType(ApiException.class, () -> vast.instances()
                .bulk()
                .create(List.of(1L, 2L), r -> r.image("i"))
                .execute());

        assertThat(refused.newContract()).hasValue(first);
    }

    @Test
    void launch_whenThereIsABid_thenIsRefusedUnsentSinceTheServiceMayNotReadIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.instances()
                        .launch(OfferQuery.of(), r -> r.image("i").bidPrice(0.2)))
                .withMessageContaining("create");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void toCurl_whenUnknownSettingsArePassedOn_thenHidesThem() {
        assertThat(vast.instances().create(1, r -> r.image("i").extra("S3CRET")).toCurl())
                .contains("extra")
                .doesNotContain("S3CRET");
    }
}
