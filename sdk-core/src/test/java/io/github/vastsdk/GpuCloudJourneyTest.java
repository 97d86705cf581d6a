package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.cloud.GpuCloud;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.InstanceSshKey;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.sandbox.Fate;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.Sandbox;
import io.github.vastsdk.sandbox.ThunderFate;
import io.github.vastsdk.sandbox.ThunderSandbox;
import io.github.vastsdk.sandbox.VastSandbox;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same code on both services, which keep state and run on one clock that only the test moves. */
class GpuCloudJourneyTest extends VirtualJourney {
    private static final SshPublicKey KEY =
            SshKeyPair.generateEd25519("journey").publicKey();
    private static final Duration STEP = Duration.ofSeconds(3);

    private final VastSandbox vastSandbox =
            VastSandbox.builder().instances(2).clock(this::now).lifecycle(STEP).start();
    private final ThunderSandbox thunderSandbox = ThunderSandbox.builder()
            .instances(2)
            .clock(this::now)
            .lifecycle(STEP)
            .start();
    private final VastClient vast = VastClient.builder()
            .apiKey(vastSandbox.apiKey())
            .baseUrl(vastSandbox.url().toString())
            .backoff(TestBackoff.NONE)
            .timer(timer)
            .build();
    private final ThunderClient thunder = thunder();

    private ThunderClient thunder() {
        ThunderClient.Builder builder = ThunderClient.builder()
                .token(thunderSandbox.token())
                .baseUrl(thunderSandbox.url().toString());
        ClientSettings.of(builder).timer(timer);
        ClientSettings.of(builder).backoff(TestBackoff.NONE);
        return builder.build();
    }

    @AfterEach
    void stop() {
        vast.close();
        thunder.close();
        vastSandbox.close();
        thunderSandbox.close();
    }

    private enum Service {
        VAST,
        THUNDER
    }

    static Stream<Arguments> both() {
        return Stream.of(Service.values())
                .flatMap(service -> Stream.of(Mode.values()).map(mode -> Arguments.of(service, mode)));
    }

    private GpuCloud cloud(Service service) {
        return service == Service.VAST ? GpuCloud.of(vast) : GpuCloud.of(thunder);
    }

    private Sandbox sandbox(Service service) {
        return service == Service.VAST ? vastSandbox : thunderSandbox;
    }

    private List<String> ids(Service service) {
        return service == Service.VAST
                ? vastSandbox.instanceIds().stream().map(String::valueOf).toList()
                : thunderSandbox.uuids();
    }

    private List<String> keys(Service service, String id) {
        return service == Service.VAST
                ? run(Mode.SYNC, vast.instances().sshKeys(Long.parseLong(id))).stream()
                        .map(InstanceSshKey::publicKey)
                        .toList()
                : thunderSandbox.publicKeys(id);
    }

    /** Renting is no business of the view. */
    private String rent(Service service) {
        if (service == Service.THUNDER) {
            return run(Mode.SYNC, thunder.instances().create(request -> request.template("base")
                            .gpuType("a6000")
                            .numGpus(1)
                            .cpuCores(4)
                            .diskGb(100)))
                    .uuid();
        }
        long offer =
                run(Mode.SYNC, vast.offers().search("rentable=true")).get(0).id();
        return String.valueOf(run(Mode.SYNC, vast.instances().create(offer, request -> request.image("ubuntu")
                        .diskGb(16)))
                .instanceId());
    }

    private void fail(Service service, String id) {
        if (service == Service.VAST) {
            vastSandbox.fate(Long.parseLong(id), Fate.HOST_OFFLINE);
        } else {
            thunderSandbox.fate(id, ThunderFate.FAILED);
        }
    }

    /** Makes a running instance one of which nothing is known for a while. */
    private void hold(Service service, String id) {
        if (service == Service.VAST) {
            vastSandbox.fate(Long.parseLong(id), Fate.STUCK_LOADING);
            run(Mode.SYNC, vast.instances().stop(Long.parseLong(id)));
            timer.advance(Duration.ofMinutes(1));
            run(Mode.SYNC, vast.instances().start(Long.parseLong(id)));
        } else {
            thunderSandbox.fate(id, ThunderFate.STAYS_UNKNOWN);
        }
    }

    private long changes(Service service) {
        return sandbox(service).requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .count();
    }

