package io.github.vastsdk.thunder;

import static io.github.vastsdk.thunder.ThunderScene.RUNNING;
import static io.github.vastsdk.thunder.ThunderScene.STARTING;
import static io.github.vastsdk.thunder.ThunderScene.failure;
import static io.github.vastsdk.thunder.ThunderScene.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vastsdk.Listing;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.thunder.ThunderStatus.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits for instances of Thunder Compute to run, and the one list that serves them all. */
class ThunderWaiterTest {
    private static final String ID = "6f9619ff-8b86";

    private final ThunderScene scene = new ThunderScene();

    private static String status(Known status) {
        return "'status':'" + status.wire() + "'";
    }

    private static final Map<Known, InstancePhase> PASSING = new EnumMap<>(Map.ofEntries(
            Map.entry(Known.QUEUED, InstancePhase.SCHEDULING),
            Map.entry(Known.PENDING, InstancePhase.SCHEDULING),
            Map.entry(Known.PROVISIONING, InstancePhase.PROVISIONING),
            Map.entry(Known.CREATING, InstancePhase.PROVISIONING),
            Map.entry(Known.STAGING, InstancePhase.PROVISIONING),
            Map.entry(Known.UNKNOWN, InstancePhase.PROVISIONING),
            Map.entry(Known.STARTING, InstancePhase.LOADING),
            Map.entry(Known.RESTORING, InstancePhase.LOADING),
            Map.entry(Known.MODIFYING, InstancePhase.LOADING),
            Map.entry(Known.SNAPPING, InstancePhase.LOADING),
            Map.entry(Known.MIGRATING, InstancePhase.LOADING)));

    private static final Map<Known, Reason> FAILING = new EnumMap<>(Map.of(
            Known.STOPPING, Reason.STOPPED,
            Known.STOPPED, Reason.STOPPED,
            Known.DELETING, Reason.DELETING,
            Known.TERMINATED, Reason.FAILED, // it is listed, and so not gone
            Known.ERROR, Reason.FAILED,
            Known.FAILED, Reason.FAILED));

    static Stream<Arguments> passing() {
        return Stream.concat(
                PASSING.entrySet().stream().map(entry -> Arguments.of(status(entry.getKey()), entry.getValue())),
                Stream.of(
                        Arguments.of("'status':'RUNNING'", InstancePhase.LOADING),
                        Arguments.of("'status':'running','ip':''", InstancePhase.LOADING),
                        Arguments.of("'status':'RUNNING','ip':null", InstancePhase.LOADING),
                        Arguments.of("'status':'DEFROSTING','ip':'192.0.2.7'", InstancePhase.LOADING),
                        Arguments.of("'status':null", InstancePhase.PROVISIONING)));
    }

    static Stream<Arguments> failing() {
        return FAILING.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void statuses_whenOneIsAdded_thenATestSaysWhatItMeans() {
        assertThat(Stream.of(PASSING.keySet(), FAILING.keySet(), List.of(Known.RUNNING))
                        .flatMap(statuses -> statuses.stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Known.values()));
    }

    @Test
    void running_whenItRunsAndHasAnAddress_thenEndsWithTheFirstLook() {
        scene.put(ID, RUNNING);

        ThunderInstance ready = scene.run(scene.waiter.untilRunning(ID));

        assertThat(ready.sshEndpoints()).singleElement().hasToString("DIRECT ssh://ubuntu@192.0.2.7:31007");
        assertThat(scene.requests).containsExactly(0L);
        scene.assertIdle();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void running_whenTheStatusMayPass_thenIsWaitedForEveryFiveSecondsForMinutes(String state, InstancePhase phase) {
        List<WaitProgress> heard = new ArrayList<>();
        scene.put(ID, state);
        scene.at(298, ID, RUNNING);

        assertThat(scene.run(scene.waiter.onProgress(heard::add).untilRunning(ID))
                        .isReady())
                .isTrue();

        assertThat(scene.requests)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 60).mapToObj(i -> i * 5L).toList());
        assertThat(heard).extracting(WaitProgress::phase).containsOnly(phase);
        assertThat(heard).extracting(WaitProgress::instanceId).containsOnly(ID);
    }

