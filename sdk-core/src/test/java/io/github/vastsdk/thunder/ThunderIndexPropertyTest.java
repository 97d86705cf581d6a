package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.FaultTableTest.Kind;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.error.WrongInstanceException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.PromptSockets;
import io.github.vastsdk.internal.VirtualTimer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockWebServer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** What holds of every change, whatever comes and goes between its requests and whatever fails. */
class ThunderIndexPropertyTest {
    private static final Duration HORIZON = Duration.ofSeconds(20);

    @Provide
    Arbitrary<ThunderChange> located() {
        return Arbitraries.of(ThunderChange.class).filter(ThunderChange::isLocated);
    }

    /** A service, after one call. */
    private record Outcome(ShiftingCloud cloud, @Nullable SdkException thrown) {}

    private static Outcome run(long seed, ThunderChange change, boolean shiftsBeforeChanges) throws Exception {
        VirtualTimer timer = new VirtualTimer();
        ShiftingCloud cloud = new ShiftingCloud(seed, change, shiftsBeforeChanges);
        try (MockWebServer server = new MockWebServer()) {
            server.setServerSocketFactory(new PromptSockets());
            server.setDispatcher(cloud);
            server.start();
            ThunderClient.Builder builder =
                    ThunderWireTest.client(server.url("/").toString()).retries(3);
            ClientSettings.of(builder).timer(timer);
            try (ThunderClient thunder = builder.build()) {
                timer.runUntil(change.call(thunder).executeAsync(), HORIZON);
                return new Outcome(cloud, null);
            } catch (CompletionException e) {
                return new Outcome(cloud, (SdkException) e.getCause());
            }
        }
    }

    /** What is true whether or not indexes move between a list and the change that follows. */
    private static void verifyTruth(ThunderChange change, Outcome outcome) {
        ShiftingCloud cloud = outcome.cloud;
        SdkException thrown = outcome.thrown;
        if (change.kind() != Kind.IDEMPOTENT) {
            assertThat(cloud.touched()).as("carried out at most once").hasSizeLessThan(2);
        }
        if (change.kind() == Kind.NEVER) {
            assertThat(cloud.changes()).as("sent at most once").isLessThan(2);
        }
        if (thrown == null) {
            assertThat(cloud.answeredAbout()).as("a success has an answer").isNotNull();
        } else if (thrown.attempts() == 0 || (thrown instanceof TransportException lost && lost.sent() == Sent.NO)) {
            assertThat(cloud.touched()).as("after %s", thrown).isEmpty();
        }
        if (thrown instanceof NoSuchInstanceException) {
            assertThat(cloud.listsWithoutIt()).as("lists in succession").isGreaterThanOrEqualTo(2);
        }
        if (thrown instanceof ApiException refused && refused.operation().startsWith("GET ")) {
            assertThat(cloud.touched()).as("after %s", thrown).isEmpty();
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void change_whenNothingMovesBetweenListAndChange_thenTouchesNoOther(
            @ForAll long seed, @ForAll("located") ThunderChange change) throws Exception {
        Outcome outcome = run(seed, change, false);

        verifyTruth(change, outcome);
        assertThat(outcome.cloud.touched()).allMatch(ThunderWireTest.UUID::equals);
        assertThat(outcome.thrown instanceof WrongInstanceException).isFalse();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void change_whenEverythingMoves_thenTellsWhatItTouchedAndStops(
            @ForAll long seed, @ForAll("located") ThunderChange change) throws Exception {
        Outcome outcome = run(seed, change, true);

        verifyTruth(change, outcome);
        if (!change.isTold()) {
            return;
        }
        String about = outcome.cloud.answeredAbout();
        if (outcome.thrown == null) {
            assertThat(about).isEqualTo(ThunderWireTest.UUID);
        } else if (outcome.thrown instanceof WrongInstanceException wrong) {
            assertThat(wrong.named()).isEqualTo(ThunderWireTest.UUID);
            assertThat(wrong.touched()).isEqualTo(about).isNotEqualTo(ThunderWireTest.UUID);
        } else {
            assertThat(about).as("an answer that was passed over").isNull();
        }
    }
}
