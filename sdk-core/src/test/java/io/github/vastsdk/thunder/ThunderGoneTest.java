package io.github.vastsdk.thunder;

import static io.github.vastsdk.thunder.ThunderScene.RUNNING;
import static io.github.vastsdk.thunder.ThunderScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances of Thunder Compute that go, come back, or may never have gone. */
class ThunderGoneTest {
    private static final String ID = "6f9619ff-8b86";
    private static final String DELETING = "'status':'DELETING','ip':'192.0.2.7'";

    private final ThunderScene scene = new ThunderScene();

    private Wait<@Nullable Void> destroy() {
        return scene.waiter.destroyAndVerify(ID);
    }

    @Test
    void gone_whenTwoListsLackIt_thenEndsWithTheSecond() {
        scene.put(ID, DELETING);
        scene.at(8, () -> scene.remove(ID));

        scene.run(scene.waiter.untilGone(ID));

        assertThat(scene.requests).as("missing at 10 s and 15 s").containsExactly(0L, 5L, 10L, 15L);
        scene.assertIdle();
    }

    @Test
    void gone_whenTheListIsReadEverySecond_thenStillTakesFiveSecondsToBelieve() {
        scene.put(ID, DELETING);
        scene.at(1, () -> scene.remove(ID));

        scene.run(scene.waiter.pollInterval(Duration.ofSeconds(1)).untilGone(ID));

        assertThat(scene.now()).isEqualTo(6);
    }

    @Test
    void gone_whenItComesBackAfterAnEmptyList_thenCountsAnew() {
        scene.put(ID, RUNNING);
        scene.at(8, () -> scene.listAnswers.add(ThunderScene.listing(List.of())));
        scene.at(33, () -> scene.remove(ID));

        scene.run(scene.waiter.untilGone(ID));

        assertThat(scene.now())
                .as("missing at 10 s, back, missing at 35 s and 40 s")
                .isEqualTo(40);
    }

    @Test
    void gone_whenItIsOnlyBeingDeleted_thenIsNot() {
        scene.put(ID, DELETING);

        WaitTimedOutException late =
                scene.fail(scene.waiter.timeout(Duration.ofMinutes(3)).untilGone(ID), WaitTimedOutException.class);

        assertThat(late.phase()).isEqualTo(InstancePhase.DESTROYING);
    }

    @Test
    void gone_whenItWasNeverListed_thenTakesAMinuteToBelieve() {
        scene.run(scene.waiter.untilGone(List.of(ID, "other")));

        assertThat(scene.now()).isEqualTo(60);
    }

    @Test
    void destroyed_whenTheDeleteIsAnsweredAndItIsListedForAWhile_thenIsWaitedForWithOneDelete() {
        scene.put(ID, RUNNING);
        scene.at(42, () -> scene.remove(ID));

        scene.run(destroy());

        assertThat(scene.deletes).containsExactly(0L);
        assertThat(scene.now()).as("missing at 45 s and 50 s").isEqualTo(50);
        scene.assertIdle();
    }

    @Test
    void destroyed_whenItIsStillListedAMinuteLater_thenIsDeletedAgain() {
        scene.put(ID, RUNNING);
        scene.at(62, () -> scene.remove(ID));

        scene.run(destroy());

        assertThat(scene.deletes).containsExactly(0L, 60L);
    }

    @Test
    void destroyed_whenTheServiceSaysThatItIsAtIt_thenIsNotAskedAgain() {
        scene.put(ID, DELETING);
        scene.at(602, () -> scene.remove(ID));

        scene.run(destroy());

        assertThat(scene.deletes).containsExactly(0L);
        assertThat(scene.now()).isEqualTo(610);
    }

    @Test
    void destroyed_whenItIsBeingDeletedForever_thenMayStillExist() {
        scene.put(ID, DELETING);

        DestroyUnverifiedException open = scene.fail(destroy(), DestroyUnverifiedException.class);

        assertThat(open.elapsed()).isEqualTo(Duration.ofMinutes(15));
        assertThat(open.mayStillExist()).containsExactly(ID);
        assertThat(scene.deletes).hasSize(1);
    }

    @Test
    void destroyed_whenItComesBack_thenIsDeletedAgainAtOnce() {
        scene.at(2, ID, RUNNING);
        scene.at(12, () -> scene.remove(ID));

        scene.run(destroy());

        assertThat(scene.deletes).as("missing at 0 s, back at 5 s").containsExactly(0L, 5L);
    }

    @Test
    void destroyed_whenItIsNotFoundAtOnce_thenThatIsVerifiedForAMinute() {
        scene.deleteAnswers.add(CompletableFuture.failedFuture(ThunderScene.noSuchInstance()));

        scene.run(destroy());

        assertThat(scene.now()).isEqualTo(60);
        assertThat(scene.deletes).hasSize(1);
    }

