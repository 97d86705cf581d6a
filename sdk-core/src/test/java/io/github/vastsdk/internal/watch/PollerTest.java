package io.github.vastsdk.internal.watch;

import static io.github.vastsdk.internal.watch.Scene.LOADING;
import static io.github.vastsdk.internal.watch.Scene.RUNNING;
import static io.github.vastsdk.internal.watch.Scene.failure;
import static io.github.vastsdk.internal.watch.Scene.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.Page;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.model.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One poll for all waits: how often it asks, whom an answer concerns, and how it ends. */
class PollerTest {
    private static final CallContext CALL = new CallContext("GET /api/v1/instances/", 1, Duration.ZERO);

    private final Scene scene = new Scene();

    private CompletableFuture<Instance> running(long id) {
        return scene.waiter.untilRunning(id).executeAsync();
    }

    private long requestsFrom(Duration begin, Duration end) {
        return scene.requests.keySet().stream()
                .filter(at -> at.compareTo(begin) >= 0 && at.compareTo(end) < 0)
                .count();
    }

    private void assertSpaced() {
        List<Duration> times = List.copyOf(scene.requests.keySet());
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i).minus(times.get(i - 1))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void oneInstance_whenWaitedFor_thenAsksSixTimesAMinute() {
        scene.put(7, LOADING);
        CompletableFuture<?> wait = running(7);
        scene.timer.advance(Duration.ofMinutes(5));

        assertThat(requestsFrom(Duration.ZERO, Duration.ofMinutes(5))).isEqualTo(30);
        assertThat(wait).isNotDone();
    }

    @Test
    void instances_whenThereAre200_thenEightPagesServeAllOfThemEachTime() {
        List<CompletableFuture<Instance>> waits = new ArrayList<>();
        for (long id = 1; id <= 200; id++) {
            scene.put(id, LOADING);
            waits.add(running(id));
        }
        scene.timer.advance(Duration.ofMinutes(10));

        assertSpaced();
        assertThat(requestsFrom(Duration.ofMinutes(1), Duration.ofMinutes(10)))
                .as("8 pages in 10 seconds")
                .isEqualTo(9 * 48);
        LongStream.rangeClosed(1, 200).forEach(id -> assertThat(scene.requests.values().stream()
                        .filter(ids -> ids.contains(id))
                        .count())
                .as("looks at %s", id)
                .isBetween(59L, 62L));
        LongStream.rangeClosed(1, 200).forEach(id -> scene.put(id, RUNNING));
        scene.timer.advance(Duration.ofSeconds(10));
        assertThat(waits).allMatch(CompletableFuture::isDone);
        scene.assertIdle();
    }

    @Test
    void instances_whenMoreAreWaitedForThanOneSecondEachServes_thenAllHaveTheirTurn() {
        for (long id = 1; id <= 1000; id++) {
            scene.put(id, LOADING);
            CompletableFuture<?> unused = running(id);
        }
        scene.timer.advance(Duration.ofSeconds(81));

        assertSpaced();
        assertThat(scene.requests.values().stream().flatMap(List::stream).distinct())
                .hasSize(1000);
    }

    @Test
    void waits_whenTheyBeginOneAfterTheOther_thenRequestsAreShared() {
        for (long id = 1; id <= 20; id++) {
            long one = id;
            scene.put(id, LOADING);
            scene.at(id * 3, () -> {
                CompletableFuture<?> unused = running(one);
            });
        }
        scene.timer.advance(Duration.ofMinutes(6));

        assertThat(requestsFrom(Duration.ofMinutes(1), Duration.ofMinutes(6)))
                .as("one page has room for all of them")
                .isLessThanOrEqualTo(5 * 6 + 1);
    }

    @Test
    void waits_whenTwoAreForOneInstance_thenOneLookServesBoth() {
        scene.put(7, LOADING);
        CompletableFuture<Instance> first = running(7);
        CompletableFuture<?> second = scene.waiter.untilStopped(7).executeAsync();
        scene.at(5, 7, RUNNING);
        scene.timer.advance(Duration.ofSeconds(11));

        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(scene.requests.values()).containsOnly(List.of(7L));
    }

