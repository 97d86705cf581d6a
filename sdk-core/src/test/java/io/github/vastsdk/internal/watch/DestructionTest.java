package io.github.vastsdk.internal.watch;

import static io.github.vastsdk.internal.watch.Scene.RUNNING;
import static io.github.vastsdk.internal.watch.Scene.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Ack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances that are destroyed, come back, or may never have gone. */
class DestructionTest {
    private final Scene scene = new Scene();

    private Wait<@Nullable Void> destroy() {
        return scene.waiter.destroyAndVerify(7);
    }

    private List<Long> deletes() {
        return scene.deletes.stream().map(Duration::toSeconds).toList();
    }

    @Test
    void destroyed_whenItIsGone_thenTwoLooksConfirmIt() {
        scene.put(7, RUNNING);
        scene.at(5, () -> scene.remove(7));

        scene.run(destroy());

        assertThat(deletes()).containsExactly(0L);
        assertThat(scene.requests.keySet()).extracting(Duration::toSeconds).containsExactly(0L, 10L, 15L);
        scene.assertIdle();
    }

    @Test
    void destroyed_whenTheListNeverShowsItAgain_thenTheAcceptedDeleteIsEnoughToKnowIt() {
        scene.run(destroy());

        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void destroyed_whenThereIsNoSuchInstance_thenIsVerifiedForAsLongAsANewOneMayBeUnlisted() {
        scene.deleteAnswers.add(CompletableFuture.failedFuture(Scene.noSuchInstance()));

        scene.run(destroy());

        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(60));
        assertThat(deletes()).hasSize(1);
    }

    @Test
    void destroyed_whenThereWasNoSuchInstanceAndItIsListedLater_thenIsDestroyedAgain() {
        scene.deleteAnswers.add(CompletableFuture.failedFuture(Scene.noSuchInstance()));
        scene.at(22, 7, RUNNING);
        scene.at(33, () -> scene.remove(7));

        scene.run(destroy());

        assertThat(deletes()).containsExactly(0L, 30L);
        assertThat(scene.now()).as("missing at 41 s and 46 s").isEqualTo(Duration.ofSeconds(46));
    }

