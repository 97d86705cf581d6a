package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.Call;
import io.github.vastsdk.CallObserver;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.Mode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.RetrySafety;
import io.github.vastsdk.internal.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal: which exception it is, what the exception knows, and which calls are repeated. */
class ThunderErrorsTest extends ThunderWireTest {
    private static final int RETRIES = 2;

    /** Which kinds of operations are repeated after a status. */
    private enum Repeated {
        NONE,
        HARMLESS,
        ALL_BUT_NEVER;

        boolean covers(RetrySafety safety) {
            return switch (this) {
                case NONE -> false;
                case HARMLESS -> safety == RetrySafety.READ || safety == RetrySafety.IDEMPOTENT;
                case ALL_BUT_NEVER -> safety != RetrySafety.NEVER;
            };
        }
    }

    private record Row(int status, Class<? extends ApiException> thrown, Repeated repeated) {}

    private static Stream<Row> rows() {
        return Stream.of(
                new Row(301, RejectedException.class, Repeated.NONE),
                new Row(302, RejectedException.class, Repeated.NONE),
                new Row(304, RejectedException.class, Repeated.NONE),
                new Row(307, RejectedException.class, Repeated.NONE),
                new Row(308, RejectedException.class, Repeated.NONE),
                new Row(400, BadRequestException.class, Repeated.NONE),
                new Row(401, AuthenticationException.class, Repeated.NONE),
                new Row(402, InsufficientCreditException.class, Repeated.NONE),
                new Row(403, PermissionDeniedException.class, Repeated.NONE),
                new Row(404, NotFoundException.class, Repeated.NONE),
                new Row(408, RejectedException.class, Repeated.HARMLESS),
                new Row(409, ConflictException.class, Repeated.NONE),
                new Row(418, RejectedException.class, Repeated.NONE),
                new Row(422, BadRequestException.class, Repeated.NONE),
                new Row(429, RateLimitedException.class, Repeated.ALL_BUT_NEVER),
                new Row(500, ServerException.class, Repeated.NONE),
                new Row(501, ServerException.class, Repeated.NONE),
                new Row(502, ServerException.class, Repeated.HARMLESS),
                new Row(503, ServerException.class, Repeated.HARMLESS),
                new Row(504, ServerException.class, Repeated.HARMLESS));
    }

    /** One operation of each safety. The 404 of one whose path names an instance is a matter of its own. */
    private enum Kind {
        READ(RetrySafety.READ),
        DELETE(RetrySafety.IDEMPOTENT),
        CREATE(RetrySafety.UNSAFE),
        GENERATE(RetrySafety.NEVER);

        private final RetrySafety safety;

        Kind(RetrySafety safety) {
            this.safety = safety;
        }

        Call<?> call(ThunderClient thunder) {
            return switch (this) {
                case READ -> thunder.specs();
                case DELETE -> thunder.snapshots().delete("s1");
                case CREATE -> thunder.instances().create(request());
                case GENERATE -> thunder.instances().generateKey(UUID);
            };
        }

        private static CreateThunderInstance request() {
            return CreateThunderInstance.of(request -> request.template("base")
                    .gpuType("a6000")
                    .numGpus(1)
                    .cpuCores(4)
                    .diskGb(100));
        }
    }

    /** A body, what it states, and what can be told of it. */
    private record Body(
            String type, String text, @Nullable Integer bodyStatus, ErrorCode code, @Nullable String detail) {}

    private static Stream<Body> bodies(int status) {
        ErrorCode code = ErrorCode.of("some_thing");
        String json = "application/json";
        return Stream.of(
                new Body(json, error("'code':%d,".formatted(status)), status, code, "It is so."),
                new Body(json, error(""), null, code, "It is so."),
                new Body(json, error("'code':499,"), 499, code, "It is so."),
                new Body(json, error("'code':'499',"), 499, code, "It is so."),
                new Body(json, error("'code':0,"), null, code, "It is so."),
                new Body(json, "{\"message\":\"It is so.\"}", null, ErrorCode.NONE, "It is so."),
                new Body(json, "{\"error\":\"It is so.\"}", null, ErrorCode.NONE, "It is so."),
                new Body(json, "{}", null, ErrorCode.NONE, null),
                new Body("text/plain", "It is so.", null, ErrorCode.NONE, "It is so."),
                new Body("text/html", "<html>bad</html>", null, ErrorCode.NONE, "an HTML page"),
                new Body(json, "{{{{", null, ErrorCode.NONE, "{{{{"),
                new Body(json, "", null, ErrorCode.NONE, null));
    }

