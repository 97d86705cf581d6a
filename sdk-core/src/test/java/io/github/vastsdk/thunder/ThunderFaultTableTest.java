package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.FaultServer;
import io.github.vastsdk.FaultServer.Fault;
import io.github.vastsdk.FaultTableTest;
import io.github.vastsdk.FaultTableTest.Row;
import io.github.vastsdk.Mode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.error.TransportException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is sent, and what is thrown, when a call that changes something meets each fault: nothing that may have been
 * carried out is sent again unless a second time does no harm, and then only after the index was looked up again. Each
 * call may be repeated twice. The tables are those of {@code docs/thunder.md}.
 */
class ThunderFaultTableTest {
    private static final int RETRIES = 2;

    static Stream<Row> rows() {
        return FaultTableTest.rows();
    }

    private static String named(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static ThunderClient client(FaultServer server, Fault fault) {
        return ThunderWireTest.client(server.url())
                .timeout(Duration.ofMillis(FaultTableTest.isStall(fault) ? 150 : 20_000))
                .retries(RETRIES)
                .build();
    }

    /** What happened: requests that change something, look-ups, and the exception. */
    private record Outcome(int changes, int lookUps, @Nullable Throwable thrown) {
        @Override
        public String toString() {
            String what = thrown == null ? "succeeds" : "`" + thrown.getClass().getSimpleName() + "`";
            return changes + " + " + lookUps + " " + what;
        }
    }

    private static Outcome outcome(Row row, ThunderChange change, Mode mode) {
        String list = change.isLocated() ? ThunderWireTest.LIST.replace('\'', '"') : null;
        try (FaultServer server = new FaultServer(row.fault(), list);
                ThunderClient thunder = client(server, row.fault())) {
            Throwable thrown = catchThrowable(() -> mode.run(change.call(thunder)));
            return new Outcome(FaultTableTest.seen(server, row.fault()), server.reads(), thrown);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void change_whenEveryAnswerHasTheFault_thenIsRepeatedOnlyIfThatIsSafe(Row row) {
        StringBuilder line = new StringBuilder("| " + named(row.fault()) + " |");
        for (ThunderChange change : ThunderChange.values()) {
            Outcome outcome = outcome(row, change, Mode.SYNC);
            verify(row, change, outcome);
            assertThat(outcome(row, change, Mode.ASYNC)).hasToString(outcome.toString());
            line.append(' ').append(outcome).append(" |");
        }
        assertThat(ThunderDocs.lines()).contains(line.toString());
    }

    private static void verify(Row row, ThunderChange change, Outcome outcome) {
        boolean refused = row.fault() == Fault.REFUSED;
        int attempts = row.attempts().get(change.kind());
        // After the look-up nobody listens any more, so that the next look-up fails, too.
        int begun = refused && change.isLocated() ? 1 : attempts;
        assertThat(outcome.changes).as("%s", change).isEqualTo(refused ? 0 : attempts);
        assertThat(outcome.lookUps).as("look-ups of %s", change).isEqualTo(change.isLocated() ? begun : 0);
        if (change == ThunderChange.DELETE && row.fault() == Fault.EMPTY_OK) {
            assertThat(outcome.thrown).isNull();
            return;
        }
        assertThat(outcome.thrown).as("%s", change).isExactlyInstanceOf(row.thrown());
        assertThat(((SdkException) outcome.thrown).attempts()).isEqualTo(begun);
        assertThat(((SdkException) outcome.thrown).operation())
                .startsWith(change == ThunderChange.PORTS ? "PATCH" : "POST");
        if (outcome.thrown instanceof TransportException broken) {
            assertThat(broken.sent()).isEqualTo(row.sent());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void change_whenTheLookUpHasTheFault_thenIsNotSent(Row row) {
        Set<String> outcomes = Stream.of(Mode.values())
                .flatMap(mode -> EnumSet.range(ThunderChange.MODIFY, ThunderChange.GENERATE_KEY).stream()
                        .map(change -> lookUp(row, change, mode).toString()))
                .collect(Collectors.toSet());

        assertThat(outcomes).hasSize(1);
        assertThat(ThunderDocs.lines())
                .contains(
                        "| " + named(row.fault()) + " | " + outcomes.iterator().next() + " |");
    }

    private static Outcome lookUp(Row row, ThunderChange change, Mode mode) {
        try (FaultServer server = new FaultServer(row.fault());
                ThunderClient thunder = client(server, row.fault())) {
            Throwable thrown = catchThrowable(() -> mode.run(change.call(thunder)));

            assertThat(server.changes()).as("requests that change something").isZero();
            if (!ApiException.class.isAssignableFrom(row.thrown())) {
                assertThat(thrown)
                        .isExactlyInstanceOf(
                                FaultTableTest.isStall(row.fault())
                                        ? TimedOutException.class
                                        : ConnectFailedException.class);
                assertThat(((TransportException) thrown).sent()).isEqualTo(Sent.NO);
                assertThat(((SdkException) thrown).operation()).contains(ThunderWireTest.UUID);
                assertThat(((SdkException) thrown).attempts()).isZero();
            } else {
                // A refusal of the list is one of the call.
                assertThat(thrown).isExactlyInstanceOf(row.thrown());
                assertThat(((SdkException) thrown).operation()).isEqualTo("GET /v1/instances/list");
            }
            return new Outcome(0, FaultTableTest.seen(server, row.fault()), thrown);
        }
    }

    @Test
    void tables_whenComparedWithTheFaults_thenHaveEachTwice() {
        List<String> lines = ThunderDocs.lines();
        for (Fault fault : Fault.values()) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("| " + named(fault) + " |"))
                    .hasSize(2);
        }
    }
}
