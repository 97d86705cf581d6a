package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.FaultTableTest.Kind;
import io.github.vastsdk.FaultTableTest.Row;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.query.OfferQuery;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent, and what is thrown, when renting meets each fault: nothing is rented twice. */
class CreateFaultTableTest {
    private static final int RETRIES = 2;

    /** The operations that rent. */
    enum Rental {
        CREATE,
        LAUNCH,
        BULK;

        Call<?> call(VastClient vast) {
            return switch (this) {
                case CREATE -> vast.instances().create(4242, r -> r.image("i"));
                case LAUNCH -> vast.instances().launch(OfferQuery.of(), r -> r.image("i"));
                case BULK -> vast.instances().bulk().create(List.of(1L, 2L), r -> r.image("i"));
            };
        }
    }

    static Stream<Arguments> table() {
        return FaultTableTest.rows().flatMap(row -> Stream.of(Rental.values())
                .flatMap(rental -> Stream.of(Mode.values()).map(mode -> Arguments.of(row, rental, mode))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("table")
    void rental_whenEveryAnswerHasTheFault_thenIsSentAgainOnlyIfItNeverArrived(Row row, Rental rental, Mode mode) {
        try (FaultServer server = new FaultServer(row.fault());
                VastClient vast = VastClient.builder()
                        .apiKey(WireTest.API_KEY)
                        .baseUrl(server.url())
                        .backoff(TestBackoff.NONE)
                        .pacing(Pacing.off())
                        .timeout(Duration.ofMillis(FaultTableTest.isStall(row.fault()) ? 150 : 20_000))
                        .retries(RETRIES)
                        .build()) {
            Throwable thrown = catchThrowable(() -> mode.run(rental.call(vast)));

            assertThat(thrown).isExactlyInstanceOf(row.thrown());
            int attempts = row.attempts().get(Kind.UNSAFE);
            assertThat(((SdkException) thrown).attempts()).as("attempts").isEqualTo(attempts);
            assertThat(FaultTableTest.seen(server, row.fault()))
                    .as("requests")
                    .isEqualTo(row.fault() == FaultServer.Fault.REFUSED ? 0 : attempts);
            if (thrown instanceof TransportException broken) {
                assertThat(broken.sent()).isEqualTo(row.sent());
            } else if (attempts > 1) {
                assertThat(thrown).as("refused before it was carried out").isInstanceOf(RateLimitedException.class);
            }
        }
    }
}
