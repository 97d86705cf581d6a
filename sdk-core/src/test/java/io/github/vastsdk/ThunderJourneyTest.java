package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.error.WrongInstanceException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.ThunderFate;
import io.github.vastsdk.sandbox.ThunderSandbox;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.CreateThunderInstance;
import io.github.vastsdk.thunder.CreatedThunderInstance;
import io.github.vastsdk.thunder.ModifiedThunderInstance;
import io.github.vastsdk.thunder.ThunderApiVersion;
import io.github.vastsdk.thunder.ThunderClient;
import io.github.vastsdk.thunder.ThunderInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thunder Compute from the first list to the last delete, on a service that keeps state and moves its indexes. */
class ThunderJourneyTest extends VirtualJourney {
    private static final SshPublicKey KEY =
            SshKeyPair.generateEd25519("journey").publicKey();

    private final ThunderSandbox sandbox =
            ThunderSandbox.builder().instances(3).clock(this::now).start();
    private final ThunderClient thunder = client();

    private ThunderClient client() {
        ThunderClient.Builder builder =
                ThunderClient.builder().token(sandbox.token()).baseUrl(sandbox.url() + "/v1");
        ClientSettings.of(builder).timer(timer);
        ClientSettings.of(builder).backoff(TestBackoff.NONE);
        return builder.build();
    }

    @AfterEach
    void stop() {
        thunder.close();
        sandbox.close();
    }

    private String third() {
        return sandbox.uuids().get(2);
    }

    private List<String> changes() {
        return sandbox.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(request -> request.method() + " " + request.path())
                .toList();
    }

    private CreatedThunderInstance create(Mode mode, Consumer<CreateThunderInstance.Builder> options) {
        Consumer<CreateThunderInstance.Builder> basis = request ->
                request.template("base").gpuType("a6000").numGpus(1).cpuCores(4).diskGb(100);
        return run(mode, thunder.instances().create(basis.andThen(options)));
    }

