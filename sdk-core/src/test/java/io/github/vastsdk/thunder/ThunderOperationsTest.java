package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.Call;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Mode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.internal.RetrySafety;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per operation: what it sends, how its answer is read, and what it does with an answer that makes no sense. */
class ThunderOperationsTest extends ThunderWireTest {
    /** What the published schema has, each path below {@code /v1}. */
    private static final Set<String> PUBLISHED = Set.of(
            "GET /v1/instances/list",
            "POST /v1/instances/create",
            "POST /v1/instances/{id}/delete",
            "POST /v1/instances/{id}/modify",
            "POST /v1/instances/{id}/add_key",
            "POST /v1/keys/add",
            "GET /v1/keys/list",
            "DELETE /v1/keys/{id}",
            "POST /v1/snapshots/create",
            "GET /v1/snapshots/list",
            "DELETE /v1/snapshots/{id}",
            "GET /v1/specs",
            "GET /v1/pricing",
            "GET /v1/thunder-templates");

    /** What the service's own programs use beside that. */
    private static final Set<String> UNPUBLISHED = Set.of(
            "PATCH /v1/instances/{id}/ports",
            "GET /v2/specs",
            "GET /v2/pricing",
            "GET /v1/status",
            "GET /v2/status",
            "GET /v1/auth/validate");

    static Stream<ThunderRow<?>> operations() {
        return ThunderRows.rows();
    }

    static Stream<Arguments> operationsInEachMode() {
        return operations().flatMap(row -> Stream.of(Mode.values()).map(mode -> Arguments.of(row, mode)));
    }

    @Test
    void rows_whenComparedWithTheService_thenNoneIsMissingOrMadeUp() {
        Set<String> known = new TreeSet<>(PUBLISHED);
        known.addAll(UNPUBLISHED);
        Set<String> ours = operations().map(ThunderRow::line).collect(Collectors.toSet());

        assertThat(ours).isEqualTo(known);
        assertThat(PUBLISHED).hasSize(14);
        assertThat(UNPUBLISHED).hasSize(6);
    }

