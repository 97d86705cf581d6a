package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.Mode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.error.WrongInstanceException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.RetrySafety;
import io.github.vastsdk.internal.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists whose indexes move between the list and the call, or that cannot be believed: no other instance is touched. */
class ThunderIndexShiftTest extends ThunderWireTest {
    /** Beyond all waits of these tests, below the limit of an attempt. */
    private static final Duration HORIZON = Duration.ofSeconds(20);

    private static final Duration SECOND_LOOK = Duration.ofSeconds(5);

    private final VirtualTimer timer = new VirtualTimer();

    @BeforeEach
    void replaceClient() {
        thunder.close();
        ThunderClient.Builder builder = client().retries(2);
        ClientSettings.of(builder).timer(timer);
        thunder = builder.build();
    }

    static Stream<ThunderChange> changes() {
        return EnumSet.complementOf(EnumSet.of(ThunderChange.CREATE)).stream();
    }

    static Stream<Arguments> changesInEachMode() {
        return changes().flatMap(change -> Stream.of(Mode.values()).map(mode -> Arguments.of(change, mode)));
    }

    /** What blocks must not hold up the common pool, which may have one thread only. */
    private static <T> CompletableFuture<T> onOwnThread(Supplier<T> blocking) {
        return CompletableFuture.supplyAsync(blocking, task -> new Thread(task).start());
    }

    private static <T> CompletableFuture<T> start(Mode mode, Call<T> call) {
        return mode == Mode.ASYNC ? call.executeAsync() : onOwnThread(call::execute);
    }

    private <T> T run(Mode mode, Call<T> call) throws InterruptedException {
        return timer.runUntil(start(mode, call), HORIZON);
    }

    private Throwable fail(Mode mode, Call<?> call) {
        return cause(catchThrowable(() -> run(mode, call)));
    }

    private static Throwable cause(Throwable failure) {
        assertThat(failure).isInstanceOf(CompletionException.class);
        return failure.getCause();
    }

    /** Answers a look-up with one row for each text such as {@code 4=uuid}. */
    private void list(String... rows) {
        answerJson(
                200,
                Stream.of(rows)
                        .map(row -> row.split("=", 2))
                        .map(row -> "'" + row[0] + "': {'uuid': '" + row[1] + "'}")
                        .reduce((first, second) -> first + ", " + second)
                        .map(all -> "{" + all + "}")
                        .orElse("{}"));
    }

    private void succeed(ThunderChange change) {
        answer(200, change.answer(UUID));
    }