    @Test
    void waits_whenIntervalsDiffer_thenEachIsLookedAtAtLeastThatOften() {
        scene.put(7, LOADING);
        scene.put(8, LOADING);
        CompletableFuture<?> slow = running(7);
        CompletableFuture<?> quick =
                scene.waiter.pollInterval(Duration.ofSeconds(2)).untilRunning(8).executeAsync();
        scene.at(5, 8, RUNNING);
        scene.timer.advance(Duration.ofSeconds(6));

        assertThat(quick).isCompleted();
        assertThat(slow).isNotDone();
    }

    @Test
    void wait_whenItBeginsWhileARequestIsUnderWay_thenHasNoPartInItsAnswer() {
        CompletableFuture<Page<Instance>> slow = new CompletableFuture<>();
        scene.pageAnswers.add(slow);
        CompletableFuture<?> before = scene.waiter.untilGone(7).executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));
        CompletableFuture<Instance> later = running(7);
        slow.complete(Page.of(List.of(instance(7, RUNNING)), null, 1L));

        assertThat(later).as("what was seen may be older than the wait").isNotDone();
        scene.put(7, RUNNING);
        scene.timer.advance(Duration.ofSeconds(1));
        assertThat(later).isCompleted();
        assertThat(before).isNotDone();
    }

    @Test
    void answer_whenItSaysThatMoreFollows_thenAbsenceIsKnownOnlyAtTheEnd() {
        scene.put(7, RUNNING);
        scene.pageAnswers.add(CompletableFuture.completedFuture(Page.of(List.of(instance(1, RUNNING)), "t1", 2L)));

        CompletableFuture<Instance> wait = running(7);
        scene.timer.advance(Duration.ofSeconds(1));

        assertThat(wait).isCompleted();
        assertSpaced();
    }

    @Test
    void answer_whenTheTokenRepeats_thenCountsAsUnreadable() {
        for (int i = 0; i < 2; i++) {
            scene.pageAnswers.add(CompletableFuture.completedFuture(Page.of(List.of(), "t1", 2L)));
        }
        WaitTimedOutException late =
                scene.fail(scene.waiter.tolerateOutage(Duration.ZERO).untilGone(7), WaitTimedOutException.class);

        assertThat(late.getCause()).isInstanceOf(ResponseFormatException.class).hasMessageContaining("twice");
        assertThat(scene.requests).hasSize(2);
    }

    static Stream<SdkException> passing() {
        return Stream.of(
                Scene.serverError(),
                Scene.rateLimit("2.0"),
                new ConnectFailedException(CALL, "no connection to x", null),
                new ResponseFormatException(CALL, 200, "no JSON", "", null));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void outage_whenItIsShort_thenIsTolerated(SdkException failure) {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.failing = failure);
        scene.at(285, () -> {
            scene.failing = null;
            scene.put(7, RUNNING);
        });

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(290));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void outage_whenItIsLong_thenEndsTheWaitAndIsTheCause(SdkException failure) {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.failing = failure);

        WaitTimedOutException late = scene.fail(scene.waiter.untilRunning(7), WaitTimedOutException.class);

        assertThat(late).hasCause(failure).hasMessageContaining("the limit of 300 s for an outage");
        assertThat(late.elapsed()).isEqualTo(Duration.ofSeconds(310));
        assertThat(late.lastSeen()).isNotNull();
        scene.assertIdle();
    }

    @Test
    void outage_whenItComesAgain_thenCountsAnew() {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.failing = Scene.serverError());
        scene.at(285, () -> scene.failing = null);
        scene.at(295, () -> scene.failing = Scene.serverError());
        scene.at(585, () -> scene.failing = null);
        scene.at(586, 7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
    }

    @Test
    void rateLimit_whenItDemandsMoreThanTheInterval_thenThePollKeepsAway() {
        scene.put(7, LOADING);
        scene.pageAnswers.add(CompletableFuture.failedFuture(Scene.rateLimit("25")));
        CompletableFuture<?> wait = running(7);
        scene.timer.advance(Duration.ofSeconds(30));

        assertThat(scene.requests.keySet()).containsExactly(Duration.ZERO, Duration.ofSeconds(25));
        assertThat(wait).isNotDone();
    }

    static Stream<SdkException> lasting() {
        return Stream.of(
                Scene.unauthorized(),
                Scene.forbidden(),
                Scene.noSuchInstance(),
                new CallCancelledException(CALL, Sent.NO, "the client was closed", null));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void failure_whenItWillNotPass_thenEndsEveryWaitAtOnce(SdkException failure) {
        List<CompletableFuture<Instance>> waits = new ArrayList<>();
        for (long id = 1; id <= 60; id++) {
            scene.put(id, LOADING);
            waits.add(running(id));
        }
        scene.timer.advance(Duration.ofSeconds(5));
        scene.failing = failure;
        scene.timer.advance(Duration.ofSeconds(6));

        assertThat(waits).allSatisfy(wait -> assertThat(failure(wait, SdkException.class))
                .isSameAs(failure));
        scene.assertIdle();
    }

    @Test
    void oneUnreadablePage_whenOthersAreReadable_thenThoseHaveTheirTurn() {
        List<CompletableFuture<Instance>> waits = new ArrayList<>();
        for (long id = 1; id <= 50; id++) {
            scene.put(id, LOADING);
            waits.add(running(id));
        }
        scene.pageAnswers.add(CompletableFuture.failedFuture(Scene.serverError()));
        LongStream.rangeClosed(26, 50).forEach(id -> scene.put(id, RUNNING));
        scene.timer.advance(Duration.ofSeconds(12));

        assertThat(waits.subList(25, 50)).allMatch(CompletableFuture::isDone);
        assertThat(waits.subList(0, 25)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void cancel_whenOneWaitIsGivenUp_thenTheOthersGoOn() {
        scene.put(7, LOADING);
        scene.put(8, LOADING);
        CompletableFuture<Instance> given = running(7);
        CompletableFuture<Instance> other = running(8);
        scene.timer.advance(Duration.ofSeconds(1));
        given.cancel(true);
        scene.at(5, 8, RUNNING);
        scene.timer.advance(Duration.ofSeconds(10));

        assertThat(given).isCancelled();
        assertThat(other).isCompleted();
        assertThat(scene.requests.get(Duration.ofSeconds(10))).containsExactly(8L);
        scene.assertIdle();
    }

    @Test
    void cancel_whenItIsTheLastWait_thenTheRequestUnderWayEnds() {
        CompletableFuture<Page<Instance>> slow = new CompletableFuture<>();
        scene.pageAnswers.add(slow);
        CompletableFuture<Instance> wait = running(7);
        scene.timer.advance(Duration.ofSeconds(1));

        wait.cancel(true);

        assertThat(slow).isCancelled();
        scene.assertIdle();
        scene.put(7, RUNNING);
        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady())
                .as("a later wait")
                .isTrue();
    }

    @Test
    void close_whenWaitsAreAtWork_thenTheyEndAndNewOnesAreRefused() {
        scene.put(7, LOADING);
        CompletableFuture<Instance> wait = running(7);
        scene.timer.advance(Duration.ofSeconds(1));

        scene.closers.forEach(Runnable::run);

        assertThat(failure(wait, CallCancelledException.class)).hasMessageContaining("the client was closed");
        scene.assertIdle();
        assertThatIllegalStateException().isThrownBy(() -> running(7)).withMessage("The client is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> scene.waiter.untilGone(List.of()).executeAsync());
    }

    @Test
    void execute_whenTheThreadIsInterrupted_thenEndsAtOnceAndThePollToo() throws InterruptedException {
        scene.put(7, LOADING);
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            waiting.countDown();
            try {
                scene.waiter.untilRunning(7).execute();
            } catch (RuntimeException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();
        thread.join(5_000);

        assertThat(thrown.get())
                .isInstanceOf(CallCancelledException.class)
                .hasMessageStartingWith("wait until instance 7 is running failed: the waiting thread was interrupted");
        assertThat(((CallCancelledException) Objects.requireNonNull(thrown.get())).sent())
                .isEqualTo(Sent.NO);
        assertThat(flag).isTrue();
        scene.assertIdle();
    }

    @Test
    void execute_whenItFails_thenTheStackShowsTheCaller() {
        scene.put(7, "'actual_status':'offline'");
        Thread clock = new Thread(() -> {
            try {
                scene.timer.awaitDueWithin(Duration.ofSeconds(1));
                scene.timer.advance(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        clock.start();

        InstanceFailedException failed = catchThrowableOfType(
                InstanceFailedException.class,
                () -> scene.waiter.untilRunning(7).execute());

        assertThat(failed.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(PollerTest.class.getName()));
    }
}
