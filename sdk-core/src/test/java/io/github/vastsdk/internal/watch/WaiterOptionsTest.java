package io.github.vastsdk.internal.watch;

import static io.github.vastsdk.internal.watch.Scene.LOADING;
import static io.github.vastsdk.internal.watch.Scene.RUNNING;
import static io.github.vastsdk.internal.watch.Scene.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.internal.watch.vast.VastWaiter;
import io.github.vastsdk.launch.InstanceWaiter;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a waiter can be told, what it tells, and waits for several instances. */
class WaiterOptionsTest {
    private final Scene scene = new Scene();
    private final List<WaitProgress> heard = new ArrayList<>();

    @Test
    void progress_whenLooksAreTaken_thenEachIsHeardButTheLast() {
        scene.at(5, 7, "'actual_status':null,'intended_status':'running'");
        scene.at(15, 7, LOADING);
        scene.at(25, 7, RUNNING);

        scene.run(scene.waiter.onProgress(heard::add).untilRunning(7));

        assertThat(heard)
                .extracting(WaitProgress::toString)
                .containsExactly(
                        "Instance 7 not listed (unlisted, 0 s)",
                        "Instance 7 provisioning → running (provisioning, 10 s)",
                        "Instance 7 loading → running (loading, 20 s)");
    }