    @ParameterizedTest
    @MethodSource("both")
    void journey_whenAnInstanceIsRented_thenTheViewDoesTheRest(Service service, Mode mode) {
        GpuCloud cloud = cloud(service);
        List<String> before = ids(service);
        String id = rent(service);

        RentedInstance ready = run(mode, cloud.untilReady(id));
        assertThat(ready.instanceId()).isEqualTo(id);
        assertThat(ready.isReady()).isTrue();
        assertThat(ready.sshEndpoints()).isNotEmpty();

        run(mode, cloud.ensureKey(id, KEY));
        run(mode, cloud.ensureKey(id, KEY));
        assertThat(keys(service, id)).containsOnlyOnce(KEY.toString());

        assertThat(run(mode, cloud.list()))
                .extracting(RentedInstance::instanceId)
                .containsExactlyInAnyOrderElementsOf(ids(service));
        assertThat(run(mode, cloud.find(id)))
                .hasValueSatisfying(found -> assertThat(found.sshEndpoints()).isEqualTo(ready.sshEndpoints()));

        run(mode, cloud.destroyAndVerify(id));
        assertThat(ids(service)).isEqualTo(before);
        assertThat(run(mode, cloud.find(id))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("both")
    void ensureKey_whenItsAnswerIsLost_thenTheKeyIsThereOnce(Service service, Mode mode) {
        String id = ids(service).get(1);
        sandbox(service).faults().next(Fault.resetAfterExecuting().on("POST", ".*"));

        run(mode, cloud(service).ensureKey(id, KEY));

        assertThat(keys(service, id)).containsOnlyOnce(KEY.toString());
        assertThat(changes(service)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void untilReady_whenItTakesTooLong_thenTheLimitsThatWereSetHold(Service service) {
        String id = ids(service).get(0);
        hold(service, id);
        List<WaitProgress> looks = new ArrayList<>();
        long begun = timer.nanos();
        CompletableFuture<RentedInstance> wait = cloud(service)
                .waiter()
                .timeout(Duration.ofSeconds(10))
                .pollInterval(Duration.ofSeconds(1))
                .onProgress(looks::add)
                .untilReady(id)
                .executeAsync();

        // Time does not run ahead of a look that is under way, except in the last moment.
        assertThatThrownBy(() -> timer.runUntil(wait, Duration.ofMillis(1500)))
                .hasCauseInstanceOf(WaitTimedOutException.class);

        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(10));
        assertThat(looks).hasSizeBetween(9, 11).allSatisfy(look -> assertThat(look.instanceId())
                .isEqualTo(id));
    }

    @ParameterizedTest
    @MethodSource("both")
    void untilReady_whenItFailed_thenWithoutGraceAtOnce(Service service, Mode mode) {
        String id = ids(service).get(0);
        fail(service, id);
        long begun = timer.nanos();

        assertThatThrownBy(() ->
                        run(mode, cloud(service).waiter().grace(Duration.ZERO).untilReady(id)))
                .isInstanceOf(InstanceFailedException.class);

        assertThat(timer.nanos()).isEqualTo(begun);
    }

    @ParameterizedTest
    @MethodSource("both")
    void untilReady_whenItIsNotListed_thenItsLimitHolds(Service service, Mode mode) {
        String unknown = service == Service.VAST ? "1" : "no-such-uuid";
        long begun = timer.nanos();

        assertThatThrownBy(() -> run(
                        mode,
                        cloud(service)
                                .waiter()
                                .limit(InstancePhase.UNLISTED, Duration.ofSeconds(20))
                                .untilReady(unknown)))
                .isInstanceOfSatisfying(InstanceFailedException.class, e -> assertThat(e.reason())
                        .isEqualTo(InstanceFailedException.Reason.GONE));

        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @MethodSource("both")
    void destroyAndVerify_whenNoOutageIsTolerated_thenItSaysWhatMayStillExist(Service service, Mode mode) {
        String id = ids(service).get(0);
        sandbox(service)
                .faults()
                .next(Fault.status(503).on("GET", ".*instances/(list)?").times(9));

        assertThatThrownBy(() -> run(
                        mode,
                        cloud(service).waiter().tolerateOutage(Duration.ZERO).destroyAndVerify(id)))
                .isInstanceOfSatisfying(DestroyUnverifiedException.class, e -> assertThat(e.mayStillExist())
                        .containsExactly(id))
                .hasRootCauseInstanceOf(ServerException.class);
    }
}