    private void breakOff() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }

    /** Compares what arrived since the last time: {@code list} for a look-up, else the index in the path. */
    private void assertArrived(ThunderChange change, String... expected) throws InterruptedException {
        List<String> arrived = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            RecordedRequest request = request();
            String line = request.getMethod() + " " + request.getTarget();
            boolean list = line.equals("GET /v1/instances/list");
            String sent = change.method() + " /v1/instances/";
            arrived.add(
                    list
                            ? "list"
                            : line.startsWith(sent)
                                    ? line.substring(sent.length()).replaceFirst("/.*", "")
                                    : line);
        }
        assertThat(arrived).as("%s", change).containsExactly(expected);
        assertThat(server.takeRequest(0, TimeUnit.MILLISECONDS)).isNull();
    }

    private static boolean isNeverRepeated(ThunderChange change) {
        return change.kind().name().equals(RetrySafety.NEVER.name());
    }

    private static boolean isHarmless(ThunderChange change) {
        return change.kind().name().equals(RetrySafety.IDEMPOTENT.name());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenTheIndexMovedBeforeTheCall_thenGoesToTheNewOne(ThunderChange change, Mode mode) throws Exception {
        Call<?> call = change.call(thunder);
        list("3=" + UUID, "4=other");
        succeed(change);
        run(mode, call);
        list("0=" + UUID, "3=other");
        succeed(change);
        run(mode, call);

        assertArrived(change, "list", "3", "list", "0");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenNothingHasTheIndexAnyMore_thenIsLookedUpAnew(ThunderChange change, Mode mode) throws Exception {
        list("4=" + UUID);
        answerJson(404, "{'code': 404, 'error': 'not_found', 'message': 'm'}");
        list("3=" + UUID);
        succeed(change);

        if (isNeverRepeated(change)) {
            assertThat(fail(mode, change.call(thunder))).isExactlyInstanceOf(NotFoundException.class);
            assertArrived(change, "list", "4");
        } else {
            run(mode, change.call(thunder));
            assertArrived(change, "list", "4", "list", "3");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenNothingEverHasTheIndex_thenEndsWithoutSayingThatItIsGone(ThunderChange change, Mode mode)
            throws Exception {
        for (int i = 0; i < 3; i++) {
            list(i + "=" + UUID);
            answerJson(404, "{'error': 'not_found', 'message': 'm'}");
        }

        Throwable thrown = fail(mode, change.call(thunder));

        assertThat(thrown).isExactlyInstanceOf(NotFoundException.class);
        assertThat(((SdkException) thrown).operation()).isEqualTo(change.method() + " " + change.path(UUID));
        if (isNeverRepeated(change)) {
            assertArrived(change, "list", "0");
        } else {
            assertArrived(change, "list", "0", "list", "1", "list", "2");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void change_whenNoRepetitionIsAllowed_thenNothingIsRepeated(ThunderChange change) throws Exception {
        list("4=" + UUID);
        answerJson(404, "{}");
        assertThat(fail(Mode.ASYNC, change.call(thunder).retries(0))).isExactlyInstanceOf(NotFoundException.class);
        assertArrived(change, "list", "4");

        answerJson(503, "{}");
        assertThat(fail(Mode.ASYNC, change.call(thunder).retries(0))).isExactlyInstanceOf(ServerException.class);
        assertArrived(change, "list");

        list("0=other");
        list("0=other", "1=" + UUID);
        succeed(change);
        run(Mode.ASYNC, change.call(thunder).retries(0));
        assertArrived(change, "list", "list", "1");
    }

    static Stream<Arguments> toldChanges() {
        UnaryOperator<Call<?>> plain = call -> call;
        return changes()
                .filter(ThunderChange::isTold)
                .flatMap(change -> Stream.of(
                        Arguments.of("plain", change, plain),
                        Arguments.of("raw", change, (UnaryOperator<Call<?>>) Call::raw),
                        Arguments.of("withReply", change, (UnaryOperator<Call<?>>) Call::withReply),
                        Arguments.of("raw withReply", change, (UnaryOperator<Call<?>>)
                                call -> call.raw().withReply()),
                        Arguments.of("withReply raw", change, (UnaryOperator<Call<?>>)
                                call -> call.withReply().raw())));
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("toldChanges")
    void change_whenTheAnswerIsAboutAnother_thenNamesBothAndSendsNothingMore(
            String view, ThunderChange change, UnaryOperator<Call<?>> viewed) throws Exception {
        for (Mode mode : Mode.values()) {
            list("4=" + UUID);
            answer(200, change.answer("other"));

            Throwable thrown = fail(mode, viewed.apply(change.call(thunder)));

            assertThat(thrown).isExactlyInstanceOf(WrongInstanceException.class);
            WrongInstanceException wrong = (WrongInstanceException) thrown;
            assertThat(wrong.named()).isEqualTo(UUID);
            assertThat(wrong.touched()).isEqualTo("other");
            assertThat(wrong).hasMessageContainingAll(change.path(UUID), "other", UUID);
            assertThat(wrong.attempts()).isEqualTo(1);
        }
        assertArrived(change, "list", "4", "list", "4");
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("toldChanges")
    void change_whenTheAnswerNamesItInAnotherCaseOrNotAtAll_thenIsASuccess(
            String view, ThunderChange change, UnaryOperator<Call<?>> viewed) throws Exception {
        list("4=" + UUID.toUpperCase(Locale.ROOT));
        answer(200, change.answer(UUID.toUpperCase(Locale.ROOT)));
        run(Mode.SYNC, viewed.apply(change.call(thunder)));
        list("4=" + UUID);
        answer(200, change.answer(""));
        run(Mode.SYNC, viewed.apply(change.call(thunder)));

        assertArrived(change, "list", "4", "list", "4");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenOnlyTheFirstListLacksIt_thenIsLookedForFiveSecondsLaterAndSent(ThunderChange change, Mode mode)
            throws Exception {
        list("0=other");
        list("0=other", "1=" + UUID);
        succeed(change);
        long begun = timer.nanos();
        CompletableFuture<?> call = start(mode, change.call(thunder));
        timer.awaitDueWithin(SECOND_LOOK);

        timer.advance(SECOND_LOOK.minusMillis(1));
        assertThat(server.getRequestCount()).isEqualTo(1);
        timer.runUntil(call, HORIZON);

        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(SECOND_LOOK);
        assertArrived(change, "list", "list", "1");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenBothListsLackIt_thenIsNotSent(ThunderChange change, Mode mode) throws Exception {
        list("4=other");
        list();

        Throwable thrown = fail(mode, change.call(thunder));

        assertThat(thrown).isExactlyInstanceOf(NoSuchInstanceException.class);
        assertThat(((SdkException) thrown).attempts()).isZero();
        assertThat(((SdkException) thrown).elapsed()).isEqualTo(SECOND_LOOK);
        assertThat(((ApiException) thrown).code()).isEqualTo(ThunderErrorCode.NOT_FOUND);
        assertThat(thrown).hasMessageStartingWith(change.method() + " " + change.path(UUID));
        assertArrived(change, "list", "list");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void change_whenARowHasNoUuid_thenItsAbsenceIsNotBelieved(ThunderChange change) throws Exception {
        for (String row : List.of("{}", "{'uuid': null}", "{'uuid': ''}", "{'uuid': ' '}")) {
            answerJson(200, "{'0': {'uuid': 'other'}, '1': " + row + "}");

            Throwable thrown = fail(Mode.ASYNC, change.call(thunder));

            assertThat(thrown).isExactlyInstanceOf(ConnectFailedException.class);
            assertThat(((TransportException) thrown).sent()).isEqualTo(Sent.NO);
        }
        assertArrived(change, "list", "list", "list", "list");

        answerJson(200, "{'0': {}, '1': {'uuid': '" + UUID + "'}}");
        succeed(change);
        run(Mode.ASYNC, change.call(thunder));
        assertArrived(change, "list", "1");
    }

    private static Stream<String> unreadable() {
        return Stream.of(
                "",
                "<html>x</html>",
                "{{{",
                "null",
                "[]",
                "[{\"uuid\": \"" + UUID + "\"}]",
                "17",
                "{\"4\": \"" + UUID + "\"}",
                "{\"4\": {\"uuid\": \"" + UUID + "\"}, \"5\": null}",
                "{\"message\": \"try later\"}");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenTheListCannotBeRead_thenSaysThatNothingWasSent(ThunderChange change, Mode mode) throws Exception {
        for (String body : unreadable().toList()) {
            answer(200, body);

            Throwable thrown = fail(mode, change.call(thunder));

            assertThat(thrown).as(body).isExactlyInstanceOf(ConnectFailedException.class);
            assertThat(((TransportException) thrown).sent()).isEqualTo(Sent.NO);
            assertThat(((SdkException) thrown).attempts()).isZero();
            assertThat(thrown).hasMessageStartingWith(change.method() + " " + change.path(UUID));
            assertArrived(change, "list");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenTheListIsRefused_thenSaysSoOfTheList(ThunderChange change, Mode mode) throws Exception {
        answerJson(401, "{'error': 'unauthorized'}");
        Throwable thrown = fail(mode, change.call(thunder));
        assertThat(thrown).isExactlyInstanceOf(AuthenticationException.class);
        assertThat(((SdkException) thrown).operation()).isEqualTo("GET /v1/instances/list");
        assertArrived(change, "list");

        answerJson(404, "{'error': 'not_found'}"); // is not about the instance
        thrown = fail(mode, change.call(thunder));
        assertThat(thrown).isExactlyInstanceOf(ConnectFailedException.class);
        assertThat(((TransportException) thrown).sent()).isEqualTo(Sent.NO);
        assertArrived(change, "list");

        for (int i = 0; i < 3; i++) {
            answerJson(429, "{}");
        }
        assertThat(fail(mode, change.call(thunder))).isExactlyInstanceOf(RateLimitedException.class);
        assertArrived(change, "list", "list", "list");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changesInEachMode")
    void change_whenTheFirstAttemptMayHaveArrived_thenTheNextOneIsLookedUpAnew(ThunderChange change, Mode mode)
            throws Exception {
        list("4=" + UUID);
        breakOff();
        list("3=" + UUID, "4=other");
        answer(503, "");
        list("2=" + UUID, "3=other");
        succeed(change);

        if (isHarmless(change)) {
            run(mode, change.call(thunder));
            assertArrived(change, "list", "4", "list", "3", "list", "2");
        } else {
            Throwable thrown = fail(mode, change.call(thunder));
            assertThat(thrown).isExactlyInstanceOf(ConnectionLostException.class);
            assertThat(((TransportException) thrown).sent()).isEqualTo(Sent.MAYBE);
            assertArrived(change, "list", "4");
        }
    }

    static Stream<Arguments> harmlessInEachMode() {
        return Stream.of(ThunderChange.PORTS, ThunderChange.DELETE, ThunderChange.ADD_KEY)
                .flatMap(change -> Stream.of(Mode.values()).map(mode -> Arguments.of(change, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("harmlessInEachMode")
    void change_whenALaterLookUpFails_thenTheDoubtAboutTheFirstAttemptStays(ThunderChange change, Mode mode)
            throws Exception {
        List<MockResponse> lookUps = List.of(
                new MockResponse.Builder().body("<html>x</html>").build(),
                new MockResponse.Builder().code(401).build(),
                new MockResponse.Builder().code(404).build(),
                new MockResponse.Builder().code(500).build());
        for (MockResponse lookUp : lookUps) {
            list("4=" + UUID);
            answer(502, "");
            server.enqueue(lookUp);

            Throwable thrown = fail(mode, change.call(thunder));

            assertThat(thrown).isExactlyInstanceOf(ConnectionLostException.class);
            assertThat(((TransportException) thrown).sent()).isEqualTo(Sent.MAYBE);
            assertThat(((SdkException) thrown).attempts()).isEqualTo(1);
            assertThat(thrown).hasMessageStartingWith(change.method() + " " + change.path(UUID));
            assertArrived(change, "list", "4", "list");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("harmlessInEachMode")
    void change_whenItIsGoneAfterAnAttemptThatMayHaveArrived_thenNothingMoreIsSent(ThunderChange change, Mode mode)
            throws Exception {
        list("4=" + UUID, "5=other");
        breakOff();
        list("4=other");
        list("4=other");

        Throwable thrown = fail(mode, change.call(thunder));

        assertThat(thrown).isExactlyInstanceOf(NoSuchInstanceException.class);
        assertThat(((SdkException) thrown).attempts()).isEqualTo(1);
        assertArrived(change, "list", "4", "list", "list");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmlessInEachMode")
    void change_whenARepetitionTouchesAnother_thenNothingMoreIsSent(ThunderChange change, Mode mode) throws Exception {
        list("4=" + UUID);
        answer(503, "");
        list("4=" + UUID);
        answer(200, change.answer("other"));

        if (change.isTold()) {
            assertThat(fail(mode, change.call(thunder))).isExactlyInstanceOf(WrongInstanceException.class);
        } else {
            run(mode, change.call(thunder));
        }
        assertArrived(change, "list", "4", "list", "4");
    }

    /** What can end a call from outside. */
    private enum End {
        CANCEL,
        CLOSE,
        DEADLINE
    }

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private void end(End end, CompletableFuture<?> call) {
        switch (end) {
            case CANCEL -> assertThat(call.cancel(true)).isTrue();
            case CLOSE -> thunder.close();
            case DEADLINE -> timer.advance(DEADLINE);
        }
    }

    private void assertEnded(End end, ThunderChange change, CompletableFuture<?> call, Sent sent) {
        if (end == End.CANCEL) {
            assertThat(call).isCancelled();
            return;
        }
        Throwable thrown = cause(catchThrowable(call::join));
        assertThat(((SdkException) thrown).operation()).isEqualTo(change.method() + " " + change.path(UUID));
        if (end == End.CLOSE) {
            assertThat(thrown).isExactlyInstanceOf(CallCancelledException.class);
            assertThat(((CallCancelledException) thrown).sent()).isEqualTo(sent);
        } else {
            assertThat(thrown).isExactlyInstanceOf(TimedOutException.class);
            assertThat(((TimedOutException) thrown).sent()).isEqualTo(sent);
        }
    }

    /** Lets a request of another client arrive, so that whatever was on its way before has arrived, too. */
    private void settle() {
        answerJson(200, "{'specs': {}}");
        try (ThunderClient other = client().build()) {
            other.specs().execute();
        }
    }

    private RecordedRequest nextRequest() {
        try {
            return request();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Arguments> harmlessEnds() {
        return ends().filter(each -> isHarmless((ThunderChange) each.get()[0]));
    }

    private static Stream<Arguments> ends() {
        return changes().flatMap(change -> Stream.of(End.values()).map(end -> Arguments.of(change, end)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ends")
    void change_whenEndedDuringTheLookUp_thenNothingIsSent(ThunderChange change, End end) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<?> call = change.call(thunder).deadline(DEADLINE).executeAsync();
        assertThat(request().getTarget()).isEqualTo("/v1/instances/list");

        end(end, call);

        assertEnded(end, change, call, Sent.NO);
        settle();
        assertArrived(change, "GET /v2/specs");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ends")
    void change_whenEndedBetweenTheLists_thenNothingIsSent(ThunderChange change, End end) throws Exception {
        list("0=other");
        CompletableFuture<?> call = change.call(thunder).deadline(DEADLINE).executeAsync();
        assertThat(request().getTarget()).isEqualTo("/v1/instances/list");
        timer.awaitDueBetween(DEADLINE, SECOND_LOOK);

        end(end, call);

        assertEnded(end, change, call, Sent.NO);
        timer.awaitIdle();
        timer.advance(HORIZON);
        settle();
        assertArrived(change, "GET /v2/specs");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("harmlessEnds")
    void change_whenEndedDuringASecondLookUp_thenTheDoubtStays(ThunderChange change, End end) throws Exception {
        list("4=" + UUID);
        answer(502, "");
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<?> call = change.call(thunder).deadline(DEADLINE).executeAsync();
        request();
        request();
        CompletableFuture<RecordedRequest> third = onOwnThread(this::nextRequest);
        assertThat(timer.runUntil(third, Duration.ofMillis(1)).getTarget()).isEqualTo("/v1/instances/list");

        end(end, call);

        assertEnded(end, change, call, Sent.MAYBE);
        settle();
        assertArrived(change, "GET /v2/specs");
    }

    @Test
    void change_whenTheClientIsClosedAlready_thenSaysSo() {
        Call<?> call = ThunderChange.DELETE.call(thunder);
        thunder.close();

        assertThat(catchThrowable(call::execute)).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void call_whenItNamesAnIndex_thenIsSentThereWithoutALookUp(Mode mode) throws Exception {
        answerJson(200, "{'message': 'Success'}");

        JsonNode said = run(mode, thunder.call("POST", "/v1/instances/4/delete", null));

        assertThat(said).isEqualTo(json("{'message': 'Success'}"));
        assertArrived(ThunderChange.DELETE, "4");
    }
}
