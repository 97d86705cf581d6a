package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.LogCapture;
import io.github.vastsdk.internal.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that keep a distance, in virtual time. */
class PacingTest extends WireTest {
    private static final String KEYS = "{\"apikeys\": []}";
    private static final Duration SOON = Duration.ofSeconds(50);

    private final VirtualTimer timer = new VirtualTimer();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    private VastClient.Builder paced(Pacing pacing) {
        return client().timer(timer).pacing(pacing).observer(new CallObserver() {
            @Override
            public void onPace(long execution, String operation, Duration waited) {
                waits.add(waited);
            }
        });
    }

    private void limit(String threshold) {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .body("API requests too frequent: endpoint threshold=" + threshold)
                .build());
    }

    private void answers(int count) {
        IntStream.range(0, count).forEach(i -> answer(200, KEYS));
    }

    private Duration elapsed(long since) {
        return Duration.ofNanos(timer.nanos() - since);
    }

    @Test
    void proactive_whenTheIntervalIsDocumented_thenKeepsItFromTheStart() throws InterruptedException {
        answers(3);
        try (VastClient client = paced(Pacing.proactive()).build()) {
            long begun = timer.nanos();
            for (int i = 0; i < 3; i++) {
                timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            }
            assertThat(elapsed(begun)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_200));
            assertThat(waits).hasSize(2).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) >= 0);
        }
    }

    @Test
    void proactive_whenNoIntervalIsDocumented_thenGoesAtOnce() throws InterruptedException {
        try (VastClient client = paced(Pacing.proactive()).build()) {
            for (int i = 0; i < 3; i++) {
                answer(200, "[]");
                timer.runUntil(client.sshKeys().list().executeAsync(), SOON);
            }
            assertThat(waits).isEmpty();
        }
    }

    @Test
    void adaptive_whenNothingIsRefused_thenGoesAtOnce() throws InterruptedException {
        answers(3);
        try (VastClient client = paced(Pacing.adaptive()).build()) {
            for (int i = 0; i < 3; i++) {
                timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            }
            assertThat(waits).isEmpty();
        }
    }

    @Test
    void adaptive_whenOneOperationIsLimited_thenOthersAreNot() throws InterruptedException {
        limit("30");
        answers(1);
        try (VastClient client = paced(Pacing.adaptive()).build()) {
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            long begun = timer.nanos();
            answer(200, "[]");
            timer.runUntil(client.sshKeys().list().executeAsync(), SOON);
            assertThat(elapsed(begun)).isZero();
        }
    }

    @Test
    void deadline_whenItPassesWhileACallIsHeldBack_thenNothingWasSent() throws InterruptedException {
        answers(1);
        try (VastClient client = paced(Pacing.proactive()).build()) {
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            CompletableFuture<?> held =
                    client.apiKeys().list().deadline(Duration.ofMillis(300)).executeAsync();
            assertThatThrownBy(() -> timer.runUntil(held, SOON)).isInstanceOf(CompletionException.class);
            TimedOutException late = catchThrowableOfType(TimedOutException.class, () -> {
                try {
                    held.join();
                } catch (CompletionException e) {
                    throw e.getCause();
                }
            });
            assertThat(late.sent()).isEqualTo(Sent.NO);
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void cancel_whenACallIsHeldBack_thenItIsNeverSentAndTheNextOneTakesItsPlace() throws InterruptedException {
        answers(2);
        try (VastClient client = paced(Pacing.proactive()).build()) {
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            long begun = timer.nanos();
            CompletableFuture<?> held = client.apiKeys().list().executeAsync();
            CompletableFuture<?> next = client.apiKeys().list().executeAsync();
            held.cancel(true);
            timer.runUntil(next, SOON);
            assertThat(elapsed(begun)).isLessThan(Duration.ofMillis(1_100));
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    /** A schedule that gives out moments two seconds apart. */
    private static final class Schedule implements SharedPace {
        private final List<String> lanes = new ArrayList<>();
        private final List<Duration> intervals = new ArrayList<>();

        @Override
        public CompletionStage<Duration> reserve(String lane, Duration interval) {
            lanes.add(lane);
            intervals.add(interval);
            return CompletableFuture.completedFuture(Duration.ofSeconds(2));
        }
    }

    @Test
    void shared_whenTheFirstCallIsRefused_thenEveryLaterOneTakesAReservedMoment() throws InterruptedException {
        Schedule schedule = new Schedule();
        try (VastClient client = paced(Pacing.shared(schedule)).build()) {
            answers(1);
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            assertThat(schedule.lanes).as("before a refusal").isEmpty();

            limit("1.5");
            answers(3);
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            long begun = timer.nanos();
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);

            assertThat(elapsed(begun)).isEqualTo(Duration.ofSeconds(4));
            assertThat(schedule.lanes).hasSize(3).allMatch(lane -> lane.endsWith(" GET /api/v0/auth/apikeys/"));
            assertThat(schedule.lanes.get(0)).doesNotContain(API_KEY).matches("[0-9a-f]{12} .*");
            assertThat(schedule.intervals).allMatch(interval -> interval.compareTo(Duration.ofMillis(1_500)) >= 0);
        }
    }

    @Test
    void shared_whenKeysDiffer_thenSoDoTheirLanes() throws InterruptedException {
        Schedule schedule = new Schedule();
        for (String key : List.of("a-first-key-of-an-account", "a-second-key-of-an-account")) {
            limit("1");
            answers(1);
            try (VastClient client = paced(Pacing.shared(schedule)).apiKey(key).build()) {
                timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            }
        }
        assertThat(schedule.lanes).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void shared_whenTheStoreFails_thenTheCallGoesAtOnceAndOneWarningIsLogged() throws InterruptedException {
        SharedPace broken =
                (lane, interval) -> CompletableFuture.failedFuture(new IllegalStateException("the store is away"));
        try (LogCapture log = new LogCapture();
                VastClient client = paced(Pacing.shared(broken)).build()) {
            limit("1");
            answers(2);
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            assertThat(log.own(Level.WARN)).singleElement().asString().contains("the shared schedule failed");
            long begun = timer.nanos();
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            assertThat(elapsed(begun)).isZero();
        }
    }

    static Stream<SharedPace> misbehaving() {
        return Stream.of(
                (lane, interval) -> {
                    throw new IllegalStateException("the store is away");
                },
                (lane, interval) -> null,
                (lane, interval) -> CompletableFuture.completedFuture(Duration.ofSeconds(-5)),
                (lane, interval) -> CompletableFuture.completedFuture(null));
    }

    @ParameterizedTest
    @MethodSource("misbehaving")
    void shared_whenTheStoreMisbehaves_thenCallsGoOn(SharedPace broken) throws InterruptedException {
        try (VastClient client = paced(Pacing.shared(broken)).build()) {
            limit("1");
            answers(2);
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
        }
    }

    /** Writes down what an observer is told, with what must be the same in all events of one execution. */
    private static final class Notes implements CallObserver {
        private final List<String> events = new CopyOnWriteArrayList<>();

        private void note(long execution, String operation, String event) {
            events.add(execution + " " + operation + ": " + event);
        }

        @Override
        public void onStart(long execution, String operation) {
            note(execution, operation, "start");
        }

        @Override
        public void onAttempt(long execution, String operation, int attempt, int status, Duration took) {
            note(execution, operation, "attempt " + attempt + " " + status);
        }

        @Override
        public void onRetry(long execution, String operation, SdkException failure, Duration wait) {
            note(execution, operation, "retry after " + failure.getClass().getSimpleName() + " in " + wait);
        }

        @Override
        public void onPace(long execution, String operation, Duration waited) {
            note(execution, operation, "pace " + waited);
        }

        @Override
        public void onEnd(long execution, String operation, @Nullable Throwable failure, Duration took) {
            note(
                    execution,
                    operation,
                    "end " + (failure == null ? "well" : failure.getClass().getSimpleName()));
        }
    }

    @Test
    void observer_whenACallIsRepeated_thenHearsEverythingInOrder() throws InterruptedException {
        Notes notes = new Notes();
        try (VastClient client =
                client().timer(timer).pacing(Pacing.proactive()).observer(notes).build()) {
            answer(503, "");
            answers(1);
            timer.runUntil(client.apiKeys().list().executeAsync(), SOON);
            answer(404, "{}");
            CompletableFuture<?> missing = client.apiKeys().get(7).executeAsync();
            assertThatThrownBy(() -> timer.runUntil(missing, SOON)).isInstanceOf(CompletionException.class);
        }
        String list = "1 GET /api/v0/auth/apikeys/: ";
        String get = "2 GET /api/v0/auth/apikeys/{id}/: ";
        assertThat(notes.events).hasSize(9);
        assertThat(notes.events.get(3)).startsWith(list + "pace PT1.0");
        assertThat(notes.events.subList(0, 3))
                .containsExactly(
                        list + "start", list + "attempt 1 503", list + "retry after ServerException in PT0.001S");
        assertThat(notes.events.subList(4, 9))
                .containsExactly(
                        list + "attempt 2 200",
                        list + "end well",
                        get + "start",
                        get + "attempt 1 404",
                        get + "end NotFoundException");
    }

    @Test
    void observer_whenItFailsOrDoesNothing_thenOthersStillHear() throws InterruptedException {
        Notes notes = new Notes();
        CallObserver broken = new CallObserver() {
            @Override
            public void onEnd(long execution, String operation, @Nullable Throwable failure, Duration took) {
                throw new IllegalStateException("broken observer");
            }
        };
        CallObserver idle = new CallObserver() {};
        try (LogCapture log = new LogCapture();
                VastClient client =
                        client().observer(broken).observer(idle).observer(notes).build()) {
            answer(503, "");
            answers(1);
            assertThat(client.apiKeys().list().execute()).isEmpty();
            assertThat(log.own(Level.WARN)).singleElement().asString().contains("observer");
        }
        assertThat(notes.events).hasSize(5).last().asString().endsWith("end well");
    }
}