    @ParameterizedTest
    @EnumSource
    void find_whenSearchedInEachWay_thenTheSameInstance(Mode mode) {
        ThunderInstance row = run(mode, thunder.instances().list()).get(2);

        assertThat(row.id()).isEqualTo("2");
        assertThat(run(mode, thunder.instances().find(row.uuid()))).contains(row);
        assertThat(run(mode, thunder.instances().findByIndex(2))).contains(row);
        assertThat(run(mode, thunder.instances().findByName(String.valueOf(row.name()))))
                .contains(row);
        assertThat(run(mode, thunder.instances().find("no-such-uuid"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findByName_whenSeveralHaveIt_thenNoneIsPicked(Mode mode) {
        sandbox.faults()
                .next(Fault.status(200)
                        .json("{\"0\":{\"uuid\":\"a\",\"name\":\"twin\"},\"1\":{\"uuid\":\"b\",\"name\":\"twin\"}}")
                        .onPath("/v1/instances/list"));

        assertThatThrownBy(() -> run(mode, thunder.instances().findByName("twin")))
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("2 instances have the name twin");
    }

    @ParameterizedTest
    @EnumSource
    void create_whenAKeyIsGiven_thenItCanLogInAndThereIsNoPrivateKey(Mode mode) {
        CreatedThunderInstance created = create(mode, request -> request.publicKey(KEY));

        assertThat(created.key()).isNull();
        assertThat(sandbox.publicKeys(created.uuid())).containsExactly(KEY.toString());
        assertThat(sandbox.uuids()).hasSize(4).contains(created.uuid());
    }

    @ParameterizedTest
    @EnumSource
    void addKey_whenItIsThereAlready_thenItStaysOnce(Mode mode) {
        run(mode, thunder.instances().addKey(third(), KEY));
        run(mode, thunder.instances().addKey(third(), KEY));

        assertThat(sandbox.publicKeys(third())).containsOnlyOnce(KEY.toString());
    }

    @ParameterizedTest
    @EnumSource
    void generateKey_whenWrittenToAFile_thenOnlyItsOwnerCanReadIt(Mode mode, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys").resolve(third());

        run(mode, thunder.instances().generateKey(third())).key().writeTo(file);

        assertThat(Files.readString(file)).contains("PRIVATE KEY");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @EnumSource
    void updatePorts_whenByEitherForm_thenThePortsChange(Mode mode) {
        ModifiedThunderInstance opened =
                run(mode, thunder.instances().updatePorts(third(), ports -> ports.add(8080, 8888)));
        ModifiedThunderInstance closed = run(mode, thunder.instances().updatePorts(third(), ports -> ports.remove(8080)
                .viaModify()));

        assertThat(opened.httpPorts()).contains(8080, 8888);
        assertThat(closed.httpPorts()).contains(8888).doesNotContain(8080);
        assertThat(changes()).containsExactly("PATCH /v1/instances/2/ports", "POST /v1/instances/2/modify");
    }

    @ParameterizedTest
    @EnumSource
    void call_whenAnInstanceInFrontGoesBetweenLookUpAndCall_thenTheNamedOneIsMeant(Mode mode) {
        String named = third();
        sandbox.faults()
                .beforeNext(
                        "POST",
                        "/add_key$",
                        () -> sandbox.remove(sandbox.uuids().get(0)));

        run(mode, thunder.instances().addKey(named, KEY));

        assertThat(sandbox.publicKeys(named)).contains(KEY.toString());
        assertThat(changes()).containsExactly("POST /v1/instances/2/add_key", "POST /v1/instances/1/add_key");
    }

    @ParameterizedTest
    @EnumSource
    void call_whenAnotherInstanceGetsTheIndexInThatMoment_thenTheAnswerTells(Mode mode) {
        String named = third();
        String before = sandbox.uuids().get(1);
        sandbox.faults().beforeNext("POST", "/add_key$", sandbox::prepend);

        assertThatThrownBy(() -> run(mode, thunder.instances().addKey(named, KEY)))
                .isInstanceOfSatisfying(WrongInstanceException.class, e -> {
                    assertThat(e.named()).isEqualTo(named);
                    assertThat(e.touched()).isEqualTo(before);
                });
        assertThat(changes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void delete_whenTheListShiftedBefore_thenTheNamedOneGoes(Mode mode) {
        List<ThunderInstance> old = run(mode, thunder.instances().list());
        sandbox.remove(old.get(0).uuid());

        run(mode, thunder.instances().delete(old.get(2).uuid()));

        assertThat(sandbox.uuids()).containsExactly(old.get(1).uuid());
        assertThat(changes()).containsExactly("POST /v1/instances/1/delete");
    }

    @ParameterizedTest
    @EnumSource
    void delete_whenItsAnswerIsLost_thenItIsLookedUpAgainAndNoOtherGoes(Mode mode) {
        String named = sandbox.uuids().get(0);
        sandbox.faults().next(Fault.resetAfterExecuting().on("POST", "/v1/instances/0/delete"));

        assertThatThrownBy(() -> run(mode, thunder.instances().delete(named)))
                .isInstanceOfSatisfying(NoSuchInstanceException.class, e -> assertThat(e.attempts())
                        .isEqualTo(1));
        assertThat(sandbox.uuids()).hasSize(2).doesNotContain(named);
        assertThat(changes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void modify_whenTheInstanceIsMissingFromOneListOnly_thenItIsChanged(Mode mode) {
        sandbox.hide(third(), Duration.ofSeconds(3));

        run(mode, thunder.instances().modify(third(), change -> change.diskGb(300)));

        assertThat(changes()).containsExactly("POST /v1/instances/2/modify");
        assertThatThrownBy(() -> run(mode, thunder.instances().modify(third(), change -> change.diskGb(400))))
                .isInstanceOf(ConflictException.class); // it restarts
    }

    @ParameterizedTest
    @EnumSource
    void create_whenItsAnswerIsLost_thenItIsNotSentAgain(Mode mode) {
        sandbox.faults().next(Fault.resetAfterExecuting().on("POST", "/v1/instances/create"));

        assertThatThrownBy(() -> create(mode, request -> {})).isInstanceOf(TransportException.class);
        assertThat(sandbox.uuids()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void snapshot_whenTheInstanceIsDeleted_thenAnotherIsRestoredFromIt(Mode mode) {
        String uuid = third();
        run(mode, thunder.snapshots().create(uuid, "kept"));
        assertThat(run(mode, thunder.snapshots().find("kept"))).isPresent();
        timer.advance(Duration.ofMinutes(30));
        run(mode, thunder.instances().delete(uuid));

        CreatedThunderInstance restored =
                create(mode, request -> request.template("kept").diskGb(200));

        assertThat(restored.key()).isNotNull();
        assertThat(run(mode, thunder.instances().find(restored.uuid())))
                .hasValueSatisfying(row -> assertThat(row.template()).isEqualTo("kept"));
        String id = run(mode, thunder.snapshots().find("kept")).orElseThrow().id();
        run(mode, thunder.snapshots().delete(id));
        assertThat(run(mode, thunder.snapshots().find("kept"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sshKeys_whenAddedAndDeleted_thenTheListSaysSo(Mode mode) {
        String id = run(mode, thunder.sshKeys().add("journey", KEY)).id();

        assertThat(run(mode, thunder.sshKeys().list()))
                .anySatisfy(row -> assertThat(row.publicKey()).isEqualTo(KEY.toString()));
        assertThatThrownBy(() -> run(mode, thunder.sshKeys().add("journey", KEY)))
                .isInstanceOf(ConflictException.class);
        run(mode, thunder.sshKeys().delete(id));
        assertThat(run(mode, thunder.sshKeys().list()))
                .noneSatisfy(row -> assertThat(row.publicKey()).isEqualTo(KEY.toString()));
    }

    @ParameterizedTest
    @EnumSource(ThunderApiVersion.class)
    void discovery_whenOfEitherVersion_thenTheKeysFitTogether(ThunderApiVersion version) {
        String key = run(Mode.SYNC, thunder.specs(version)).get(0).key();

        assertThat(key).matches(version == ThunderApiVersion.V1 ? ".+_x\\d+_\\w+" : ".+_x\\d+");
        assertThat(run(Mode.SYNC, thunder.pricing(version)).find(key)).isPresent();
        assertThat(run(Mode.SYNC, thunder.availability(version)).isAvailable(key))
                .isPresent();
        assertThat(run(Mode.SYNC, thunder.templates())).isNotEmpty();
        assertThat(run(Mode.SYNC, thunder.validateToken()).valid()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void untilRunning_whenCreatedAMomentAgo_thenItHasAnAddress(Mode mode) {
        String uuid = create(mode, request -> request.publicKey(KEY)).uuid();

        ThunderInstance ready = run(mode, thunder.instances().waiter().untilRunning(uuid));

        assertThat(ready.isReady()).isTrue();
        assertThat(ready.sshEndpoints()).singleElement().satisfies(ssh -> assertThat(ssh.user())
                .isEqualTo("ubuntu"));
        assertThat(ready.hasPublicKey(KEY)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void untilRunning_whenItFails_thenTheWaitSaysWhy(Mode mode) {
        sandbox.nextFate(ThunderFate.FAILED);
        String uuid = create(mode, request -> {}).uuid();

        assertThatThrownBy(() -> run(mode, thunder.instances().waiter().untilRunning(uuid)))
                .isInstanceOfSatisfying(InstanceFailedException.class, e -> {
                    assertThat(e.instanceId()).isEqualTo(uuid);
                    assertThat(e.reason()).isEqualTo(InstanceFailedException.Reason.FAILED);
                });
    }

    @ParameterizedTest
    @EnumSource
    void destroyAndVerify_whenTheIndexMovesMeanwhile_thenTheNamedOneIsGoneAndNoOther(Mode mode) {
        List<String> uuids = sandbox.uuids();
        sandbox.faults().beforeNext("POST", "/delete$", () -> sandbox.remove(uuids.get(0)));

        run(mode, thunder.instances().destroyAndVerify(uuids.get(2)));

        assertThat(sandbox.uuids()).containsExactly(uuids.get(1));
        assertThat(changes()).containsExactly("POST /v1/instances/2/delete", "POST /v1/instances/1/delete");
    }

    @ParameterizedTest
    @EnumSource
    void destroyAndVerify_whenTheListLosesItForAMoment_thenItIsNotBelieved(Mode mode) {
        String uuid = third();
        sandbox.faults().next(Fault.status(503).on("POST", "/v1/instances/2/delete"));
        sandbox.hide(uuid, Duration.ofSeconds(4));

        run(mode, thunder.instances().destroyAndVerify(uuid));

        assertThat(sandbox.uuids()).hasSize(2).doesNotContain(uuid);
    }
}