    @Test
    void destroyed_whenItComesBack_thenIsDestroyedAgainAtOnce() {
        scene.at(2, 7, RUNNING);
        scene.at(12, () -> scene.remove(7));

        scene.run(destroy());

        assertThat(deletes()).as("missing at 0 s, back at 5 s").containsExactly(0L, 5L);
        assertThat(scene.now()).as("missing at 16 s and 21 s").isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void destroyed_whenItComesBackWhileOthersAreWaitedFor_thenIsLookedAtRightAfterTheNextDelete() {
        scene.put(8, RUNNING);
        CompletableFuture<?> other = scene.waiter.untilStopped(8).executeAsync();
        scene.at(2, 7, RUNNING);
        scene.timer.later(() -> scene.remove(7), Duration.ofMillis(5_500));

        scene.run(destroy());

        assertThat(deletes()).containsExactly(0L, 5L);
        assertThat(scene.now()).as("missing at 6 s and 11 s").isEqualTo(Duration.ofSeconds(11));
        assertThat(other).isNotDone();
    }

    static Stream<SdkException> lost() {
        CallContext call = new CallContext("DELETE /api/v0/instances/7/", 5, Duration.ofSeconds(9));
        return Stream.of(
                Scene.serverError(),
                Scene.rateLimit("3.0"),
                new ConnectionLostException(call, "the connection broke", null));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void destroyed_whenTheAnswerIsLost_thenIsDestroyedAgainIfItIsStillListed(SdkException failure) {
        scene.put(7, RUNNING);
        scene.deleteAnswers.add(CompletableFuture.failedFuture(failure));
        scene.at(12, () -> scene.remove(7));

        scene.run(destroy());

        assertThat(deletes()).containsExactly(0L, 10L);
    }

    @ParameterizedTest
    @MethodSource("lost")
    void destroyed_whenTheAnswerIsLostAndItGoes_thenOneDeleteWasEnough(SdkException failure) {
        scene.put(7, RUNNING);
        scene.deleteAnswers.add(CompletableFuture.failedFuture(failure));
        scene.at(5, () -> scene.remove(7));

        scene.run(destroy());

        assertThat(deletes()).containsExactly(0L);
    }

    @Test
    void destroyed_whenItStaysListed_thenGivesUpAfterFiveDeletesAndNamesIt() {
        scene.put(7, STOPPED);

        DestroyUnverifiedException open = scene.fail(destroy(), DestroyUnverifiedException.class);

        assertThat(deletes()).containsExactly(0L, 60L, 121L, 182L, 243L);
        assertThat(open.elapsed()).isEqualTo(Duration.ofSeconds(304));
        assertThat(open.mayStillExist()).containsExactly("7");
        assertThat(open.lastSeen()).isNotNull();
        assertThat(open)
                .hasMessageStartingWith("destroy and verify instance 7 failed: instance 7 may still exist and cost"
                        + " money: it is still listed after 5 requests to destroy it");
        scene.assertIdle();
    }

    static Stream<SdkException> refusals() {
        return Stream.of(Scene.unauthorized(), Scene.forbidden());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void destroyed_whenTheDeleteIsRefused_thenNeverCountsAsGone(SdkException refusal) {
        scene.deleteAnswers.add(CompletableFuture.failedFuture(refusal));

        DestroyUnverifiedException open = scene.fail(destroy(), DestroyUnverifiedException.class);

        assertThat(open).hasCause(refusal).hasMessageContaining("instance 7 may still exist");
        assertThat(open.getCause()).isInstanceOfAny(AuthenticationException.class, PermissionDeniedException.class);
        assertThat(scene.requests).isEmpty();
        scene.assertIdle();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void destroyed_whenTheListIsRefused_thenNeverCountsAsGone(SdkException refusal) {
        scene.failing = refusal;

        assertThat(scene.fail(destroy(), DestroyUnverifiedException.class)).hasCause(refusal);
    }

    @Test
    void destroyed_whenTheListStaysUnreadable_thenNeverCountsAsGone() {
        scene.failing = Scene.serverError();

        DestroyUnverifiedException open = scene.fail(destroy(), DestroyUnverifiedException.class);

        assertThat(open).hasCauseInstanceOf(WaitTimedOutException.class);
        assertThat(open.elapsed()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void destroyed_whenTheDeleteHangs_thenTheTimeoutEndsIt() {
        CompletableFuture<Ack> hanging = new CompletableFuture<>();
        scene.deleteAnswers.add(hanging);

        DestroyUnverifiedException open = scene.fail(
                scene.waiter.timeout(Duration.ofMinutes(2)).destroyAndVerify(7), DestroyUnverifiedException.class);

        assertThat(open.elapsed()).isEqualTo(Duration.ofMinutes(2));
        assertThat(hanging).isCancelled();
        scene.assertIdle();
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
        scene.put(7, RUNNING);
        CompletableFuture<?> wait = destroy().executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));

        scene.closers.forEach(Runnable::run);

        assertThat(Scene.failure(wait, DestroyUnverifiedException.class))
                .hasCauseInstanceOf(CallCancelledException.class);
    }

    @Test
    void several_whenAllGo_thenEnds() {
        scene.put(7, RUNNING);
        scene.at(5, () -> scene.remove(7));

        scene.run(scene.waiter.destroyAndVerify(List.of(7L, 8L, 9L)));

        assertThat(scene.deletes).hasSize(3);
        scene.assertIdle();
    }

    @Test
    void several_whenSomeFail_thenTheOthersAreStillDestroyedAndTheFailedAreNamed() {
        scene.put(7, RUNNING);
        scene.put(8, RUNNING);
        scene.put(9, RUNNING);
        scene.deleteAnswers.add(CompletableFuture.failedFuture(Scene.forbidden()));
        scene.at(200, () -> scene.remove(8));

        DestroyUnverifiedException open =
                scene.fail(scene.waiter.destroyAndVerify(List.of(7L, 8L, 9L)), DestroyUnverifiedException.class);

        assertThat(open.mayStillExist()).containsExactly("7", "9");
        assertThat(open).hasMessageContaining("instances [7, 9] may still exist and cost money");
        assertThat(open.getSuppressed()).hasSize(2);
        assertThat(scene.deleted).filteredOn(id -> id == 9).hasSize(5);
        assertThat(scene.deleted).filteredOn(id -> id == 7).hasSize(1);
    }

    @Test
    void several_whenOneFails_thenItsOwnExceptionIsThrown() {
        scene.deleteAnswers.add(CompletableFuture.failedFuture(Scene.forbidden()));

        DestroyUnverifiedException open =
                scene.fail(scene.waiter.destroyAndVerify(List.of(7L, 8L)), DestroyUnverifiedException.class);

        assertThat(open.mayStillExist()).containsExactly("7");
        assertThat(open).hasNoSuppressedExceptions().hasCauseInstanceOf(PermissionDeniedException.class);
    }
}
