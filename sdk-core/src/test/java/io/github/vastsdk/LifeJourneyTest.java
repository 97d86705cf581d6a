package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceOutput;
import io.github.vastsdk.model.InstanceStatus;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.model.PortMapping;
import io.github.vastsdk.model.StartOutcome;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.TargetState;
import io.github.vastsdk.sandbox.Fate;
import io.github.vastsdk.ssh.SshEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of an instance, as its owner sees it. */
class LifeJourneyTest extends MarketJourney {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenRented_thenRunsCanBeReachedAndIsGoneInTheEnd(Mode mode) {
        restart(settings().lifecycle(Duration.ofSeconds(12)));
        Offer offer = anOffer();
        long id = run(mode, vast.instances().create(offer.id(), request -> request.image(IMAGE)
                        .diskGb(16)
                        .label("journey")
                        .runType(RunType.SSH_DIRECT)
                        .port(8000)
                        .env("REGION", "eu")
                        .onstart("echo hello")))
                .instanceId();
        List<String> seen = new ArrayList<>();

        Instance ready = run(
                mode,
                waiter().pollInterval(Duration.ofSeconds(5))
                        .grace(Duration.ZERO)
                        .onProgress(progress -> seen.add(String.valueOf(progress)))
                        .untilRunning(id));

        assertThat(seen).anyMatch(line -> line.contains("provisioning → running"));
        assertThat(seen).anyMatch(line -> line.contains("loading → running"));
        assertThat(ready.isReady()).isTrue();
        assertThat(ready.label()).isEqualTo("journey");
        assertThat(ready.image().uuid()).isEqualTo(IMAGE);
        assertThat(ready.onstart()).isEqualTo("echo hello");
        assertThat(ready.extraEnv()).containsEntry("REGION", Secret.of("eu")).containsKey("-p 8000:8000");
        assertThat(ready.gpu().name()).isEqualTo(offer.gpu().name());
        assertThat(ready.disk().spaceGb()).isEqualTo(16);
        assertThat(ready.sshEndpoints())
                .extracting(SshEndpoint::kind)
                .containsExactly(SshEndpoint.Kind.DIRECT, SshEndpoint.Kind.PROXY);
        assertThat(ready.portMappings()).extracting(PortMapping::containerPort).containsExactlyInAnyOrder(22, 8000);
        assertThat(ready.currentHourlyCost().orElseThrow())
                .isCloseTo(Objects.requireNonNull(ready.price().dphTotal()), within(1e-9));

        run(mode, vast.instances().destroyAndVerify(id));

