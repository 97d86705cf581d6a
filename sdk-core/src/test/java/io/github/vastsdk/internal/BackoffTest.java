package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static Backoff with(double random) {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), () -> random);
    }

    @Property
    void after_whenTheServerAskedForAWait_thenIsNeverShorterAndAtMostAQuarterLonger(
            @ForAll @IntRange(min = 1, max = 1_000_000) int failed,
            @ForAll @LongRange(min = 0, max = 86_400_000) long asked,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration floor = Duration.ofMillis(asked);

        Duration wait = with(random).after(failed, floor);

        Duration longest = floor.compareTo(Duration.ofSeconds(30)) > 0 ? floor : Duration.ofSeconds(30);
        assertThat(wait).isGreaterThanOrEqualTo(floor);
        assertThat(wait).isLessThanOrEqualTo(longest.plus(longest.dividedBy(4)));
    }

    @Test
    void after_whenFailuresFollowEachOther_thenDoublesUpToTheLongest() {
        List<Long> waits = IntStream.rangeClosed(1, 9)
                .mapToObj(failed -> with(0).after(failed, Duration.ZERO).toMillis())
                .toList();

        assertThat(waits).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void after_whenRandomIsHigh_thenLengthensByUpToAQuarter() {
        assertThat(with(0.5).after(1, Duration.ofSeconds(4))).isEqualTo(Duration.ofMillis(4_500));
    }

    @RepeatedTest(20)
    void standard_whenFirstFailure_thenAboutHalfASecond() {
        assertThat(Backoff.standard().after(1, Duration.ZERO))
                .isBetween(Duration.ofMillis(500), Duration.ofMillis(625));
    }
}