    @Test
    void running_whenUnknownAndNeverMore_thenOnlyTheWholeTimeoutEndsIt() {
        scene.put(ID, "'status':'UNKNOWN'");

        WaitTimedOutException late = scene.fail(scene.waiter.untilRunning(ID), WaitTimedOutException.class);

        assertThat(late.elapsed()).isEqualTo(Duration.ofMinutes(15));
        assertThat(late).hasMessageContaining("instance " + ID + " was last seen UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("failing")
    void running_whenItFailsOnItsWay_thenEndsAtOnceAndSaysWhy(Known status, Reason reason) {
        scene.put(ID, STARTING);
        scene.at(12, ID, status(status));

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(ID), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(15));
        assertThat(failed.instanceId()).isEqualTo(ID);
        assertThat(failed.lastSeen()).isInstanceOfSatisfying(ThunderInstance.class, seen -> assertThat(seen.status())
                .isEqualTo(status));
        scene.assertIdle();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void running_whenItIsFoundFailed_thenMustLastForTheGrace(Known status, Reason reason) {
        scene.put(ID, status(status));

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(ID), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void running_whenItIsFoundFailedAndThatPasses_thenIsWaitedFor(Known status, Reason reason) {
        scene.put(ID, status(status));
        scene.at(28, ID, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(ID)).isReady()).isTrue();
    }

    @Test
    void running_whenTheServiceFailsIt_thenTheMessageDoesNotPretendToKnowMore() {
        scene.put(ID, "'status':'FAILED'");

        assertThat(scene.fail(scene.waiter.grace(Duration.ZERO).untilRunning(ID), InstanceFailedException.class))
                .hasMessage("wait until instance " + ID + " is running failed: the service reports that it failed;"
                        + " instance " + ID + " was last seen FAILED (1 attempt, 0 ms)");
    }

    @Test
    void list_whenANewInstanceIsNotInItYet_thenIsWaitedForUpToAMinute() {
        scene.at(52, ID, STARTING);
        scene.at(63, ID, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(ID)).isReady()).isTrue();
        assertThat(scene.now()).isEqualTo(65);
    }

    @Test
    void list_whenANewInstanceNeverComes_thenIsGoneAfterAMinute() {
        InstanceFailedException never = scene.fail(scene.waiter.untilRunning(ID), InstanceFailedException.class);

        assertThat(never.reason()).isEqualTo(Reason.GONE);
        assertThat(never.elapsed()).isEqualTo(Duration.ofSeconds(60));
        assertThat(never.lastSeen()).isNull();
    }

    @Test
    void list_whenItIsEmptyForAMoment_thenTheWaitGoesOn() {
        scene.put(ID, STARTING);
        scene.at(8, () -> scene.listAnswers.add(ThunderScene.listing(List.of())));
        scene.at(22, ID, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(ID)).isReady()).isTrue();
        assertThat(scene.now()).isEqualTo(25);
    }

    @Test
    void list_whenTwoInSuccessionLackIt_thenIsGone() {
        scene.put(ID, STARTING);
        scene.at(8, () -> scene.remove(ID));

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(ID), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(Reason.GONE);
        assertThat(failed.elapsed()).as("missing at 10 s and at 15 s").isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void list_whenTheIndexShifts_thenTheUuidCounts() {
        scene.put("first", RUNNING);
        scene.put(ID, STARTING);
        scene.at(7, () -> scene.remove("first"));
        scene.at(12, "new", RUNNING);
        scene.at(17, ID, RUNNING);
        List<WaitProgress> heard = new ArrayList<>();

        ThunderInstance ready = scene.run(scene.waiter.onProgress(heard::add).untilRunning(ID));

        assertThat(heard)
                .extracting(WaitProgress::lastSeen)
                .extracting(seen -> ((ThunderInstance) seen).id())
                .containsExactly("1", "1", "0", "0");
        assertThat(ready.uuid()).isEqualTo(ID);
        assertThat(scene.now()).isEqualTo(20);
    }

    @Test
    void list_whenItWritesTheUuidInAnotherCase_thenItIsTheSame() {
        scene.put("ABC-def", RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning("abc-DEF")).uuid()).isEqualTo("ABC-def");
    }

