package io.github.vastsdk.sandbox.internal.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Enforces minimum intervals between two accepted calls. */
public final class Intervals {
    private final InstantSource clock;
    private final Map<String, Instant> lastAccepted = new HashMap<>();

    /**
     * Remembers calls from now on.
     *
     * @param clock the clock
     */
    public Intervals(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Accepts a call, or says how long it would have to wait. A call that may not pass does not lengthen the wait.
     *
     * @param slot what the interval is between: who calls, and which operation
     * @param interval the interval
     * @return zero when the call may pass now
     */
    public Duration remaining(String slot, Duration interval) {
        Instant now = clock.instant();
        Instant last = lastAccepted.get(slot);
        if (last != null && now.isBefore(last.plus(interval))) {
            return Duration.between(now, last.plus(interval));
        }
        lastAccepted.put(slot, now);
        return Duration.ZERO;
    }
}
