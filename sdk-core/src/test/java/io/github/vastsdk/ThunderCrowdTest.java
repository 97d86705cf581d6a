package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.ThunderSandbox;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import io.github.vastsdk.thunder.ThunderInstances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many calls at once to instances whose numbers each of them may move. */
class ThunderCrowdTest extends VirtualJourney {
    private static final SshPublicKey KEY = SshKeyPair.generateEd25519("crowd").publicKey();

    private final ThunderSandbox sandbox = sandbox(Duration.ZERO);
    private final ThunderClient thunder = client(sandbox);

    private ThunderSandbox sandbox(Duration deleteLag) {
        return ThunderSandbox.builder()
                .instances(8)
                .deleteLag(deleteLag)
                .clock(this::now)
                .start();
    }

    private ThunderClient client(ThunderSandbox sandbox) {
        ThunderClient.Builder builder =
                ThunderClient.builder().token(sandbox.token()).baseUrl(sandbox.url());
        ClientSettings.of(builder).timer(timer);
        ClientSettings.of(builder).backoff(TestBackoff.NONE);
        return builder.build();
    }

    @AfterEach
    void stop() {
        thunder.close();
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void destroyAndVerify_whenSeveralAreDeletedAtOnce_thenTheOthersStay(Mode mode) {
        List<String> all = sandbox.uuids();

        run(mode, thunder.instances().destroyAndVerify(all.get(0)));
        run(mode, thunder.instances().waiter().destroyAndVerify(all.subList(1, 5)));

        assertThat(sandbox.uuids()).isEqualTo(all.subList(5, 8));
    }

    @Test
    void destroyAndVerify_whenEachDeleteTakesEffectJustBeforeTheNextArrives_thenTheOthersStay() {
        ThunderSandbox slow = sandbox(Duration.ofDays(1));
        List<String> all = slow.uuids();
        slow.faults().beforeNext("POST", "/delete$", () -> {});
        for (int i = 0; i < 4; i++) {
            slow.faults().beforeNext("POST", "/delete$", () -> removeWhatWasDeleted(slow));
        }

        try (slow;
                ThunderClient client = client(slow)) {
            CompletableFuture<?> deleted = client.instances()
                    .waiter()
                    .destroyAndVerify(List.of(all.get(2), all.get(0), all.get(3), all.get(1)))
                    .executeAsync();
            while (deletes(slow).size() < 4) {
                run(client.instances().list().executeAsync());
            }
            deleted.cancel(true);

            assertThat(deletes(slow)).containsExactly(3, 2, 1, 0);
            assertThat(slow.uuids())
                    .as("the last delete has yet to take effect")
                    .containsExactly(all.get(0), all.get(4), all.get(5), all.get(6), all.get(7));
        }
    }

    private static void removeWhatWasDeleted(ThunderSandbox sandbox) {
        List<Integer> deletes = deletes(sandbox);
        sandbox.remove(sandbox.uuids().get(deletes.get(deletes.size() - 1)));
    }

    /** Gives the indexes at which something was deleted so far. */
    private static List<Integer> deletes(ThunderSandbox sandbox) {
        return sandbox.requests().stream()
                .filter(request -> request.path().endsWith("/delete"))
                .map(request -> Integer.valueOf(request.path().replaceAll("/v1/instances/|/delete", "")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void calls_whenOthersAreDeletedAndMadeMeanwhile_thenEachReachesItsOwn(Mode mode) {
        List<String> all = sandbox.uuids();
        // What a create does to the numbers is not known: here a new one takes the first.
        sandbox.faults().beforeNext("POST", "/create$", sandbox::prepend);
        ThunderInstances instances = thunder.instances();
        List<Call<?>> calls = List.of(
                instances.addKey(all.get(6), KEY),
                instances.delete(all.get(0)),
                instances.addKey(all.get(7), KEY),
                instances.create(request -> request.template("base")
                        .gpuType("a6000")
                        .numGpus(1)
                        .cpuCores(4)
                        .diskGb(100)),
                instances.delete(all.get(1)),
                instances.updatePorts(all.get(5), ports -> ports.add(8080)));

        List<CompletableFuture<?>> running = new ArrayList<>();
        calls.forEach(call -> running.add(start(mode, call)));
        running.forEach(this::run);

        assertThat(sandbox.uuids()).containsAll(all.subList(2, 8)).doesNotContainAnyElementsOf(all.subList(0, 2));
        assertThat(sandbox.publicKeys(all.get(6))).contains(KEY.toString());
        assertThat(sandbox.publicKeys(all.get(7))).contains(KEY.toString());
    }

    @Test
    void call_whenThoseBeforeItAreCancelledOrFindNothing_thenItsTurnComes() {
        List<String> all = sandbox.uuids();
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        sandbox.faults().next(Fault.stall().on("POST", "/delete$"));
        sandbox.faults().beforeNext("POST", "/delete$", () -> arrived.complete(true));
        CompletableFuture<?> stuck = thunder.instances().delete(all.get(0)).executeAsync();
        run(arrived);
        CompletableFuture<?> given = thunder.instances().delete(all.get(1)).executeAsync();
        CompletableFuture<?> absent = thunder.instances().delete("no-such-uuid").executeAsync();
        CompletableFuture<?> last = thunder.instances().delete(all.get(2)).executeAsync();

        given.cancel(true);
        stuck.cancel(true);

        run(last);
        assertThatThrownBy(() -> run(absent)).isInstanceOf(NoSuchInstanceException.class);
        assertThat(sandbox.uuids()).contains(all.get(1)).doesNotContain(all.get(2));
    }

    @Test
    void call_whenTheOneBeforeLooksForWhatIsNotThere_thenItDoesNotWaitForTheSecondLook() {
        CompletableFuture<?> absent = thunder.instances().delete("no-such-uuid").executeAsync();
        CompletableFuture<?> next =
                thunder.instances().delete(sandbox.uuids().get(0)).executeAsync();

        next.join(); // while the clock stands still

        assertThat(absent).isNotDone();
        assertThatThrownBy(() -> run(absent)).isInstanceOf(NoSuchInstanceException.class);
    }

    @Test
    void call_whenItsDeadlinePassesBeforeItsTurn_thenNothingOfItWasSent() {
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        sandbox.faults().next(Fault.stall().on("POST", "/delete$"));
        sandbox.faults().beforeNext("POST", "/delete$", () -> arrived.complete(true));
        List<String> all = sandbox.uuids();
        CompletableFuture<?> stuck = thunder.instances().delete(all.get(0)).executeAsync();
        run(arrived);

        CompletableFuture<?> late = thunder.instances()
                .delete(all.get(1))
                .deadline(Duration.ofSeconds(10))
                .executeAsync();

        assertThatThrownBy(() -> run(late)).isInstanceOfSatisfying(TimedOutException.class, e -> assertThat(e.sent())
                .isEqualTo(Sent.NO));
        stuck.cancel(true);
        assertThat(sandbox.uuids()).contains(all.get(1));
    }

    private static CompletableFuture<?> start(Mode mode, Call<?> call) {
        return mode == Mode.SYNC
                ? CompletableFuture.supplyAsync(call::execute, task -> new Thread(task).start())
                : call.executeAsync();
    }
}