        assertThat(sandbox.instanceIds()).isEmpty();
        assertThatThrownBy(() -> get(mode, id)).isInstanceOf(NoSuchInstanceException.class);
        assertThat(vast.offers().search("rentable=true").execute())
                .extracting(Offer::id)
                .contains(offer.id());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenItRuns_thenShowsItsLogsAndRunsCommands(Mode mode) {
        long id = running(mode);

        InstanceOutput logs = run(mode, vast.instances().logs(id, options -> options.tail(3)));
        InstanceOutput daemon = run(mode, vast.instances().logs(id, options -> options.daemonLogs()));
        InstanceOutput files = run(mode, vast.instances().executeConstrained(id, "ls /workspace"));

        assertThat(logs.lines()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(daemon.text()).isNotBlank().isNotEqualTo(logs.text());
        assertThat(files.text()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenChanged_thenOnlyThatChanges(Mode mode) {
        long id = running(mode);
        run(mode, vast.instances().label(id, "mine"));
        Instance before = get(mode, id);

        run(mode, vast.instances().updateTemplate(id, changes -> changes.onstart("date")));

        Instance after = get(mode, id);
        assertThat(after.label()).isEqualTo("mine");
        assertThat(after.onstart()).isEqualTo("date");
        assertThat(after.image().uuid()).isEqualTo(before.image().uuid());
        assertThat(after.extraEnv()).isEqualTo(before.extraEnv());

        run(mode, vast.instances().label(id, ""));
        assertThat(get(mode, id).label()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenStoppedAndStarted_thenCostsItsDiskMeanwhile(Mode mode) {
        long id = running(mode);
        double whole = get(mode, id).currentHourlyCost().orElseThrow();

        run(mode, vast.instances().stop(id));
        Instance stopped = run(mode, waiter().untilStopped(id));

        assertThat(stopped.statusSummary()).isEqualTo("stopped");
        assertThat(stopped.sshEndpoints()).extracting(SshEndpoint::kind).doesNotContain(SshEndpoint.Kind.DIRECT);
        assertThat(stopped.portMappings()).isEmpty();
        assertThat(stopped.currentHourlyCost().orElseThrow())
                .isPositive()
                .isLessThan(whole / 2)
                .isCloseTo(Objects.requireNonNull(stopped.price().storageTotalCost()), within(1e-9));

        assertThat(run(mode, vast.instances().start(id)).isQueued()).isFalse();
        Instance again = run(mode, waiter().untilRunning(id));
        assertThat(again.currentHourlyCost().orElseThrow()).isCloseTo(whole, within(1e-9));

        run(mode, vast.instances().reboot(id));
        timer.advance(Duration.ofMillis(600));
        assertThat(get(mode, id).actualStatus()).isEqualTo(InstanceStatus.Known.REBOOTING);
        run(mode, waiter().untilRunning(id));
        run(mode, vast.instances().recycle(id));
        timer.advance(Duration.ofMillis(600));
        assertThat(get(mode, id).actualStatus()).isEqualTo(InstanceStatus.Known.LOADING);
        assertThat(run(mode, waiter().untilRunning(id)).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void start_whenQueued_thenIsToldAndAStopCancelsIt(Mode mode) {
        long id = running(mode);
        run(mode, vast.instances().stop(id));
        run(mode, waiter().untilStopped(id));
        sandbox.fate(id, Fate.START_QUEUED);

        StartOutcome outcome = run(mode, vast.instances().start(id));
        assertThat(outcome.isQueued()).isTrue();
        assertThat(outcome).hasToString("queued: " + outcome.msg());
        assertThat(get(mode, id).intendedStatus()).isEqualTo(InstanceStatus.Known.RUNNING);
        assertThat(get(mode, id).statusSummary()).isEqualTo("exited → running");

        run(mode, vast.instances().stop(id));
        assertThat(run(mode, waiter().untilStopped(id)).statusSummary()).isEqualTo("stopped");
        sandbox.fate(id, Fate.NORMAL);
        timer.advance(Duration.ofMinutes(5));
        assertThat(get(mode, id).statusSummary()).isEqualTo("stopped");
        assertThat(run(mode, vast.instances().start(id)).isQueued()).isFalse();
        assertThat(run(mode, waiter().untilRunning(id)).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenRentedStopped_thenWaitsToBeStarted(Mode mode) {
        long id = rent(mode, request -> request.image(IMAGE).targetState(TargetState.STOPPED));

        assertThat(run(mode, waiter().untilStopped(id)).statusSummary()).isEqualTo("stopped");
        assertThatThrownBy(() -> run(mode, vast.instances().reboot(id))).isInstanceOf(RuntimeException.class);
        run(mode, vast.instances().start(id));
        assertThat(run(mode, waiter().untilRunning(id)).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void waiter_whenListAndDestructionLagBehind_thenWaitsForBoth(Mode mode) {
        restart(settings().consistencyLag(Duration.ofSeconds(25)).destroyLag(Duration.ofSeconds(45)));
        long id = rent(mode);
        assertThatThrownBy(() -> get(mode, id)).isInstanceOf(NoSuchInstanceException.class);
        List<WaitProgress> looks = new ArrayList<>();

        run(mode, waiter().onProgress(looks::add).untilRunning(id));
        assertThat(looks).anyMatch(look -> look.lastSeen() == null);

        sandbox.clearRequests();
        run(mode, vast.instances().destroyAndVerify(id));
        assertThat(sandbox.instanceIds()).isEmpty();
        assertThat(lines()).filteredOn(line -> line.startsWith("DELETE")).hasSize(1);
        run(mode, vast.instances().destroyAndVerify(id));
    }
}
