package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.DeprecatedEndpointException;
import io.github.vastsdk.error.NoSuchEnvVarException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.model.ApiKey;
import io.github.vastsdk.model.CreatedApiKey;
import io.github.vastsdk.model.EnvVar;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceSshKey;
import io.github.vastsdk.model.SshKey;
import io.github.vastsdk.request.PermissionCategory;
import io.github.vastsdk.request.Permissions;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.RateBody;
import io.github.vastsdk.sandbox.ReceivedRequest;
import io.github.vastsdk.sandbox.SandboxBuilder;
import io.github.vastsdk.sandbox.VastSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user does, from beginning to end, against a service that keeps state. */
class SandboxJourneyTest {
    private static final String KEY = AccountRows.KEY;

    private VastSandbox sandbox = VastSandbox.start();
    private VastClient vast = client(sandbox.apiKey()).build();

    private void restart(SandboxBuilder settings) {
        stop();
        sandbox = settings.start();
        vast = client(sandbox.apiKey()).build();
    }

    @AfterEach
    void stop() {
        vast.close();
        sandbox.close();
    }

    private VastClient.Builder client(String key) {
        return VastClient.builder()
                .apiKey(key)
                .baseUrl(sandbox.url().toString())
                .backoff(TestBackoff.NONE);
    }

    private long instance() {
        return sandbox.instanceIds().get(0);
    }