    @Test
    void progress_whenALookFails_thenSaysWhy() {
        scene.put(7, LOADING);
        scene.at(5, () -> scene.failing = Scene.serverError());
        scene.at(15, () -> scene.failing = null);
        scene.at(16, 7, RUNNING);

        scene.run(scene.waiter.onProgress(heard::add).untilRunning(7));

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0).problem()).isNull();
        assertThat(heard.get(1).problem()).isNotNull();
        assertThat(heard.get(1).lastSeen()).isNotNull();
        assertThat(heard.get(1).toString()).contains("10 s); GET /api/v1/instances/ → 503");
    }

    @Test
    void progress_whenAListenerThrows_thenTheWaitAndTheOtherListenersGoOn() {
        scene.put(7, LOADING);
        scene.at(25, 7, RUNNING);

        scene.run(scene.waiter
                .onProgress(event -> {
                    throw new IllegalStateException("a listener of this test");
                })
                .onProgress(heard::add)
                .untilRunning(7));

        assertThat(heard).hasSize(3);
    }

    @Test
    void progress_whenAListenerCancelsTheWait_thenItEnds() {
        scene.put(7, LOADING);
        List<CompletableFuture<Instance>> self = new ArrayList<>();
        self.add(scene.waiter
                .onProgress(event -> self.get(0).cancel(true))
                .onProgress(heard::add)
                .untilRunning(7)
                .executeAsync());
        scene.timer.advance(Duration.ofSeconds(1));

        assertThat(self.get(0)).isCancelled();
        assertThat(heard).as("nothing is told after the end").isEmpty();
        scene.assertIdle();
    }

    @Test
    void waiter_whenAnOptionIsSet_thenTheOneBeforeStaysAsItIs() {
        scene.put(7, LOADING);
        InstanceWaiter changed = scene.waiter.timeout(Duration.ofSeconds(30)).onProgress(heard::add);
        CompletableFuture<Instance> unchanged = scene.waiter.untilRunning(7).executeAsync();
        CompletableFuture<Instance> limited = changed.untilRunning(7).executeAsync();
        scene.timer.advance(Duration.ofSeconds(30));

        assertThat(limited).isCompletedExceptionally();
        assertThat(unchanged).isNotDone();
        assertThat(heard).hasSize(3);
    }

    @Test
    void wait_whenExecutedAgain_thenWaitsAnew() {
        scene.put(7, LOADING);
        scene.at(15, 7, RUNNING);
        Wait<Instance> wait = scene.waiter.untilRunning(7);
        assertThat(wait).hasToString("Wait[wait until instance 7 is running] (not started; call .execute())");
        assertThat(scene.requests).isEmpty();

        scene.run(wait);
        scene.run(wait);

        assertThat(scene.requests).hasSize(4);
    }

    @Test
    void several_whenAllGetThere_thenEndsWithThemInTheOrderAsked() {
        scene.put(7, RUNNING);
        scene.put(8, LOADING);
        scene.at(15, 8, RUNNING);

        assertThat(scene.run(scene.waiter.untilRunning(List.of(8L, 7L, 8L))))
                .extracting(Instance::id)
                .containsExactly(8L, 7L);
        assertThat(scene.now()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void several_whenOneFails_thenEndsAtOnceForAll() {
        scene.put(7, LOADING);
        scene.put(8, LOADING);
        scene.at(15, 8, "'actual_status':'offline','intended_status':'running'");

        InstanceFailedException failed =
                scene.fail(scene.waiter.untilRunning(List.of(7L, 8L)), InstanceFailedException.class);

        assertThat(failed.instanceId()).isEqualTo("8");
        assertThat(failed.elapsed()).isEqualTo(Duration.ofSeconds(20));
        scene.assertIdle();
    }

    @Test
    void several_whenCancelled_thenEveryWaitEnds() {
        scene.put(7, RUNNING);
        scene.put(8, RUNNING);
        CompletableFuture<?> wait = scene.waiter.untilStopped(List.of(7L, 8L)).executeAsync();
        scene.timer.advance(Duration.ofSeconds(1));

        wait.cancel(true);

        scene.assertIdle();
    }

    @Test
    void several_whenStoppedAndGone_thenEnds() {
        scene.put(7, STOPPED);
        scene.put(8, STOPPED);
        assertThat(scene.run(scene.waiter.untilStopped(List.of(7L, 8L)))).hasSize(2);
        scene.at(15, () -> scene.remove(7));
        scene.at(25, () -> scene.remove(8));

        assertThat(scene.run(scene.waiter.untilGone(List.of(7L, 8L)))).isNull();
    }

    @Test
    void several_whenThereAreNone_thenNothingIsSent() {
        assertThat(scene.run(scene.waiter.untilRunning(List.of()))).isEmpty();
        assertThat(scene.run(scene.waiter.destroyAndVerify(List.of()))).isNull();
        assertThat(scene.requests).isEmpty();
        assertThat(scene.deletes).isEmpty();
    }

    /** In the common pool, which exists with three processors and more, they would take all threads. */
    @Test
    void onProgress_whenManyListenersBlock_thenOtherWaitsStillEnd() throws Exception {
        InstanceWaiter waiter = VastWaiter.of(scene.timer, scene, scene.closers::add);
        CountDownLatch release = new CountDownLatch(1);
        InstanceWaiter slow = waiter.onProgress(seen -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        scene.put(7, LOADING);
        scene.put(8, RUNNING);
        List<CompletableFuture<?>> blocked = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            blocked.add(slow.untilRunning(7).executeAsync());
        }
        CompletableFuture<Instance> other = waiter.untilRunning(8).executeAsync();
        try {
            scene.timer.advance(Duration.ofSeconds(2));
            assertThat(other.get(10, TimeUnit.SECONDS).id()).isEqualTo(8);
            assertThat(blocked).noneMatch(CompletableFuture::isDone);
        } finally {
            release.countDown();
        }
    }

    static Stream<Function<InstanceWaiter, Object>> refused() {
        return Stream.of(
                waiter -> waiter.timeout(Duration.ZERO),
                waiter -> waiter.limit(InstancePhase.LOADING, Duration.ofSeconds(-1)),
                waiter -> waiter.grace(Duration.ofSeconds(-1)),
                waiter -> waiter.tolerateOutage(Duration.ofSeconds(-1)),
                waiter -> waiter.pollInterval(Duration.ofMillis(999)),
                waiter -> waiter.pollInterval(Duration.ofSeconds(Long.MAX_VALUE)),
                waiter -> waiter.timeout(Duration.ofSeconds(Long.MAX_VALUE)),
                waiter -> waiter.untilRunning(0),
                waiter -> waiter.untilRunning(List.of(1L, -1L)),
                waiter -> waiter.untilStopped(0),
                waiter -> waiter.untilGone(0),
                waiter -> waiter.destroyAndVerify(0),
                waiter -> waiter.destroyAndVerify(List.of(0L)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void argument_whenItCannotBeRight_thenIsRefusedBeforeAnythingIsSent(Function<InstanceWaiter, Object> use) {
        assertThatIllegalArgumentException().isThrownBy(() -> use.apply(scene.waiter));
    }

    @Test
    void argument_whenItIsNull_thenIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> scene.waiter.untilGone(Collections.singletonList(null)));
    }
}
