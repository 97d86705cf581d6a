package io.github.vastsdk.sandbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Enforces the minimum interval between two accepted calls of one key to one route. */
final class RateLimiter {
    private final InstantSource clock;
    private final double scale;
    private final Map<String, Instant> lastAccepted = new HashMap<>();

    RateLimiter(InstantSource clock, double scale) {
        this.clock = clock;
        this.scale = scale;
    }

    /** Gives the interval of a route in seconds as it is enforced here, 0 when there is none. */
    double interval(Route route) {
        return RateForm.rounded(route.interval() * scale).doubleValue();
    }

    /** Says whether a call may pass now. A call that may not does not lengthen the wait. */
    boolean accepts(ApiKey key, Route route) {
        double seconds = interval(route);
        if (seconds == 0) {
            return true;
        }
        String slot = key.id() + " " + route.method() + " " + route.template();
        Instant now = clock.instant();
        Instant last = lastAccepted.get(slot);
        if (last != null && Duration.between(last, now).toNanos() < Math.round(seconds * 1e9)) {
            return false;
        }
        lastAccepted.put(slot, now);
        return true;
    }
}