    private List<String> lines() {
        return sandbox.requests().stream()
                .map(request -> request.method() + " " + request.path() + " " + request.status())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sshKey_whenItLives_thenIsFoundUntilItIsDeleted(Mode mode) {
        restart(VastSandbox.builder().newSshKeysJoinInstances(false));
        SshKey created = mode.run(vast.sshKeys().create(KEY));
        assertThat(created.publicKey()).isEqualTo(KEY);
        assertThat(mode.run(vast.sshKeys().list())).extracting(SshKey::id).contains(created.id());

        assertThat(mode.run(vast.instances().attachSshKey(instance(), KEY)).success())
                .isTrue();
        assertThat(mode.run(vast.instances().sshKeys(instance())))
                .filteredOn(key -> created.id().equals(key.id()))
                .extracting(InstanceSshKey::publicKey)
                .containsExactly(KEY);

        assertThat(mode.run(vast.instances().detachSshKey(instance(), created.id()))
                        .success())
                .isTrue();
        assertThat(mode.run(vast.instances().sshKeys(instance())))
                .extracting(InstanceSshKey::id)
                .doesNotContain(created.id());
        assertThatThrownBy(() -> mode.run(vast.instances().detachSshKey(instance(), created.id())))
                .isInstanceOf(NoSuchSshKeyException.class)
                .hasMessageContaining("404 no_such_ssh_key");

        mode.run(vast.sshKeys().delete(created.id()));
        assertThat(mode.run(vast.sshKeys().list())).extracting(SshKey::id).doesNotContain(created.id());
        assertThatThrownBy(() -> mode.run(vast.sshKeys().delete(created.id())))
                .isInstanceOf(NoSuchSshKeyException.class)
                .hasMessageContaining("400 no_ssh_key");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sshKey_whenReplaced_thenKeepsItsId(Mode mode) {
        SshKey first = mode.run(vast.sshKeys().list()).get(0);

        SshKey updated = mode.run(vast.sshKeys().update(first.id(), KEY));

        assertThat(updated.id()).isEqualTo(first.id());
        assertThat(updated.publicKey()).isEqualTo(KEY);
        assertThatThrownBy(() -> mode.run(vast.sshKeys().update(1, KEY))).isInstanceOf(NoSuchSshKeyException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sshKeys_whenTheLastIsDeleted_thenListIsEmpty(Mode mode) {
        for (SshKey key : mode.run(vast.sshKeys().list())) {
            mode.run(vast.sshKeys().delete(key.id()));
        }
        assertThat(mode.run(vast.sshKeys().list())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void apiKey_whenReadOnly_thenIsRefusedToWrite(Mode mode) {
        CreatedApiKey created = mode.run(vast.apiKeys().create("reader", Permissions.readOnly()));
        try (VastClient reader = client(secret(created)).build()) {
            assertThat(mode.run(reader.sshKeys().list())).hasSize(2);
            assertThat(mode.run(reader.instances().list()).items()).hasSize(3);
            assertThatThrownBy(() -> mode.run(reader.sshKeys().create(KEY)))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("user_write");
            assertThatThrownBy(() -> mode.run(reader.instances().attachSshKey(instance(), KEY)))
                    .isInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining("instance_write");
        }
        assertThat(mode.run(vast.apiKeys().get(created.id())).name()).isEqualTo("reader");
        mode.run(vast.apiKeys().delete(created.id()));
        assertThat(mode.run(vast.apiKeys().list())).extracting(ApiKey::id).doesNotContain(created.id());
        assertThatThrownBy(() -> mode.run(vast.apiKeys().get(created.id()))).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void apiKey_whenConstrained_thenWorksForItsInstanceAlone(Mode mode) {
        long other = sandbox.instanceIds().get(1);
        Permissions one = Permissions.builder()
                .allow(PermissionCategory.INSTANCE_READ, "api.instance.show", limits -> limits.eq("id", instance()))
                .build();
        CreatedApiKey created = mode.run(vast.apiKeys().create("one", one));
        try (VastClient narrow = client(secret(created)).build()) {
            assertThat(mode.run(narrow.instances().get(instance())).id()).isEqualTo(instance());
            assertThatThrownBy(() -> mode.run(narrow.instances().get(other)))
                    .isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> mode.run(narrow.instances().list())).isInstanceOf(PermissionDeniedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void reset_whenAnswered_thenOldKeyIsInvalidAtOnce(Mode mode) {
        Secret fresh = Objects.requireNonNull(mode.run(vast.apiKeys().reset()).newApiKey());

        assertThatThrownBy(() -> mode.run(vast.account().current()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("401 auth_error");
        try (VastClient renewed = client(fresh.reveal()).build()) {
            assertThat(mode.run(renewed.account().current()).id()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void envVar_whenItLives_thenIsKnownUntilItIsDeleted(Mode mode) {
        restart(VastSandbox.builder().showSecretValues(true));
        mode.run(vast.envVars().create("REGION", "eu"));
        assertThatThrownBy(() -> mode.run(vast.envVars().create("REGION", "us")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("existing_key");
        assertThat(value(mode, "REGION")).isEqualTo("eu");

        sandbox.clearRequests();
        mode.run(vast.envVars().put("REGION", "us"));
        assertThat(lines()).containsExactly("POST /api/v0/secrets/ 400", "PUT /api/v0/secrets/ 200");
        mode.run(vast.envVars().put("REGION", "asia"));
        mode.run(vast.envVars().put("NEW_ONE", "1"));
        assertThat(value(mode, "REGION")).isEqualTo("asia");
        assertThat(value(mode, "NEW_ONE")).isEqualTo("1");

        assertThatThrownBy(() -> mode.run(vast.envVars().update("MISSING", "x")))
                .isInstanceOf(NoSuchEnvVarException.class);
        mode.run(vast.envVars().delete("REGION"));
        assertThatThrownBy(() -> mode.run(vast.envVars().delete("REGION"))).isInstanceOf(NoSuchEnvVarException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void envVars_whenServiceMasksValues_thenSaysSo(Mode mode) {
        assertThat(mode.run(vast.envVars().list())).isNotEmpty().allMatch(EnvVar::isMasked);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void put_whenTheAnswerToTheCreationIsLost_thenEndsInAnUpdate(Mode mode) {
        restart(VastSandbox.builder().showSecretValues(true));
        sandbox.faults().next(Fault.resetAfterExecuting().on("POST", "/secrets/"));

        assertThat(mode.run(vast.envVars().put("REGION", "eu")).success()).isTrue();

        assertThat(lines())
                .containsExactly("POST /api/v0/secrets/ 0", "POST /api/v0/secrets/ 400", "PUT /api/v0/secrets/ 200");
        assertThat(value(mode, "REGION")).isEqualTo("eu");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instances_whenTheyTakeThreePages_thenComeInOrderAndOnlyWhenAskedFor(Mode mode) {
        restart(VastSandbox.builder().instances(60));

        Page<Instance> first = mode.run(vast.instances().list());
        assertThat(first.items()).hasSize(25);
        assertThat(first.total()).isEqualTo(60);
        assertThat(first.hasNext()).isTrue();
        Page<Instance> second = mode.run(vast.instances().list().after(Objects.requireNonNull(first.nextToken())));
        assertThat(second.items().get(0).id())
                .isGreaterThan(first.items().get(24).id());

        sandbox.clearRequests();
        assertThat(vast.instances().list().all())
                .extracting(Instance::id)
                .containsExactlyElementsOf(sandbox.instanceIds())
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(sandbox.requests()).hasSize(3);

        sandbox.clearRequests();
        assertThat(vast.instances().list().stream().limit(30)).hasSize(30);
        assertThat(sandbox.requests()).hasSize(2);

        sandbox.clearRequests();
        long big = vast
                .instances()
                .list(request -> request.orderByDescending("id").limit(10))
                .stream()
                .findFirst()
                .map(Instance::id)
                .orElseThrow();
        assertThat(big).isEqualTo(sandbox.instanceIds().get(59));
        assertThat(sandbox.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instances_whenTheServiceRepeatsAToken_thenEndsInAnError(Mode mode) {
        String page = "{\"instances\": [{\"id\": 7}], \"next_token\": \"again\"}";
        sandbox.faults().next(Fault.status(200).json(page).times(5));

        assertThat(mode.run(vast.instances().list()).nextToken()).isEqualTo("again");
        assertThatThrownBy(() -> vast.instances().list().all())
                .isInstanceOf(ResponseFormatException.class)
                .hasMessageContaining("same page token twice");
        assertThat(sandbox.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenDestroyed_thenIsMissing(Mode mode) {
        long gone = instance();
        mode.run(vast.call("DELETE", "/api/v0/instances/" + gone + "/", null));

        assertThatThrownBy(() -> mode.run(vast.instances().get(gone)))
                .isInstanceOf(NoSuchInstanceException.class)
                .hasMessageContaining("no_such_instance");
        assertThatThrownBy(() -> mode.run(vast.instances().sshKeys(gone))).isInstanceOf(NoSuchInstanceException.class);
        assertThatThrownBy(() -> mode.run(vast.instances().attachSshKey(gone, KEY)))
                .isInstanceOf(NoSuchInstanceException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void call_whenTheEndpointIsRetired_thenSaysSo(Mode mode) {
        assertThatThrownBy(() -> mode.run(vast.call("GET", "/api/v0/instances/", null)))
                .isInstanceOf(DeprecatedEndpointException.class)
                .hasMessageContaining("410 deprecated_endpoint");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void lostAnswer_whenUnsafe_thenIsReportedAndNotRepeated(Mode mode) {
        sandbox.faults().next(Fault.resetAfterExecuting());

        ConnectionLostException lost = catchThrowableOfType(
                ConnectionLostException.class, () -> mode.run(vast.sshKeys().create(KEY)));

        assertThat(lost.sent()).isEqualTo(Sent.MAYBE);
        assertThat(lost.attempts()).isEqualTo(1);
        assertThat(mode.run(vast.sshKeys().list()))
                .filteredOn(key -> KEY.equals(key.publicKey()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void lostAnswer_whenIdempotent_thenIsRepeatedWithTheSameEffect(Mode mode) {
        sandbox.faults().next(Fault.resetAfterExecuting());

        assertThat(mode.run(vast.instances().attachSshKey(instance(), KEY)).success())
                .isTrue();

        assertThat(lines()).hasSize(2);
        assertThat(mode.run(vast.instances().sshKeys(instance())))
                .filteredOn(key -> KEY.equals(key.publicKey()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answer_whenCompressed_thenIsAskedForAndRead(Mode mode) {
        restart(VastSandbox.builder().instances(25));
        sandbox.faults().next(Fault.gzip());

        Reply<Page<Instance>> reply = mode.run(vast.instances().list().withReply());

        assertThat(reply.value().items()).hasSize(25);
        assertThat(reply.headers()).containsEntry("content-encoding", List.of("gzip"));
        assertThat(sandbox.requests().get(0).header("Accept-Encoding")).isEqualTo("gzip");
    }

    static Stream<Arguments> limits() {
        return Stream.of(RateBody.values())
                .flatMap(form -> Stream.of(Mode.values()).map(mode -> Arguments.of(form, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("limits")
    void limit_whenCallsComeTooFast_thenEachSucceedsInTheEnd(RateBody form, Mode mode) throws InterruptedException {
        VirtualTimer timer = new VirtualTimer();
        restart(VastSandbox.builder().rateScale(1).rateBody(form).clock(() -> Instant.EPOCH.plusNanos(timer.nanos())));
        try (VastClient paced = client(sandbox.apiKey()).timer(timer).build()) {
            for (int i = 0; i < 5; i++) {
                CompletableFuture<Listing<ApiKey>> keys = CompletableFuture.supplyAsync(
                        () -> mode.run(paced.apiKeys().list()));
                assertThat(timer.runUntil(keys, Duration.ofSeconds(50))).hasSize(1);
            }
        }
        assertThat(sandbox.requests())
                .extracting(ReceivedRequest::status)
                .startsWith(200, 429)
                .filteredOn(status -> status == 200)
                .hasSize(5);
    }

    private String value(Mode mode, String name) {
        return mode.run(vast.envVars().list()).stream()
                .filter(variable -> variable.name().equals(name))
                .map(variable -> variable.value().reveal())
                .findFirst()
                .orElse("(missing)");
    }

    private static String secret(CreatedApiKey created) {
        return Objects.requireNonNull(created.key()).reveal();
    }
}
