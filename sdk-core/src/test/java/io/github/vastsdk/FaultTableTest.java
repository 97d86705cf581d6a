package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.FaultServer.Fault;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.internal.TestBackoff;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent, and what is thrown, for every fault and every kind of operation. Each call may be repeated twice. */
public class FaultTableTest {
    private static final int RETRIES = 2;

    FaultTableTest() {}

    /** One operation of each retry safety. */
    public enum Kind {
        READ,
        IDEMPOTENT,
        UNSAFE,
        NEVER;

        Call<?> call(VastClient vast) {
            return switch (this) {
                case READ -> vast.apiKeys().list();
                case IDEMPOTENT -> vast.apiKeys().delete(3);
                case UNSAFE -> vast.sshKeys().create(AccountRows.KEY);
                case NEVER -> vast.apiKeys().reset();
            };
        }
    }

    /**
     * A row of the table.
     *
     * @param attempts how often each kind is sent,
     * @param resent whether the JDK repeats each attempt of a GET once by itself
     */
    public record Row(
            Fault fault,
            Map<Kind, Integer> attempts,
            boolean resent,
            Class<? extends SdkException> thrown,
            @Nullable Sent sent) {}

    private static Row row(
            Fault fault, Map<Kind, Integer> attempts, Class<? extends SdkException> thrown, @Nullable Sent sent) {
        return new Row(fault, attempts, false, thrown, sent);
    }

    private static final Map<Kind, Integer> REFUSED_BEFORE_EXECUTION =
            Map.of(Kind.READ, 3, Kind.IDEMPOTENT, 3, Kind.UNSAFE, 3, Kind.NEVER, 1);
    private static final Map<Kind, Integer> PERHAPS_EXECUTED =
            Map.of(Kind.READ, 3, Kind.IDEMPOTENT, 3, Kind.UNSAFE, 1, Kind.NEVER, 1);
    private static final Map<Kind, Integer> NOT_WORTH_REPEATING =
            Map.of(Kind.READ, 1, Kind.IDEMPOTENT, 1, Kind.UNSAFE, 1, Kind.NEVER, 1);

    /** The table, a row for each fault. */
    public static Stream<Row> rows() {
        return Stream.of(
                row(Fault.LIMIT_JSON, REFUSED_BEFORE_EXECUTION, RateLimitedException.class, null),
                row(Fault.LIMIT_TEXT, REFUSED_BEFORE_EXECUTION, RateLimitedException.class, null),
                row(Fault.LIMIT_SHORT_TEXT, REFUSED_BEFORE_EXECUTION, RateLimitedException.class, null),
                row(Fault.LIMIT_ENVELOPE, REFUSED_BEFORE_EXECUTION, RateLimitedException.class, null),
                row(Fault.REFUSED, REFUSED_BEFORE_EXECUTION, ConnectFailedException.class, Sent.NO),
                new Row(Fault.RESET_AMID_REQUEST, PERHAPS_EXECUTED, true, ConnectionLostException.class, Sent.MAYBE),
                new Row(Fault.RESET_AFTER_REQUEST, PERHAPS_EXECUTED, true, ConnectionLostException.class, Sent.MAYBE),
                new Row(Fault.CLOSED_AFTER_REQUEST, PERHAPS_EXECUTED, true, ConnectionLostException.class, Sent.MAYBE),
                row(Fault.STALLED_HEADER, PERHAPS_EXECUTED, TimedOutException.class, Sent.MAYBE),
                row(Fault.STALLED_BODY, PERHAPS_EXECUTED, TimedOutException.class, Sent.MAYBE),
                row(Fault.TRUNCATED_BODY, PERHAPS_EXECUTED, ConnectionLostException.class, Sent.MAYBE),
                row(Fault.BAD_GATEWAY_HTML, PERHAPS_EXECUTED, ServerException.class, null),
                row(Fault.UNAVAILABLE_EMPTY, PERHAPS_EXECUTED, ServerException.class, null),
                row(Fault.SERVER_ERROR, NOT_WORTH_REPEATING, ServerException.class, null),
                row(Fault.EMPTY_OK, NOT_WORTH_REPEATING, ResponseFormatException.class, null),
                row(Fault.GARBAGE_OK, NOT_WORTH_REPEATING, ResponseFormatException.class, null),
                row(Fault.HTML_OK, NOT_WORTH_REPEATING, ResponseFormatException.class, null),
                row(Fault.REFUSAL_OK, NOT_WORTH_REPEATING, RejectedException.class, null));
    }

    static Stream<Arguments> table() {
        return rows().flatMap(row -> Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Mode.values()).map(mode -> Arguments.of(row, kind, mode))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("table")
    void fault_whenEveryAnswerHasIt_thenRepeatsOnlyWhatIsSafe(Row row, Kind kind, Mode mode) {
        try (FaultServer server = new FaultServer(row.fault);
                VastClient vast = VastClient.builder()
                        .apiKey(WireTest.API_KEY)
                        .baseUrl(server.url())
                        .backoff(TestBackoff.NONE)
                        .pacing(Pacing.off())
                        .timeout(Duration.ofMillis(isStall(row.fault) ? 150 : 20_000))
                        .retries(RETRIES)
                        .build()) {
            Throwable thrown = catchThrowable(() -> mode.run(kind.call(vast)));

            assertThat(thrown).isExactlyInstanceOf(row.thrown);
            int attempts = row.attempts.get(kind);
            assertThat(((SdkException) thrown).attempts()).as("attempts").isEqualTo(attempts);
            assertThat(seen(server, row.fault)).as("requests").isEqualTo(expected(row, kind, attempts));
            if (thrown instanceof TransportException broken) {
                assertThat(broken.sent()).isEqualTo(row.sent);
            }
        }
    }

    /** Whether the answer never comes to its end. */
    public static boolean isStall(Fault fault) {
        return fault == Fault.STALLED_HEADER || fault == Fault.STALLED_BODY;
    }

    /** How many faulty requests there were. */
    public static int seen(FaultServer server, Fault fault) {
        return fault == Fault.RESET_AMID_REQUEST ? server.begun() : server.requests();
    }

    private static int expected(Row row, Kind kind, int attempts) {
        if (row.fault == Fault.REFUSED) {
            return 0;
        }
        // The JDK's HTTP client repeats a GET by itself when the connection breaks before the answer begins.
        return row.resent && kind == Kind.READ ? attempts * 2 : attempts;
    }
}
