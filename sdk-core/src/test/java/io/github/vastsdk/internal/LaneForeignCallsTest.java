package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lanes of a client that is not the only one to use its API key. */
class LaneForeignCallsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTimer timer = new VirtualTimer();

    private Lane lane(@Nullable Duration documented, boolean proactive) {
        return new Lane("test", timer, null, documented, proactive);
    }

    private Duration waited(Lane lane, boolean mayBeRefused) {
        long begun = timer.nanos();
        CompletableFuture<Lane.Permit> permit = lane.acquire(false, mayBeRefused);
        while (!permit.isDone()) {
            assertThat(timer.runNext()).as("a moment to go").isTrue();
        }
        return Duration.ofNanos(timer.nanos() - begun);
    }

    private void send(Lane lane, boolean refused) {
        CompletableFuture<Lane.Permit> permit = lane.acquire(false, true);
        while (!permit.isDone()) {
            assertThat(timer.runNext()).as("a moment to go").isTrue();
        }
        if (refused) {
            lane.refused(permit.join(), SECOND);
        } else {
            lane.accepted(permit.join());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lane_whenTheVeryFirstCallIsRefused_thenTheNextWaitsAboutTheStatedInterval(boolean proactive) {
        Lane lane = lane(SECOND, proactive);
        send(lane, true);

        assertThat(waited(lane, true)).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lane_whenTheVeryFirstCallIsRefused_thenACallThatMustNotBeRefusedWaitsAFewIntervals(boolean proactive) {
        Lane lane = lane(SECOND, proactive);
        send(lane, true);

        assertThat(waited(lane, false)).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void lane_whenRefusedAfterALongPause_thenTheNextWaitsAboutTheStatedInterval() {
        Lane lane = lane(SECOND, true);
        send(lane, false);
        timer.advance(Duration.ofMinutes(10));
        send(lane, true);

        assertThat(waited(lane, true)).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void lane_whenRefusedAgainAndAgainByOthers_thenStillGoesOn() {
        Lane lane = lane(null, false);
        for (int i = 0; i < 6; i++) {
            send(lane, false);
            timer.advance(Duration.ofMinutes(5));
            send(lane, true);
        }

        assertThat(waited(lane, true)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
}