    @Test
    void list_whenARowHasNoUuid_thenNoAbsenceIsConcluded() {
        scene.put(ID, STARTING);
        scene.at(8, () -> {
            scene.remove(ID);
            scene.put("", STARTING);
        });

        WaitTimedOutException late = scene.fail(
                scene.waiter.tolerateOutage(Duration.ofSeconds(30)).untilGone(ID), WaitTimedOutException.class);

        assertThat(late.getCause()).isInstanceOf(ResponseFormatException.class).hasMessageContaining("no id");
    }

    @Test
    void list_whenThereAreManyWaits_thenOneRequestServesAll() {
        List<CompletableFuture<ThunderInstance>> waits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            scene.put("id-" + i, STARTING);
            waits.add(scene.waiter.untilRunning("id-" + i).executeAsync());
        }
        scene.timer.advance(Duration.ofSeconds(59));
        assertThat(scene.requests).containsExactly(0L, 5L, 10L, 15L, 20L, 25L, 30L, 35L, 40L, 45L, 50L, 55L);

        IntStream.range(0, 200).forEach(i -> scene.put("id-" + i, RUNNING));
        scene.timer.advance(Duration.ofSeconds(1));

        assertThat(waits).allMatch(CompletableFuture::isDone);
        assertThat(scene.requests).hasSize(13);
        scene.assertIdle();
    }

    @Test
    void waits_whenTheyBeginBetweenTwoRequests_thenTheOthersProfitFromTheirRequest() {
        scene.put("a", STARTING);
        scene.put("b", STARTING);
        CompletableFuture<ThunderInstance> first =
                scene.waiter.untilRunning("a").executeAsync();
        scene.timer.advance(Duration.ofSeconds(2));
        scene.put("a", RUNNING);
        CompletableFuture<ThunderInstance> second =
                scene.waiter.untilRunning("b").executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));

        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(scene.requests).containsExactly(0L, 2L);
    }

    @Test
    void several_whenAllRun_thenAreGivenInTheOrderAsked() {
        scene.put("a", RUNNING);
        scene.put("b", STARTING);
        scene.at(12, "b", RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(List.of("b", "a", "b"))))
                .extracting(ThunderInstance::uuid)
                .containsExactly("b", "a");
    }

    @Test
    void several_whenOneFails_thenEndsForAllAndNamesIt() {
        scene.put("a", STARTING);
        scene.put("b", STARTING);
        scene.at(12, "b", "'status':'ERROR'");

        InstanceFailedException failed =
                scene.fail(scene.waiter.untilRunning(List.of("a", "b")), InstanceFailedException.class);

        assertThat(failed.instanceId()).isEqualTo("b");
        scene.assertIdle();
    }

    @Test
    void outage_whenItIsShort_thenIsTolerated() {
        scene.put(ID, STARTING);
        scene.at(8, () -> scene.failing = ThunderScene.badGateway());
        scene.at(288, () -> {
            scene.failing = null;
            scene.put(ID, RUNNING);
        });

        assertThat(scene.run(scene.waiter.untilRunning(ID)).isReady()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2, 10", "27.5, 32"})
    void outage_whenTheServiceSaysWhenToComeBack_thenNotBefore(String retryAfter, long next) {
        scene.put(ID, STARTING);
        scene.at(3, () -> scene.failing = ThunderScene.tooManyRequests(retryAfter));
        scene.at(6, () -> {
            scene.failing = null;
            scene.put(ID, RUNNING);
        });

        scene.run(scene.waiter.untilRunning(ID));

        assertThat(scene.requests).containsExactly(0L, 5L, next);
    }

    @Test
    void outage_whenItIsLong_thenEndsTheWaitAndIsTheCause() {
        scene.put(ID, STARTING);
        scene.at(8, () -> scene.failing = ThunderScene.badGateway());

        WaitTimedOutException late = scene.fail(scene.waiter.untilRunning(ID), WaitTimedOutException.class);

        assertThat(late).hasCause(scene.failing).hasMessageContaining("the limit of 300 s for an outage");
        assertThat(late.elapsed()).isEqualTo(Duration.ofSeconds(310));
    }

    @Test
    void token_whenItIsRefused_thenEndsEveryWaitAtOnce() {
        scene.put("a", STARTING);
        CompletableFuture<?> running = scene.waiter.untilRunning("a").executeAsync();
        CompletableFuture<?> gone = scene.waiter.untilGone("b").executeAsync();
        scene.at(2, () -> scene.failing = ThunderScene.unauthorized());
        scene.timer.advance(Duration.ofSeconds(5));

        assertThat(failure(running, AuthenticationException.class)).isSameAs(scene.failing);
        assertThat(failure(gone, AuthenticationException.class)).isSameAs(scene.failing);
        scene.assertIdle();
    }

    @Test
    void cancel_whenItIsTheLastWait_thenTheRequestUnderWayEnds() {
        CompletableFuture<Listing<ThunderInstance>> slow = new CompletableFuture<>();
        scene.listAnswers.add(slow);
        CompletableFuture<?> wait = scene.waiter.untilRunning(ID).executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));

        wait.cancel(true);

        assertThat(slow).isCancelled();
        scene.assertIdle();
    }

    @Test
    void close_whenAWaitIsAtWork_thenItEnds() {
        scene.put(ID, STARTING);
        CompletableFuture<?> wait = scene.waiter.untilRunning(ID).executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));

        scene.closers.forEach(Runnable::run);

        assertThat(failure(wait, CallCancelledException.class)).hasMessageContaining("the client was closed");
    }

    @Test
    void answer_whenTheWaitBeganLater_thenProvesNothingForIt() {
        CompletableFuture<Listing<ThunderInstance>> slow = new CompletableFuture<>();
        scene.listAnswers.add(slow);
        CompletableFuture<?> before = scene.waiter.untilGone(ID).executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));
        CompletableFuture<?> later = scene.waiter.untilRunning(ID).executeAsync();

        slow.complete(Listing.of(List.of(instance(0, ID, RUNNING))));

        assertThat(later).isNotDone();
        assertThat(before).isNotDone();
    }

    static Stream<Function<ThunderWaiter, Object>> refused() {
        return Stream.of(
                waiter -> waiter.untilRunning(" "),
                waiter -> waiter.untilRunning(List.of("a", "")),
                waiter -> waiter.untilGone(""),
                waiter -> waiter.destroyAndVerify(""),
                waiter -> waiter.destroyAndVerify(List.of("")),
                waiter -> waiter.pollInterval(Duration.ofMillis(999)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void argument_whenItCannotBeRight_thenIsRefusedBeforeAnythingIsSent(Function<ThunderWaiter, Object> use) {
        assertThatIllegalArgumentException().isThrownBy(() -> use.apply(scene.waiter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "Running", "RUNNING"})
    void status_whenWrittenInAnyCase_thenIsTheSame(String text) {
        scene.put(ID, "'status':'" + text + "','ip':'192.0.2.7'");

        assertThat(scene.run(scene.waiter.untilRunning(ID)).isReady()).isTrue();
    }
}
