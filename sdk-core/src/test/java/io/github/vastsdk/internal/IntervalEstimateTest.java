package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntervalEstimateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static long nanos(double seconds) {
        return (long) (seconds * SECOND.toNanos());
    }

    @Test
    void refused_whenAStricterIntervalIsStated_thenTakesItOver() {
        IntervalEstimate estimate = IntervalEstimate.trusted(SECOND);
        assertThat(estimate.isSearching()).isFalse();

        estimate.refused(estimate.gap(), Duration.ofSeconds(5));

        assertThat(estimate.gap()).isBetween(nanos(5), nanos(5.5));
        estimate.accepted(estimate.gap());
        assertThat(estimate.isSearching()).isFalse();
        assertThat(estimate.gap()).isBetween(nanos(5), nanos(5.5));
    }

    @Test
    void refused_whenSentBeforeTheDistanceWasKnown_thenChangesNothing() {
        IntervalEstimate estimate = IntervalEstimate.trusted(SECOND);
        long before = estimate.gap();

        estimate.refused(nanos(0.5), SECOND);

        assertThat(estimate.gap()).isEqualTo(before);
    }

    @Test
    void refused_whenAtASteadyDistance_thenKeepsALittleMore() {
        IntervalEstimate estimate = IntervalEstimate.trusted(SECOND);
        long before = estimate.gap();

        estimate.refused(before, null);

        assertThat(estimate.gap()).isBetween(before + 1, before + nanos(0.2));
    }

    @Test
    void refused_whenTheStatedIntervalDoesNotSuffice_thenDoublesIt() {
        IntervalEstimate estimate = IntervalEstimate.guess(SECOND);
        estimate.refused(estimate.gap(), SECOND);
        assertThat(estimate.gap()).isBetween(nanos(1), nanos(1.1));

        estimate.refused(estimate.gap(), SECOND);

        assertThat(estimate.gap()).isBetween(nanos(2), nanos(2.2));
        assertThat(estimate.safeGap()).isGreaterThanOrEqualTo(estimate.gap());
    }

    @Test
    void accepted_whenVeryOftenAtASteadyDistance_thenLooksWhetherLessIsEnough() {
        IntervalEstimate estimate = IntervalEstimate.trusted(SECOND);
        long before = estimate.gap();
        for (int i = 0; i < 1_000 && !estimate.isSearching(); i++) {
            estimate.accepted(before);
        }
        assertThat(estimate.isSearching()).isTrue();
        assertThat(estimate.gap()).isLessThan(before);

        estimate.refused(estimate.gap(), SECOND);

        assertThat(estimate.isSearching()).isFalse();
        assertThat(estimate.gap()).isBetween(nanos(1), nanos(1.1));
    }

    @Test
    void accepted_whenNoDistanceIsEverRefused_thenEndsAtOneNotWorthKeeping() {
        IntervalEstimate estimate = IntervalEstimate.guess(SECOND);
        for (int i = 0; i < 100 && estimate.isSearching(); i++) {
            estimate.accepted(estimate.gap());
        }

        assertThat(estimate.isSearching()).isFalse();
        assertThat(estimate.gap()).isLessThan(Duration.ofMillis(5).toNanos());
    }
}
