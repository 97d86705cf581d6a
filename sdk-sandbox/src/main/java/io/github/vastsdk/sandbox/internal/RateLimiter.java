package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.service.Intervals;
import java.time.Duration;
import java.time.InstantSource;

/** Enforces the minimum interval between two accepted calls of one key to one route. */
final class RateLimiter {
    private final double scale;
    private final Intervals intervals;

    RateLimiter(InstantSource clock, double scale) {
        this.scale = scale;
        this.intervals = new Intervals(clock);
    }

    /** Gives the interval of a route in seconds as it is enforced here, 0 when there is none. */
    double interval(Route route) {
        return RateForm.rounded(route.interval() * scale).doubleValue();
    }

    /** Says whether a call may pass now. A call that may not does not lengthen the wait. */
    boolean accepts(ApiKey key, Route route) {
        double seconds = interval(route);
        return seconds == 0
                || intervals
                        .remaining(key.id() + " " + route.endpoint(), Duration.ofNanos(Math.round(seconds * 1e9)))
                        .isZero();
    }
}
