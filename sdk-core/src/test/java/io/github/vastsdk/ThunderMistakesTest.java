package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.LogCapture;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.ThunderSandbox;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import io.github.vastsdk.thunder.ThunderInstances;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mistake leads to: the caller's own, and an index that moves while an answer is lost. */
class ThunderMistakesTest extends VirtualJourney {
    private static final SshPublicKey KEY =
            SshKeyPair.generateEd25519("mistake").publicKey();

    private final ThunderSandbox sandbox =
            ThunderSandbox.builder().clock(this::now).start();
    private final ThunderClient thunder = client();

    private ThunderClient client() {
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

    private long changes() {
        return sandbox.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .count();
    }

    static Stream<Arguments> callsToOneInstance() {
        return Stream.<BiFunction<ThunderInstances, String, Call<?>>>of(
                        (instances, uuid) -> instances.find(uuid),
                        (instances, uuid) -> instances.modify(uuid, change -> change.diskGb(300)),
                        (instances, uuid) -> instances.updatePorts(uuid, ports -> ports.add(8080)),
                        (instances, uuid) -> instances.updatePorts(
                                uuid, ports -> ports.add(8080).viaModify()),
                        (instances, uuid) -> instances.addKey(uuid, KEY),
                        (instances, uuid) -> instances.generateKey(uuid),
                        (instances, uuid) -> instances.delete(uuid))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("callsToOneInstance")
    void anyCall_whenTheUuidIsBlankOrNull_thenTheMessageNamesTheArgument(
            BiFunction<ThunderInstances, String, Call<?>> call) {
        assertThatThrownBy(() -> call.apply(thunder.instances(), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uuid must not be blank");
        assertThatThrownBy(() -> call.apply(thunder.instances(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("uuid");
    }

    @ParameterizedTest
    @EnumSource
    void delete_whenAnIndexStandsForTheUuid_thenTheMessageSaysSoAndNothingIsSent(Mode mode) {
        assertThatThrownBy(() -> run(mode, thunder.instances().delete("0")))
                .isInstanceOf(NoSuchInstanceException.class)
                .hasMessageContaining("it looks like an index, which findByIndex takes");
        assertThatThrownBy(() -> run(mode, thunder.instances().delete("0a")))
                .isInstanceOf(NoSuchInstanceException.class)
                .hasMessageContaining("does not hold this uuid (");
        assertThat(changes()).isZero();
    }

    private List<String> warnings(Runnable call) {
        try (LogCapture log = new LogCapture()) {
            call.run();
            return log.own(Level.WARN).stream()
                    .filter(line -> line.contains("may have changed another instance"))
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void addKey_whenTheAnswerIsLostAndTheIndexMoved_thenWarnsThatAnotherMayHaveGotIt(Mode mode) {
        String named = sandbox.uuids().get(0);
        sandbox.faults().beforeNext("POST", "/add_key$", sandbox::prepend);
        sandbox.faults().next(Fault.resetAfterExecuting().on("POST", "/add_key$"));

        List<String> warnings = warnings(() -> run(mode, thunder.instances().addKey(named, KEY)));

        assertThat(warnings).singleElement().asString().contains("POST /v1/instances/" + named + "/add_key");
        assertThat(changes()).isEqualTo(2);
        assertThat(sandbox.publicKeys(sandbox.uuids().get(0))).contains(KEY.toString()); // not the named one
    }

    @ParameterizedTest
    @EnumSource
    void addKey_whenTheAnswerIsLostAndTheIndexStayed_thenNothingIsToBeSaid(Mode mode) {
        String named = sandbox.uuids().get(1);
        sandbox.faults().next(Fault.resetAfterExecuting().on("POST", "/add_key$"));

        assertThat(warnings(() -> run(mode, thunder.instances().addKey(named, KEY))))
                .isEmpty();
        assertThat(changes()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void addKey_whenItWasRefusedAndTheIndexMoved_thenNothingIsToBeSaid(Mode mode) {
        String named = sandbox.uuids().get(0);
        sandbox.faults().beforeNext("POST", "/add_key$", sandbox::prepend);
        sandbox.faults().next(Fault.status(429).on("POST", "/add_key$"));

        assertThat(warnings(() -> run(mode, thunder.instances().addKey(named, KEY))))
                .isEmpty();
        assertThat(changes()).isEqualTo(2);
    }
}
