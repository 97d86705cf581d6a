package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lanes against simulated services, in virtual time. */
class LaneTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(2);

    private final VirtualTimer timer = new VirtualTimer();

    /** A service that enforces one interval and says another. */
    private final class Service {
        private final Random random;
        private final long interval;
        private final @Nullable Duration stated;
        private final double jitter;
        private boolean seen;
        private long lastAccepted;
        private int accepted;
        private final List<Integer> refusedAfter = new ArrayList<>();
        private long finished;

        Service(Duration interval, @Nullable Duration stated, double jitter, long seed) {
            this.random = new Random(seed);
            this.interval = interval.toNanos();
            this.stated = stated;
            this.jitter = jitter;
        }

        /** Sends one call and repeats it until it is accepted, as the transport does. */
        void call(Lane lane, boolean again) {
            CompletableFuture<Void> unused = lane.acquire(again, true).thenAccept(permit -> {
                long there = ROUND_TRIP.dividedBy(2).toNanos() + (long) (interval * jitter * random.nextDouble());
                timer.later(() -> arrive(lane, permit), Duration.ofNanos(there));
            });
        }

        private void arrive(Lane lane, Lane.Permit permit) {
            boolean early = seen && timer.nanos() - lastAccepted < interval;
            if (early) {
                refusedAfter.add(accepted);
            } else {
                seen = true;
                lastAccepted = timer.nanos();
                accepted++;
            }
            timer.later(
                    () -> {
                        finished = timer.nanos();
                        if (early) {
                            lane.refused(permit, stated);
                            Duration wait = stated == null ? Duration.ofMillis(600) : stated.plusMillis(500);
                            timer.later(() -> call(lane, true), wait);
                        } else {
                            lane.accepted(permit);
                        }
                    },
                    ROUND_TRIP.dividedBy(2));
        }
    }

    private Service run(int calls, Duration interval, @Nullable Duration stated, double jitter, long seed) {
        Service service = new Service(interval, stated, jitter, seed);
        Lane lane = new Lane("test", timer, null, null, false);
        for (int i = 0; i < calls; i++) {
            service.call(lane, false);
        }
        while (timer.runNext()) {
            // until every call is accepted
        }
        assertThat(service.accepted).isEqualTo(calls);
        return service;
    }

    static Stream<Arguments> services() {
        Duration second = Duration.ofSeconds(1);
        Duration two = Duration.ofSeconds(2);
        return Stream.of(
                Arguments.of("tells the truth", two, two),
                Arguments.of("tells the truth about a short interval", Duration.ofMillis(50), Duration.ofMillis(50)),
                Arguments.of("says 20 times too much", Duration.ofMillis(100), two),
                Arguments.of("says 20 times too much (1 s)", Duration.ofMillis(50), second),
                Arguments.of("says 20 times too much (5 s)", Duration.ofMillis(250), Duration.ofSeconds(5)),
                Arguments.of("says 10 times too much", Duration.ofMillis(200), two),
                Arguments.of("says nothing, one second holds", second, null),
                Arguments.of("says nothing, a tenth of a second holds", Duration.ofMillis(100), null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void lane_whenIntervalIsUnknown_thenFinishesInTimeWithFewRefusals(
            String name, Duration interval, @Nullable Duration stated) {
        for (int seed = 0; seed < 20; seed++) {
            double jitter = seed == 0 ? 0 : 0.01; // in this order, so that calls also overtake each other
            long begun = timer.nanos();
            Service service = run(200, interval, stated, jitter, seed);
            double ratio = (service.finished - begun) / (199.0 * interval.toNanos());
            assertThat(ratio).as("duration over the optimum").isBetween(1.0, 1.10);
            assertThat(service.refusedAfter).hasSizeLessThanOrEqualTo(3);
            assertThat(service.refusedAfter.stream().filter(after -> after > 20))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void lane_whenNothingIsRefused_thenSendsEverythingSoon() {
        long begun = timer.nanos();
        Service service = run(200, Duration.ZERO, null, 0, 0);
        assertThat(Duration.ofNanos(service.finished - begun)).isLessThan(ROUND_TRIP.multipliedBy(10));
    }
}
