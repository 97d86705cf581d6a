package io.github.vastsdk.internal.watch;

import static io.github.vastsdk.internal.watch.Scene.LOADING;
import static io.github.vastsdk.internal.watch.Scene.RUNNING;
import static io.github.vastsdk.internal.watch.Scene.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.Page;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilStoppedAndGoneTest {
    private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(
            strings = {
                STOPPED,
                "'actual_status':'stopped','intended_status':'stopped','cur_state':'running'",
                "'actual_status':'offline','intended_status':'stopped','cur_state':'stopped'",
                "'actual_status':null,'intended_status':'stopped','cur_state':'stopped'",
            })
    void stopped_whenItIs_thenEnds(String state) {
        scene.put(7, RUNNING);
        scene.at(5, 7, state);

        assertThat(scene.run(scene.waiter.untilStopped(7)).id()).isEqualTo(7);
        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RUNNING,
                "'actual_status':'running','intended_status':'stopped','cur_state':'running'",
                "'actual_status':'running','intended_status':'stopped','cur_state':'stopped'",
                "'actual_status':'exited','intended_status':'running','cur_state':'running'",
                "'actual_status':'exited','intended_status':'running','cur_state':'stopped','is_bid':true",
                "'actual_status':'offline','intended_status':'stopped','cur_state':'running'",
                "'actual_status':null,'intended_status':'stopped','cur_state':'running'",
                "'actual_status':'running','intended_status':'stopped','status_msg':'no space left on device'",
            })
    void stopped_whenItIsNotYet_thenTheWaitGoesOn(String state) {
        scene.put(7, state);
        scene.at(15, 7, STOPPED);

        assertThat(scene.run(scene.waiter.untilStopped(7)).id()).isEqualTo(7);
        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"offline,OFFLINE", "destroyed,GONE", "terminated,GONE"})
    void stopped_whenItCannotBe_thenEndsAtOnce(String status, Reason reason) {
        scene.put(7, RUNNING);
        scene.at(5, 7, "'actual_status':'" + status + "','intended_status':'stopped','cur_state':'running'");

        InstanceFailedException failed = scene.fail(scene.waiter.untilStopped(7), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void stopped_whenTheInstanceIsGone_thenFails() {
        scene.put(7, RUNNING);
        scene.at(5, () -> scene.remove(7));

        InstanceFailedException failed = scene.fail(scene.waiter.untilStopped(7), InstanceFailedException.class);

        assertThat(failed.reason()).isEqualTo(Reason.GONE);
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void stopped_whenItTakesTooLong_thenItsLimitPasses() {
        scene.put(7, RUNNING);

        WaitTimedOutException late = scene.fail(
                scene.waiter
                        .limit(InstancePhase.STOPPING, Duration.ofSeconds(50))
                        .untilStopped(7),
                WaitTimedOutException.class);

        assertThat(late.phase()).isEqualTo(InstancePhase.STOPPING);
        assertThat(late.elapsed()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void gone_whenTwoLooksSaySo_thenEndsWithTheSecond() {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.remove(7));

        scene.run(scene.waiter.untilGone(7));

        assertThat(scene.requests.keySet()).extracting(Duration::toSeconds).containsExactly(0L, 10L, 15L);
        scene.assertIdle();
    }

    @Test
    void gone_whenTheListIsReadEverySecond_thenStillTakesFiveSecondsToBelieve() {
        scene.put(7, LOADING);
        scene.at(1, () -> scene.remove(7));

        scene.run(scene.waiter.pollInterval(Duration.ofSeconds(1)).untilGone(7));

        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void gone_whenItComesBackAfterOneLook_thenCountsAnew() {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.remove(7));
        scene.at(12, 7, STOPPED);
        scene.at(42, () -> scene.remove(7));

        scene.run(scene.waiter.untilGone(7));

        assertThat(scene.now()).as("missing at 45 s and 50 s").isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void gone_whenReadsFailInBetween_thenTheyCountAsNothing() {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.remove(7));
        scene.at(12, () -> scene.failing = Scene.serverError());
        scene.at(42, () -> scene.failing = null);

        scene.run(scene.waiter.untilGone(7));

        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void gone_whenTheKeyIsRefused_thenNeverCountsAsGone() {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.remove(7));
        scene.at(12, () -> scene.failing = Scene.unauthorized());

        AuthenticationException refused = scene.fail(scene.waiter.untilGone(7), AuthenticationException.class);

        assertThat(refused).isSameAs(scene.failing);
        scene.assertIdle();
    }

    @Test
    void gone_whenARowHasNoId_thenCountsAsNoAnswer() {
        scene.put(7, LOADING);
        scene.at(5, () -> {
            scene.remove(7);
            for (int i = 0; i < 4; i++) {
                scene.pageAnswers.add(
                        CompletableFuture.completedFuture(Page.of(List.of(Instance.fromJson("{}")), null, null)));
            }
        });

        scene.run(scene.waiter.untilGone(7));

        assertThat(scene.now()).as("nonsense from 10 s to 40 s").isEqualTo(Duration.ofSeconds(55));
    }

    @Test
    void gone_whenItWasNeverListed_thenTakesTheLimitToBelieve() {
        scene.run(scene.waiter.untilGone(7));

        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void gone_whenItNeedNotBeListedFirst_thenTwoLooksStillSaySo() {
        scene.run(scene.waiter
                .limit(InstancePhase.UNLISTED, Duration.ofMillis(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilGone(7));

        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void gone_whenItStaysListed_thenTimesOut() {
        scene.put(7, STOPPED);

        WaitTimedOutException late =
                scene.fail(scene.waiter.timeout(Duration.ofMinutes(3)).untilGone(7), WaitTimedOutException.class);

        assertThat(late.phase()).isEqualTo(InstancePhase.DESTROYING);
        assertThat(late.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void gone_whenTheListIsCutShort_thenCountsAsNoAnswer() {
        scene.put(7, LOADING);
        scene.at(5, () -> {
            for (int i = 0; i < 4; i++) {
                scene.pageAnswers.add(
                        CompletableFuture.completedFuture(Page.of(List.of(Scene.instance(8, LOADING)), null, 2L)));
            }
        });

        WaitTimedOutException late =
                scene.fail(scene.waiter.timeout(Duration.ofMinutes(1)).untilGone(7), WaitTimedOutException.class);

        assertThat(late.phase()).isEqualTo(InstancePhase.DESTROYING);
    }

    @Test
    void gone_whenTheListComesInPages_thenTheyAreCountedTogether() {
        scene.put(7, LOADING);
        scene.at(5, () -> {
            scene.pageAnswers.add(
                    CompletableFuture.completedFuture(Page.of(List.of(Scene.instance(8, LOADING)), "next", 2L)));
            scene.pageAnswers.add(
                    CompletableFuture.completedFuture(Page.of(List.of(Scene.instance(9, LOADING)), null, 2L)));
            scene.remove(7);
        });

        scene.run(scene.waiter.untilGone(7));

        assertThat(scene.now()).as("missing at 11 s and 16 s").isEqualTo(Duration.ofSeconds(16));
    }
}
