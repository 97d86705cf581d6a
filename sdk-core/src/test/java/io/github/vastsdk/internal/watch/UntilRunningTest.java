package io.github.vastsdk.internal.watch;

import static io.github.vastsdk.internal.watch.Scene.LOADING;
import static io.github.vastsdk.internal.watch.Scene.RUNNING;
import static io.github.vastsdk.internal.watch.Scene.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilRunningTest {
    private final Scene scene = new Scene();

    @Test
    void running_whenItIsAlready_thenEndsWithTheFirstLook() {
        scene.put(7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();

        assertThat(scene.requests).hasSize(1).containsKey(Duration.ZERO);
        scene.assertIdle();
    }

    @Test
    void running_whenItGetsThere_thenEndsWithTheLookThatShowsIt() {
        scene.put(7, "'actual_status':null,'intended_status':'running','cur_state':'running'");
        scene.at(12, 7, LOADING);
        scene.at(38, 7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).id()).isEqualTo(7);

        assertThat(scene.requests.keySet()).extracting(Duration::toSeconds).containsExactly(0L, 10L, 20L, 30L, 40L);
        scene.assertIdle();
    }

    static Stream<Arguments> terminal() {
        String wanted = ",'intended_status':'running'";
        String notWanted = ",'intended_status':'stopped'";
        return Stream.of(
                Arguments.of("'actual_status':'exited','cur_state':'running'" + wanted, Reason.EXITED),
                Arguments.of("'actual_status':'offline','cur_state':'running'" + wanted, Reason.OFFLINE),
                Arguments.of("'actual_status':'OFFLINE','cur_state':'running'" + wanted, Reason.OFFLINE),
                Arguments.of("'actual_status':'frozen','cur_state':'running'" + wanted, Reason.FROZEN),
                Arguments.of(
                        "'actual_status':'loading','cur_state':'running','intended_status':'frozen'", Reason.FROZEN),
                Arguments.of(STOPPED, Reason.STOPPED),
                Arguments.of(STOPPED + ",'is_bid':true", Reason.INTERRUPTED),
                Arguments.of(
                        "'actual_status':'exited','cur_state':'stopped','is_bid':true" + wanted, Reason.INTERRUPTED),
                Arguments.of(
                        "'actual_status':'stopped','cur_state':'stopped','is_bid':true" + wanted, Reason.INTERRUPTED),
                Arguments.of("'actual_status':'loading','cur_state':'running'" + notWanted, Reason.STOPPED),
                Arguments.of("'actual_status':'running','cur_state':'running'" + notWanted, Reason.STOPPED),
                Arguments.of(
                        "'actual_status':'running','status_msg':'no space left on device'" + notWanted, Reason.STOPPED),
                Arguments.of("'actual_status':'destroyed'" + wanted, Reason.GONE),
                Arguments.of("'actual_status':'terminated'" + wanted, Reason.GONE),
                Arguments.of(
                        "'actual_status':'created','status_msg':'Error: OCI runtime create failed: runc'" + wanted,
                        Reason.CONTAINER_START),
                Arguments.of(
                        "'actual_status':'loading','status_msg':'manifest unknown: manifest unknown'" + wanted,
                        Reason.IMAGE_PULL),
                Arguments.of(
                        "'actual_status':'loading','status_msg':'failed to resolve reference x'" + wanted,
                        Reason.IMAGE_PULL),
                Arguments.of(
                        "'actual_status':null,'status_msg':'Pull Access Denied for x'" + wanted, Reason.IMAGE_PULL),
                Arguments.of(
                        "'actual_status':'loading','status_msg':'write /x: no space left on device'" + wanted,
                        Reason.DISK_FULL));
    }

    @ParameterizedTest
    @MethodSource("terminal")
    void terminal_whenSeenOnItsWayBefore_thenEndsAtOnce(String state, Reason reason) {
        scene.put(7, LOADING);
        scene.at(5, 7, state);

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(failed.instanceId()).isEqualTo("7");
        assertThat(Objects.requireNonNull(failed.lastSeen()).instanceId()).isEqualTo("7");
        assertThat(failed).hasMessageStartingWith("wait until instance 7 is running failed: ");
        scene.assertIdle();
    }

    @ParameterizedTest
    @MethodSource("terminal")
    void terminal_whenItIsTheFirstThatIsSeen_thenMustLastForTheGrace(String state, Reason reason) {
        scene.put(7, state);

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @MethodSource("terminal")
    void terminal_whenThereIsNoGrace_thenEndsWithTheFirstLook(String state, Reason reason) {
        scene.put(7, state);

        InstanceFailedException failed =
                scene.fail(scene.waiter.grace(Duration.ZERO).untilRunning(7), InstanceFailedException.class);

        assertThat(failed.elapsed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'actual_status':null,'intended_status':'running'",
                "'actual_status':'created','intended_status':'running'",
                "'actual_status':'loading','intended_status':'running','status_msg':'unpacking libgpg-error0'",
                "'actual_status':'rebooting','intended_status':'running'",
                "'actual_status':'warming up','intended_status':'running'",
                "'actual_status':'unknown','intended_status':'running','cur_state':'running'",
                "'actual_status':'exited','intended_status':'running','cur_state':'stopped'",
                "'actual_status':'running'",
            })
    void state_whenItMayPass_thenTheWaitGoesOn(String state) {
        scene.put(7, LOADING);
        scene.at(5, 7, state);
        scene.at(65, 7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void start_whenTheOldStateIsReportedForAWhile_thenIsWaitedFor() {
        scene.put(7, STOPPED);
        scene.at(25, 7, "'actual_status':'exited','intended_status':'running','cur_state':'stopped'");
        scene.at(45, 7, "'actual_status':'exited','intended_status':'running','cur_state':'running'");
        scene.at(65, 7, LOADING);
        scene.at(75, 7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
    }

    @Test
    void start_whenTheOldStateChanges_thenEachStateHasItsOwnGrace() {
        scene.put(7, STOPPED);
        scene.at(25, 7, "'actual_status':'exited','intended_status':'running','cur_state':'running'");
        scene.at(55, 7, LOADING);
        scene.at(65, 7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
    }

    @Test
    void message_whenItIsOfTheRunBefore_thenIsNotBelieved() {
        String old = ",'status_msg':'OCI runtime create failed: runc'";
        scene.put(7, "'actual_status':'exited','intended_status':'running','cur_state':'stopped'" + old);
        scene.at(5, 7, LOADING + old);
        scene.at(95, 7, RUNNING + old);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
    }

    @Test
    void message_whenItComesAgainAfterAnother_thenIsBelieved() {
        String message = ",'status_msg':'OCI runtime create failed: runc'";
        scene.put(7, "'actual_status':'exited','intended_status':'running','cur_state':'stopped'" + message);
        scene.at(5, 7, LOADING + ",'status_msg':'pulling'");
        scene.at(15, 7, LOADING + message);

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class);

        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(20));
        assertThat(failed).hasMessageContaining("(OCI runtime create failed: runc)");
    }

    @Test
    void message_whenItSaysNothingAboutTheState_thenIsNotRepeated() {
        scene.put(7, STOPPED);

        assertThat(scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class))
                .hasMessageContaining("it is stopped; instance 7 was last seen stopped")
                .hasMessageNotContaining("success");
    }

    @Test
    void message_whenItHoldsASecret_thenThatIsHidden() {
        scene.put(7, LOADING);
        scene.at(5, 7, LOADING + ",'status_msg':'unauthorized: https://u:hunter2@registry.example/x'");

        assertThat(scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class))
                .hasMessageContaining("registry.example")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void newInstance_whenTheListLacksItForAWhile_thenIsWaitedFor() {
        scene.at(45, 7, LOADING);
        scene.at(55, 7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
    }

    @Test
    void newInstance_whenItNeverComes_thenIsGoneAfterTheLimit() {
        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(Reason.GONE);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(60));
        assertThat(failed.phase()).isEqualTo(InstancePhase.UNLISTED);
        assertThat(failed.lastSeen()).isNull();
    }

    @Test
    void instance_whenItDisappears_thenIsGoneOnceASecondLookConfirmsIt() {
        scene.put(7, LOADING);
        scene.at(15, () -> scene.remove(7));

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(Reason.GONE);
        assertThat(failed.elapsed()).as("missing at 20 s and at 25 s").isEqualTo(Duration.ofSeconds(25));
        assertThat(failed.lastSeen()).isNotNull();
    }

    @Test
    void instance_whenOneLookLacksIt_thenTheWaitGoesOn() {
        scene.put(7, LOADING);
        scene.at(15, () -> scene.remove(7));
        scene.at(22, 7, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(7)).isReady()).isTrue();
    }

    @Test
    void heartbeat_whenItStaysAway_thenTheHostCountsAsLostAfterTheLimit() {
        scene.put(7, LOADING);
        scene.at(5, 7, "'actual_status':'unknown','intended_status':'running','cur_state':'running'");

        InstanceFailedException failed = scene.fail(scene.waiter.untilRunning(7), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(Reason.NO_HEARTBEAT);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(190));
    }

    @Test
    void start_whenItStaysQueued_thenItsLimitPasses() {
        scene.put(7, "'actual_status':'exited','intended_status':'running','cur_state':'stopped'");

        WaitTimedOutException late = scene.fail(scene.waiter.untilRunning(7), WaitTimedOutException.class);

        assertThat(late.phase()).isEqualTo(InstancePhase.SCHEDULING);
        assertThat(late.limit()).isEqualTo(Duration.ofMinutes(2));
        assertThat(late.elapsed()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void phase_whenItHasALimit_thenOnlyTheTimeInItCounts() {
        scene.put(7, "'actual_status':null,'intended_status':'running'");
        scene.at(45, 7, LOADING);

        WaitTimedOutException late = scene.fail(
                scene.waiter
                        .limit(InstancePhase.LOADING, Duration.ofSeconds(40))
                        .untilRunning(7),
                WaitTimedOutException.class);

        assertThat(late.phase()).isEqualTo(InstancePhase.LOADING);
        assertThat(late.elapsed()).as("loading since 50 s").isEqualTo(Duration.ofSeconds(90));
        assertThat(late).hasMessageContaining("the limit of 40 s for the phase loading passed");
        scene.assertIdle();
    }

    @Test
    void timeout_whenItPasses_thenEndsBetweenTwoLooks() {
        scene.put(7, LOADING);

        WaitTimedOutException late =
                scene.fail(scene.waiter.timeout(Duration.ofSeconds(33)).untilRunning(7), WaitTimedOutException.class);

        assertThat(late.limit()).isEqualTo(Duration.ofSeconds(33));
        assertThat(late.elapsed()).isEqualTo(Duration.ofSeconds(33));
        assertThat(late.attempts()).isEqualTo(4);
        assertThat(late).hasNoCause().hasMessageContaining("was last seen loading → running");
        scene.assertIdle();
    }
}
