package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.sandbox.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a wait when the instance does not become what it should. */
class FateJourneyTest extends MarketJourney {
    private InstanceFailedException failure(Mode mode, long id) {
        return catchThrowableOfType(InstanceFailedException.class, () -> run(mode, waiter().untilRunning(id)));
    }

    @ParameterizedTest
    @CsvSource({
        "STUCK_PROVISIONING, PROVISIONING, SYNC", "STUCK_PROVISIONING, PROVISIONING, ASYNC",
        "STUCK_CREATED, PROVISIONING, SYNC", "STUCK_CREATED, PROVISIONING, ASYNC",
        "STUCK_LOADING, LOADING, SYNC", "STUCK_LOADING, LOADING, ASYNC"
    })
    void untilRunning_whenStuck_thenEndsAtTheLimitAndGoesOnOnceReleased(Fate fate, InstancePhase phase, Mode mode) {
        sandbox.nextFate(fate);
        long id = rent(mode);
        Instant begin = now();

        WaitTimedOutException late = catchThrowableOfType(
                WaitTimedOutException.class,
                () -> run(mode, waiter().limit(phase, Duration.ofSeconds(90)).untilRunning(id)));

        assertThat(late.phase()).isEqualTo(phase);
        assertThat(late.instanceId()).isEqualTo(Long.toString(id));
        assertThat(Duration.between(begin, now())).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(110));
        assertThat(late.lastSeen()).isInstanceOfSatisfying(Instance.class, seen -> assertThat(
                        seen.currentHourlyCost().orElseThrow())
                .isLessThan(Objects.requireNonNull(seen.price().dphBase())));

        sandbox.fate(id, Fate.NORMAL);
        assertThat(run(mode, waiter().untilRunning(id)).isReady()).isTrue();
    }

    static Stream<Arguments> failing() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(
                        Arguments.of(Fate.IMAGE_PULL_FAILS, Reason.IMAGE_PULL, mode),
                        Arguments.of(Fate.CONTAINER_FAILS, Reason.CONTAINER_START, mode),
                        Arguments.of(Fate.INTERRUPTED, Reason.STOPPED, mode),
                        Arguments.of(Fate.HOST_OFFLINE, Reason.OFFLINE, mode)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("failing")
    void untilRunning_whenItFails_thenSaysWhyAtOnce(Fate fate, Reason reason, Mode mode) {
        restart(settings().lifecycle(Duration.ofSeconds(12)));
        sandbox.nextFate(fate);
        long id = rent(mode);
        Instant begin = now();

        InstanceFailedException failed = failure(mode, id);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.instanceId()).isEqualTo(Long.toString(id));
        assertThat(failed.lastSeen()).isNotNull();
        assertThat(Duration.between(begin, now())).isLessThan(Duration.ofSeconds(50));
        run(mode, vast.instances().destroyAndVerify(id));
        assertThat(sandbox.instanceIds()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("failing")
    void untilRunning_whenItFailedBeforeTheFirstLook_thenBelievesItOnlyAfterTheGrace(
            Fate fate, Reason reason, Mode mode) {
        restart(settings().lifecycle(Duration.ZERO));
        sandbox.nextFate(fate);
        long id = rent(mode);
        Instant begin = now();
        InstanceFailedException failed = catchThrowableOfType(
                InstanceFailedException.class,
                () -> run(mode, waiter().grace(Duration.ZERO).untilRunning(id)));
        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(Duration.between(begin, now())).isLessThan(Duration.ofSeconds(2));

        long other = rentFailing(mode, fate);
        begin = now();
        // What is said about a container at rest may be of an earlier run.
        assertThat(failure(mode, other).reason()).isEqualTo(fate == Fate.CONTAINER_FAILS ? Reason.EXITED : reason);
        assertThat(Duration.between(begin, now())).isGreaterThanOrEqualTo(grace(fate));
    }

    private long rentFailing(Mode mode, Fate fate) {
        sandbox.nextFate(fate);
        return rent(mode);
    }

    /** An instance that is loading is on its way: what is said of it is not old. */
    private static Duration grace(Fate fate) {
        return fate == Fate.IMAGE_PULL_FAILS ? Duration.ZERO : Duration.ofSeconds(30);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void interruptible_whenOutbid_thenIsInterruptedAndAHigherBidBringsItBack(Mode mode) {
        double lowest = Objects.requireNonNull(anOffer().price().minBid());
        long id = rent(mode, request -> request.image(IMAGE).bidPrice(lowest * 1.1));
        assertThat(run(mode, waiter().untilRunning(id)).price().isBid()).isTrue();

        sandbox.fate(id, Fate.INTERRUPTED);
        InstanceFailedException failed = failure(mode, id);
        assertThat(failed.reason()).isEqualTo(Reason.INTERRUPTED);
        assertThat(failed.getMessage()).contains("a higher bid has its GPUs");

        run(mode, vast.instances().pricing().changeBid(id, lowest * 2));
        Instance back = run(mode, waiter().untilRunning(id));
        assertThat(back.price().dphBase()).isEqualTo(lowest * 2);
        run(mode, vast.instances().pricing().bidToWin(id));
        assertThat(get(mode, id).price().dphBase()).isEqualTo(lowest);
        assertThat(get(mode, id).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void running_whenItsHostGoes_thenIsOfflineUntilItIsBack(Mode mode) {
        long id = running(mode);
        sandbox.fate(id, Fate.HOST_OFFLINE);

        Instance lost = get(mode, id);
        assertThat(lost.statusSummary()).isEqualTo("offline → running");
        assertThat(failure(mode, id).reason()).isEqualTo(Reason.OFFLINE);

        sandbox.fate(id, Fate.NORMAL);
        assertThat(run(mode, waiter().untilRunning(id)).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void destroyed_whenItComesBack_thenIsDestroyedAgain(Mode mode) {
        restart(settings().lifecycle(Duration.ofSeconds(3)));
        sandbox.nextFate(Fate.COMES_BACK);
        long id = running(mode);
        sandbox.clearRequests();

        run(mode, vast.instances().destroyAndVerify(id));

        assertThat(sandbox.instanceIds()).isEmpty();
        assertThat(lines()).filteredOn(line -> line.startsWith("DELETE")).hasSize(2);
        timer.advance(Duration.ofMinutes(10));
        assertThat(sandbox.instanceIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void rented_whenItHasToWaitForItsGpu_thenIsScheduledUntilThereIsOne(Mode mode) {
        sandbox.nextFate(Fate.START_QUEUED);
        long id = rent(mode, request -> request.image(IMAGE).cancelUnavailable(false));

        WaitTimedOutException late =
                catchThrowableOfType(WaitTimedOutException.class, () -> run(mode, waiter().untilRunning(id)));
        assertThat(late.phase()).isEqualTo(InstancePhase.SCHEDULING);
        assertThat(Objects.requireNonNull(late.lastSeen()).isReady()).isFalse();

        sandbox.fate(id, Fate.NORMAL);
        assertThat(run(mode, waiter().untilRunning(id)).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void untilGone_whenSomebodyElseDestroysIt_thenEnds(Mode mode) {
        long id = running(mode);
        CompletableFuture<Void> wait = waiter().untilGone(id).executeAsync();
        CompletableFuture<Instance> stop = waiter().untilStopped(id).executeAsync();
        timer.advance(Duration.ofSeconds(1));
        // Time must not pass meanwhile, as it would by the polls: this request takes real time.
        mode.run(vast.instances().destroy(id));

        run(wait);
        assertThat(catchThrowableOfType(InstanceFailedException.class, () -> run(stop))
                        .reason())
                .isEqualTo(Reason.GONE);
    }
}