    @Test
    void rows_whenComparedWithTheClient_thenEveryCallHasOne() {
        Set<String> called = operations()
                .map(row -> row.sdk().replaceFirst(".*\\.", "").replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());
        called.add("call"); // has no operation of its own

        assertThat(Stream.of(ThunderClient.class, ThunderInstances.class, ThunderSshKeys.class, ThunderSnapshots.class)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method ->
                                Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Call.class)
                        .map(Method::getName))
                .isSubsetOf(called)
                .hasSizeGreaterThan(20);
    }

    /** Answers the look-up that comes first, if the path names an instance. */
    private void answerLookUp(ThunderRow<?> row) {
        if (row.isLocated()) {
            answerJson(200, LIST);
        }
    }

    private void verifyLookUp(ThunderRow<?> row) throws InterruptedException {
        if (row.isLocated()) {
            RecordedRequest list = request();
            assertThat(list.getMethod()).isEqualTo("GET");
            assertThat(list.getTarget()).isEqualTo("/v1/instances/list");
        }
    }

    private int requests(ThunderRow<?> row, int own) {
        return row.isLocated() ? 2 * own : own;
    }

    private static <T> void readsIt(ThunderRow<T> row, ThunderClient thunder, Mode mode) throws Exception {
        T value = mode.run(row.call().apply(thunder));
        row.read().accept(value);
        assertThat(extra(value)).contains("zz_future");
    }

    /** Names the unknown members that a value keeps. */
    private static Set<String> extra(Object value) throws ReflectiveOperationException {
        Object record = value instanceof Optional<?> found ? found.orElseThrow() : value;
        if (record instanceof Listing<?> rows) {
            Set<String> all = new TreeSet<>();
            for (Object row : rows) {
                all.addAll(extra(row));
            }
            return all;
        }
        Method extra = record.getClass().getMethod("extra");
        return ((java.util.Map<?, ?>) extra.invoke(record))
                .keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operationsInEachMode")
    void operation_whenExecuted_thenSendsExactlyThisAndReadsTheAnswer(ThunderRow<?> row, Mode mode) throws Exception {
        answerLookUp(row);
        answerJson(row.status(), row.answer());

        readsIt(row, thunder, mode);

        verifyLookUp(row);
        row.sends().verify(request());
        assertThat(server.getRequestCount()).isEqualTo(requests(row, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenExecutedTwice_thenLooksUpAnewEachTime(ThunderRow<?> row) throws Exception {
        Call<?> call = row.call().apply(thunder);
        for (String index : List.of(INDEX, "11")) {
            if (row.isLocated()) {
                answerJson(200, "{'" + index + "': {'uuid': '" + UUID + "'}}");
            }
            answerJson(row.status(), row.answer());

            call.execute();

            verifyLookUp(row);
            assertThat(request().getTarget())
                    .isEqualTo(row.isLocated() ? row.path().replace("{id}", index) : row.sent());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenRawOrWithReply_thenHoldsTheWholeAnswer(ThunderRow<?> row) {
        answerLookUp(row);
        answerJson(row.status(), row.answer());
        assertThat(row.call().apply(thunder).raw().execute()).isEqualTo(json(row.answer()));

        answerLookUp(row);
        answerJson(row.status(), row.answer());
        var reply = row.call().apply(thunder).withReply().execute();
        assertThat(reply.status()).isEqualTo(row.status());
        assertThat(reply.json()).isEqualTo(json(row.answer()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenBuilt_thenNamesItselfAndHidesItsValues(ThunderRow<?> row) {
        Call<?> call = row.call().apply(thunder);

        assertThat(call.toString())
                .startsWith("Call[" + row.method() + " " + row.shown())
                .endsWith("(not sent; call .execute())")
                .doesNotContain("AAAA");
        assertThat(call.toCurl())
                .contains("-X " + row.method(), row.shown(), "Bearer $TNR_API_TOKEN")
                .doesNotContain(API_KEY);
        assertThat(server.getRequestCount()).isZero();
    }

    /**
     * Lets an operation meet an answer.
     *
     * @return what it threw; null if it took it for a success
     */
    private Throwable meet(ThunderRow<?> row, Mode mode, int status, String body) {
        int before = server.getRequestCount();
        answerLookUp(row);
        answer(status, body);
        Throwable thrown = catchThrowable(() -> mode.run(row.call().apply(thunder)));
        assertThat(server.getRequestCount() - before)
                .as("requests of %s answered with \"%s\"", row, body)
                .isEqualTo(requests(row, 1));
        return thrown;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operationsInEachMode")
    void operation_whenAnswerMakesNoSense_thenIsNeverASuccess(ThunderRow<?> row, Mode mode) {
        for (String nonsense : List.of("<html>hello</html>", "{{{{", "null", "17", "[1]", "\"text\"", "[[]]", "true")) {
            assertThat(meet(row, mode, 200, nonsense))
                    .as("%s answered with \"%s\"", row, nonsense)
                    .isExactlyInstanceOf(ResponseFormatException.class);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operationsInEachMode")
    void operation_whenAnswerIsEmpty_thenIsASuccessOnlyOfDeletions(ThunderRow<?> row, Mode mode) {
        for (int status : List.of(200, 204)) {
            if (row.sdk().contains("delete")) {
                assertThat(meet(row, mode, status, "")).isNull();
            } else {
                assertThat(meet(row, mode, status, "")).isExactlyInstanceOf(ResponseFormatException.class);
            }
        }
    }

    @Test
    void raw_whenADeletionAnswersNothing_thenIsNothingToo() {
        answerJson(200, LIST);
        answer(204, "");

        assertThat(thunder.instances().delete(UUID).raw().execute().isMissingNode())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operationsInEachMode")
    void operation_whenASuccessNamesAnError_thenIsRefused(ThunderRow<?> row, Mode mode) {
        for (String body : List.of(
                "{'code': 400, 'error': 'invalid_request', 'message': 'no'}",
                "{'error': 'invalid_request', 'message': 'no'}",
                "{'success': false, 'error': 'invalid_request', 'message': 'no'}")) {
            Throwable thrown = meet(row, mode, 200, body.replace('\'', '"'));

            assertThat(thrown).as("%s answered with %s", row, body).isExactlyInstanceOf(RejectedException.class);
            ApiException refused = (ApiException) thrown;
            assertThat(refused.code()).isEqualTo(ThunderErrorCode.INVALID_REQUEST);
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.detail()).isEqualTo("no");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenAnswerLacksWhatItIsAbout_thenIsNoSuccess(ThunderRow<?> row) {
        boolean sayNothing = row.sdk().contains("delete");
        boolean mayBeEmpty =
                row.line().equals("GET /v1/instances/list") || row.sdk().equals("templates()");
        Throwable thrown = row.isSearch() && mayBeEmpty ? null : meet(row, Mode.SYNC, 200, "{}");

        if (sayNothing || mayBeEmpty) {
            assertThat(thrown).isNull();
        } else {
            assertThat(thrown).isExactlyInstanceOf(ResponseFormatException.class);
        }
    }

    /** Answers the look-ups well and everything else with a status. */
    private static final class Unwilling extends Dispatcher {
        private final ThunderRow<?> row;
        private final int status;

        Unwilling(ThunderRow<?> row, int status) {
            this.row = row;
            this.status = status;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            boolean lookUp = row.isLocated() && "GET".equals(request.getMethod());
            return lookUp
                    ? new MockResponse.Builder().body(LIST.replace('\'', '"')).build()
                    : new MockResponse.Builder().code(status).build();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenServiceIsUnwilling_thenIsRepeatedAsItsSafetySays(ThunderRow<?> row) {
        boolean harmless = row.safety() == RetrySafety.READ || row.safety() == RetrySafety.IDEMPOTENT;
        assertThat(attempts(row, 503)).as("perhaps processed").isEqualTo(harmless ? 3 : 1);
        assertThat(attempts(row, 429)).as("not processed").isEqualTo(row.safety() == RetrySafety.NEVER ? 1 : 3);
        assertThat(attempts(row, 500)).as("not worth repeating").isEqualTo(1);
    }

    private int attempts(ThunderRow<?> row, int status) {
        server.setDispatcher(new Unwilling(row, status));
        int before = server.getRequestCount();
        Throwable thrown =
                catchThrowable(() -> row.call().apply(thunder).retries(2).execute());
        int attempts = ((SdkException) thrown).attempts();
        assertThat(server.getRequestCount() - before).isEqualTo(requests(row, attempts));
        return attempts;
    }

    @Test
    void call_whenNotModelled_thenSendsWhatItIsGiven() throws InterruptedException {
        answerJson(200, "{'message': 'Success'}");

        assertThat(thunder.call("POST", "/v1/instances/0/delete?a=b", null).execute())
                .isEqualTo(json("{'message': 'Success'}"));

        RecordedRequest request = request();
        assertThat(request.getTarget()).isEqualTo("/v1/instances/0/delete?a=b");
        assertThat(body(request)).isEqualTo("{}");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
    }

    @ParameterizedTest
    @MethodSource("bases")
    void baseUrl_whenItEndsInAVersionOrNot_thenPathsAreTheSame(String suffix) throws InterruptedException {
        answerJson(200, "{}");
        answerJson(200, "{'specs': {}}");
        try (ThunderClient client = client(server.url(suffix).toString()).build()) {
            client.instances().list().execute();
            client.specs().execute();
        }
        assertThat(request().getTarget()).isEqualTo("/v1/instances/list");
        assertThat(request().getTarget()).isEqualTo("/v2/specs");
    }

    static Stream<String> bases() {
        return Stream.of("", "/", "/v1", "/v1/", "/v2", "/v2/");
    }
}
