package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.IncompleteBulkException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.model.InstanceStatus;
import io.github.vastsdk.model.StartOutcome;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the answers about instances are read, and what is sent again. */
class InstanceActionsTest extends WireTest {
    private static final String OK = "{\"success\": true, \"msg\": \"ok\"}";
    private static final String WORDS = "Required resources are currently unavailable, state change queued.";

    static Stream<Arguments> queued() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(
                        Arguments.of(mode, 200, "{\"success\": false, \"msg\": \"" + WORDS + "\"}"),
                        Arguments.of(mode, 200, "{\"success\": true, \"msg\": \"" + WORDS + "\"}"),
                        Arguments.of(
                                mode,
                                200,
                                "{\"success\": false, \"error\": \"resources_unavailable\", \"msg\": \"" + WORDS
                                        + "\"}"),
                        Arguments.of(mode, 400, "{\"success\": false, \"msg\": \"" + WORDS + "\"}")));
    }

    @ParameterizedTest
    @MethodSource("queued")
    void start_whenQueued_thenSaysSoInsteadOfFailing(Mode mode, int status, String body) {
        answer(status, body);
        StartOutcome outcome = mode.run(vast.instances().start(7));
        assertThat(outcome.isQueued()).isTrue();
        assertThat(outcome.msg()).isEqualTo(WORDS);
        assertThat(outcome).hasToString("queued: " + WORDS);
        answer(status, body);
        assertThat(mode.run(vast.instances().bulk().start(List.of(7L))))
                .singleElement()
                .returns(true, StartOutcome::isQueued);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void start_whenStarted_thenIsNotQueued(Mode mode) {
        answer(200, OK);
        assertThat(mode.run(vast.instances().start(7)))
                .returns(false, StartOutcome::isQueued)
                .hasToString("starting: ok");
        answer(200, "{\"success\": true}");
        assertThat(mode.run(vast.instances().start(7)))
                .returns(false, StartOutcome::isQueued)
                .hasToString("starting");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void start_whenRefusedForAnotherReason_thenThrows(Mode mode) {
        answer(200, "{\"success\": false, \"msg\": \"contract has expired\"}");
        assertThatThrownBy(() -> mode.run(vast.instances().start(7))).isInstanceOf(RejectedException.class);
        answer(404, "{\"success\": false, \"error\": \"no_such_instance\", \"msg\": \"Instance 7 not found.\"}");
        assertThatThrownBy(() -> mode.run(vast.instances().start(7))).isInstanceOf(NoSuchInstanceException.class);
    }

    @Test
    void start_whenTheServiceFails_thenItsWordsAreNoOutcome() {
        answer(500, "{\"success\": false, \"msg\": \"" + WORDS + "\"}");
        assertThatThrownBy(() -> vast.instances().start(7).execute()).isInstanceOf(ServerException.class);
    }

    @Test
    void stop_whenQueuedWordsCome_thenThatIsNoSuccess() {
        answer(200, "{\"success\": false, \"msg\": \"" + WORDS + "\"}");
        assertThatThrownBy(() -> vast.instances().stop(7).execute()).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void filters_whenAnswered_thenAreTyped(Mode mode) {
        answer(
                200,
                "{\"filters\": [{\"actual_status\": \"running\", \"verification\": \"verified\", \"gpu_name\":"
                        + " \"H100\", \"zz\": 1}, {\"actual_status\": null}]}");
        assertThat(mode.run(vast.instances().filters()))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.actualStatus()).isEqualTo(InstanceStatus.Known.RUNNING))
                .satisfies(row -> assertThat(row.gpuName()).isEqualTo("H100"))
                .satisfies(row -> assertThat(row.extra()).containsOnlyKeys("zz"));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void takeSnapshot_whenTheServiceRefusesTheIdInTheBody_thenSendsItWithout(Mode mode) throws InterruptedException {
        answer(400, "{\"success\": false, \"error\": \"invalid_args\", \"msg\": \"unexpected member id\"}");
        answer(200, OK);

        mode.run(vast.instances().takeSnapshot(7, snapshot -> snapshot.repository("me/r")));

        assertThat(json(body(request())).path("id").asLong()).isEqualTo(7);
        assertThat(json(body(request())))
                .isEqualTo(json("{'container_registry': 'docker.io', 'personal_repo': 'me/r',"
                        + " 'docker_login_user': null, 'docker_login_pass': null, 'pause': 'true'}"));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void takeSnapshot_whenRefusedOtherwiseOrTwice_thenThrows(Mode mode) {
        answer(400, "{\"success\": false, \"msg\": \"no such repository\"}");
        answer(400, "{\"success\": false, \"msg\": \"no such repository\"}");
        assertThatThrownBy(() -> mode.run(vast.instances().takeSnapshot(7, snapshot -> {})))
                .isInstanceOf(BadRequestException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
        answer(502, "");
        assertThatThrownBy(() -> mode.run(vast.instances().takeSnapshot(7, snapshot -> {})))
                .isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void bulk_whenNoIdsAreGiven_thenNothingIsSent(Mode mode) {
        assertThat(mode.run(vast.instances().bulk().start(List.of()))).isEmpty();
        assertThat(mode.run(vast.instances().bulk().stop(List.of()))).isEmpty();
        assertThat(mode.run(vast.instances().bulk().destroy(List.of()))).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void bulk_whenMoreThan64Ids_thenOneRequestForEach64(Mode mode) throws InterruptedException {
        List<Long> ids = LongStream.rangeClosed(1, 130).boxed().toList();
        for (int i = 0; i < 3; i++) {
            answer(200, OK);
        }

        assertThat(mode.run(vast.instances().bulk().destroy(ids))).hasSize(3);

        for (int size : new int[] {64, 64, 2}) {
            assertThat(json(body(request())).path("instance_ids")).hasSize(size);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void bulk_whenOneRequestFails_thenTellsWhatBecameOfWhich() {
        List<Long> ids = LongStream.rangeClosed(1, 130).boxed().toList();
        answer(200, OK);
        answer(403, "{\"success\": false, \"error\": \"forbidden\", \"msg\": \"no\"}");

        IncompleteBulkException failure = catchThrowableOfType(
                IncompleteBulkException.class,
                () -> vast.instances().bulk().stop(ids).execute());

        assertThat(failure.done()).hasSize(64);
        assertThat(failure.failed()).hasSize(64);
        assertThat(failure.notSent()).containsExactly(129L, 130L);
    }

    private static Arguments sent(int times, Function<VastClient, Call<?>> call) {
        return Arguments.of(times, call);
    }

    static Stream<Arguments> attempts() {
        return Stream.of(
                sent(2, vast -> vast.instances().start(7)),
                sent(2, vast -> vast.instances().stop(7)),
                sent(2, vast -> vast.instances().label(7, "a")),
                sent(2, vast -> vast.instances().updateTemplate(7, update -> {})),
                sent(2, vast -> vast.instances().filters()),
                sent(2, vast -> vast.instances().logs(7)),
                sent(2, vast -> vast.instances().bulk().start(List.of(7L))),
                sent(2, vast -> vast.instances().bulk().stop(List.of(7L))),
                sent(2, vast -> vast.instances().bulk().destroy(List.of(7L))),
                sent(2, vast -> vast.instances().pricing().changeBid(7, 1)),
                sent(2, vast -> vast.instances().pricing().bidToWin(7)),
                sent(2, vast -> vast.instances().pricing().deposit(7)),
                sent(2, vast -> vast.instances().pricing().rejectPriceIncrease(7)),
                sent(1, vast -> vast.instances().reboot(7)),
                sent(1, vast -> vast.instances().recycle(7)),
                sent(1, vast -> vast.instances().executeConstrained(7, "rm /x")),
                sent(1, vast -> vast.instances().takeSnapshot(7, snapshot -> {})),
                sent(1, vast -> vast.instances().pricing().prepay(7, 10)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void call_whenTheServiceMayHaveActed_thenIsSentAgainOnlyIfThatIsHarmless(
            int times, Function<VastClient, Call<?>> call) {
        answer(503, "");
        answer(200, "{\"success\": true, \"filters\": []}");
        Call<?> one = call.apply(vast).retries(1);

        if (times == 1) {
            assertThatThrownBy(one::execute).isInstanceOf(ServerException.class);
        } else {
            one.execute();
        }
        assertThat(server.getRequestCount()).isEqualTo(times);
    }
}