    private static String error(String code) {
        return "{%s'error':'some_thing','message':'It is so.'}".formatted(code).replace('\'', '"');
    }

    /** Answers look-ups well and everything else in one way. */
    private void answerAll(int status, String type, String body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return "/v1/instances/list".equals(request.getTarget())
                        ? new MockResponse.Builder()
                                .body(LIST.replace('\'', '"'))
                                .build()
                        : new MockResponse.Builder()
                                .code(status)
                                .addHeader("Content-Type", type)
                                .addHeader("X-Request-Id", "r-1")
                                .body(body)
                                .build();
            }
        });
    }

    static Stream<Arguments> table() {
        return rows().flatMap(row -> Stream.of(Mode.values()).map(mode -> Arguments.of(row, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("table")
    void refusal_whenAnswered_thenTheStatusDecidesAndNothingIsLost(Row row, Mode mode) {
        bodies(row.status).forEach(body -> {
            answerAll(row.status, body.type, row.status == 304 ? "" : body.text);
            ApiException refused = catchThrowableOfType(
                    ApiException.class, () -> mode.run(Kind.CREATE.call(thunder).retries(0)));

            assertThat(refused).as("%s", body).isExactlyInstanceOf(row.thrown);
            assertThat(refused.status()).isEqualTo(row.status);
            assertThat(refused.headers()).containsEntry("x-request-id", List.of("r-1"));
            if (row.status != 304) {
                assertThat(refused.bodyStatus())
                        .as("%s", body)
                        .isEqualTo(body.bodyStatus == null ? OptionalInt.empty() : OptionalInt.of(body.bodyStatus));
                assertThat(refused.code()).as("%s", body).isEqualTo(body.code);
                assertThat(refused.body()).as("%s", body).isEqualTo(body.text);
            }
            if (row.status >= 400) {
                assertThat(refused.detail()).as("%s", body).isEqualTo(body.detail);
                assertThat(refused)
                        .hasMessageStartingWith("POST /v1/instances/create → " + row.status
                                + (body.code.equals(ErrorCode.NONE) ? "" : " some_thing")
                                + (body.detail == null ? " (1 attempt" : ": " + body.detail + " (1 attempt"));
            }
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("table")
    void refusal_whenEveryAnswerIsOne_thenIsRepeatedOnlyIfThatIsSafe(Row row, Mode mode) {
        answerAll(row.status, "application/json", row.status == 304 ? "" : error(""));
        for (Kind kind : Kind.values()) {
            int before = server.getRequestCount();
            SdkException thrown = catchThrowableOfType(
                    SdkException.class, () -> mode.run(kind.call(thunder).retries(RETRIES)));

            int attempts = row.repeated.covers(kind.safety) ? 1 + RETRIES : 1;
            assertThat(thrown).as("%s", kind).isExactlyInstanceOf(row.thrown);
            assertThat(thrown.attempts()).as("attempts of %s", kind).isEqualTo(attempts);
            assertThat(server.getRequestCount() - before)
                    .as("requests of %s", kind)
                    .isEqualTo(kind == Kind.GENERATE ? 2 * attempts : attempts);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request",
        "400, temporarily_disabled",
        "400, unsupported_instance_version",
        "404, not_found",
        "401, unauthorized",
        "403, forbidden",
        "409, conflict",
        "500, internal_error",
        "502, bad_gateway"
    })
    void code_whenTheServiceNamesOne_thenIsKept(int status, String code) {
        answerJson(status, "{'error': '" + code + "', 'message': 'm'}");

        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> thunder.sshKeys().add("n", ThunderRows.KEY).execute());

        assertThat(refused.code()).isEqualTo(ErrorCode.of(code));
        assertThat(refused.bodyStatus()).isEmpty();
        assertThat(List.of(
                                ThunderErrorCode.INVALID_REQUEST,
                                ThunderErrorCode.TEMPORARILY_DISABLED,
                                ThunderErrorCode.UNSUPPORTED_INSTANCE_VERSION,
                                ThunderErrorCode.NOT_FOUND)
                        .contains(refused.code()))
                .isEqualTo(status == 400 || status == 404);
    }

    @Test
    void sshKey_whenItIsUnknown_thenItsOwnExceptionSaysSo() {
        answerJson(404, "{'error': 'not_found', 'message': 'm'}");
        assertThat(catchThrowable(() -> thunder.sshKeys().delete("k").execute()))
                .isExactlyInstanceOf(NoSuchSshKeyException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true, 401", "true, 403", "false, 200"})
    void token_whenItIsNotGood_thenTheCallFails(boolean refused, int status) {
        answerJson(status, refused ? "{'error': 'unauthorized'}" : "{'valid': false, 'email': 'a@example.com'}");

        Throwable thrown = catchThrowable(() -> thunder.validateToken().execute());

        assertThat(thrown)
                .isExactlyInstanceOf(status == 403 ? PermissionDeniedException.class : AuthenticationException.class);
        assertThat(((ApiException) thrown).status()).isEqualTo(status);
        assertThat(thrown.toString()).doesNotContain(API_KEY);
    }

    /** Keeps the waits before repetitions. */
    private static final class Waits implements CallObserver {
        private final List<Duration> waits = new ArrayList<>();

        @Override
        public void onRetry(long execution, String operation, SdkException failure, Duration wait) {
            waits.add(wait);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, none, 0", "7, none, 7", "0, none, 0", "none, 9, 9", "2.5, none, 2.5", "nonsense, none, 0"})
    void rateLimit_whenItNamesATime_thenTheNextAttemptWaitsSoLong(
            @Nullable String header, @Nullable String member, double seconds) throws InterruptedException {
        VirtualTimer timer = new VirtualTimer();
        Waits waits = new Waits();
        ThunderClient.Builder builder = client().observer(waits).retries(1);
        ClientSettings.of(builder).timer(timer);
        MockResponse.Builder limit = new MockResponse.Builder()
                .code(429)
                .body("{\"code\": 429, \"error\": \"rate_limit_exceeded\""
                        + (member == null ? "}" : ", \"retry_after\": " + member + "}"));
        if (header != null) {
            limit.addHeader("Retry-After", header);
        }
        server.enqueue(limit.build());
        server.enqueue(limit.build());
        try (ThunderClient client = builder.build()) {
            var call = client.instances().create(Kind.request()).executeAsync();

            RateLimitedException refused = (RateLimitedException)
                    catchThrowableOfType(CompletionException.class, () -> timer.runUntil(call, Duration.ofSeconds(20)))
                            .getCause();

            Duration asked = Duration.ofMillis(Math.round(seconds * 1000));
            assertThat(refused.isRateLimit()).isTrue();
            assertThat(refused.retryAfter()).isEqualTo(asked.isZero() ? null : asked);
            assertThat(refused.attempts()).isEqualTo(2);
            assertThat(waits.waits).singleElement().satisfies(wait -> assertThat(wait)
                    .isBetween(asked.isZero() ? Duration.ofMillis(1) : asked, asked.plusSeconds(1)));
        }
    }

    @Test
    void redirect_whenAnswered_thenTheTokenGoesNowhereElse() {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", "https://elsewhere.example/login?token=x")
                .build());

        assertThat(catchThrowable(() -> thunder.instances().list().execute()))
                .isExactlyInstanceOf(RejectedException.class)
                .hasMessageContaining("redirected to https://elsewhere.example;");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