    @Test
    void destroyed_whenItIsNotFoundAndListedLater_thenIsDeletedAgain() {
        scene.deleteAnswers.add(CompletableFuture.failedFuture(ThunderScene.noSuchInstance()));
        scene.at(22, ID, RUNNING);
        scene.at(28, () -> scene.remove(ID));

        scene.run(destroy());

        assertThat(scene.deletes).containsExactly(0L, 25L);
        assertThat(scene.now()).as("listed at 26 s, missing at 31 s and 36 s").isEqualTo(36);
    }

    static Stream<SdkException> lost() {
        CallContext call = new CallContext("POST /v1/instances/{id}/delete", 5, Duration.ofSeconds(9));
        return Stream.of(ThunderScene.badGateway(), new ConnectionLostException(call, "the connection broke", null));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void destroyed_whenTheAnswerIsLost_thenTheListDecidesWhetherToDeleteAgain(SdkException failure) {
        scene.put(ID, RUNNING);
        scene.deleteAnswers.add(CompletableFuture.failedFuture(failure));
        scene.at(12, () -> scene.remove(ID));

        scene.run(destroy());

        assertThat(scene.deletes).containsExactly(0L, 10L);
    }

    @ParameterizedTest
    @MethodSource("lost")
    void destroyed_whenTheAnswerIsLostAndItIsBeingDeleted_thenOneDeleteWasEnough(SdkException failure) {
        scene.put(ID, DELETING);
        scene.deleteAnswers.add(CompletableFuture.failedFuture(failure));
        scene.at(32, () -> scene.remove(ID));

        scene.run(destroy());

        assertThat(scene.deletes).containsExactly(0L);
    }

    @Test
    void destroyed_whenTheListWritesTheUuidInAnotherCase_thenIsNotTakenForGone() {
        scene.put("ABC-def", RUNNING);

        DestroyUnverifiedException open =
                scene.fail(scene.waiter.destroyAndVerify("abc-DEF"), DestroyUnverifiedException.class);

        assertThat(open.mayStillExist()).containsExactly("abc-DEF");
        assertThat(open).hasMessageContaining("it is still listed after 5 requests to destroy it");
    }

    @Test
    void destroyed_whenTheListCannotBeRead_thenNamesAllThatMayStillExist() {
        scene.failing = ThunderScene.badGateway();

        DestroyUnverifiedException open =
                scene.fail(scene.waiter.destroyAndVerify(List.of(ID, "b", ID)), DestroyUnverifiedException.class);

        assertThat(open.mayStillExist()).containsExactly(ID, "b");
        assertThat(open).hasMessageContaining("instances [" + ID + ", b] may still exist and cost money");
        assertThat(open.elapsed()).isEqualTo(Duration.ofMinutes(5));
        assertThat(open.getCause()).isInstanceOf(WaitTimedOutException.class);
        assertThat(scene.deleted).isEqualTo(Map.of(ID, 1, "b", 1));
        scene.assertIdle();
    }

    @Test
    void destroyed_whenTheTokenIsRefused_thenNeverCountsAsGone() {
        SdkException refusal = ThunderScene.unauthorized();
        scene.deleteAnswers.add(CompletableFuture.failedFuture(refusal));

        assertThat(scene.fail(destroy(), DestroyUnverifiedException.class)).hasCause(refusal);

        scene.failing = refusal;
        assertThat(scene.fail(destroy(), DestroyUnverifiedException.class)).hasCause(refusal);
        assertThat(scene.fail(scene.waiter.untilGone(ID), AuthenticationException.class))
                .isSameAs(refusal);
    }

    @Test
    void several_whenSomeStay_thenTheOthersAreDestroyedAndTheOpenOnesNamed() {
        scene.put("a", RUNNING);
        scene.put("b", RUNNING);
        scene.at(32, () -> scene.remove("b"));

        DestroyUnverifiedException open =
                scene.fail(scene.waiter.destroyAndVerify(List.of("a", "b")), DestroyUnverifiedException.class);

        assertThat(open.mayStillExist()).containsExactly("a");
        assertThat(scene.deleted).isEqualTo(Map.of("a", 5, "b", 1));
    }

    @Test
    void several_whenThereAreNone_thenNothingIsSent() {
        assertThat(scene.run(scene.waiter.destroyAndVerify(List.of()))).isNull();
        assertThat(scene.requests).isEmpty();
    }

    @Test
    void cancel_whenTheDeleteIsUnderWay_thenItEnds() {
        CompletableFuture<Ack> hanging = new CompletableFuture<>();
        scene.deleteAnswers.add(hanging);
        CompletableFuture<?> wait = destroy().executeAsync();

        wait.cancel(true);

        assertThat(hanging).isCancelled();
        scene.assertIdle();
    }

    @Test
    void close_whenItIsNotVerifiedYet_thenSaysThatItMayExist() {
        scene.put(ID, RUNNING);
        CompletableFuture<?> wait = destroy().executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));

        scene.closers.forEach(Runnable::run);

        assertThat(failure(wait, DestroyUnverifiedException.class).mayStillExist())
                .containsExactly(ID);
    }
}
