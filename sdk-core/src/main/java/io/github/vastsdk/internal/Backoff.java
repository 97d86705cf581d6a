package io.github.vastsdk.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** How long to wait before the next attempt: exponential, with jitter that only lengthens what the server asked for. */
public final class Backoff {
    private static final double JITTER = 0.25;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /**
     * @param first the wait after the first failure, doubled after each further one
     * @param longest where the doubling ends
     * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
     */
    Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Half a second, then twice as long each time, up to half a minute. */
    public static Backoff standard() {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /**
     * Returns the wait after a failed attempt.
     *
     * @param failed the number of attempts that failed so far, from 1
     * @param floor what the server asked for; zero if nothing
     */
    Duration after(int failed, Duration floor) {
        Duration own = first.multipliedBy(1L << Math.min(failed - 1, 10));
        Duration base = own.compareTo(longest) > 0 ? longest : own;
        Duration wait = base.compareTo(floor) > 0 ? base : floor;
        return wait.plusNanos((long) (wait.toNanos() * JITTER * random.getAsDouble()));
    }
}
