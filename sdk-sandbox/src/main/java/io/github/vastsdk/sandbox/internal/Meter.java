package io.github.vastsdk.sandbox.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The account's money: what is in use costs by the second and is charged once a minute. */
final class Meter {
    private static final long MINUTE = 60_000_000_000L;
    private static final double NANOS_PER_HOUR = 3_600e9;
    /** Less than any price, more than sums of prices are off by. */
    private static final double NOTHING = 1e-9;

    private final Instant start;
    private final double credit;
    private Instant last;
    private double used;
    private double charged;
    private double rate;
    private int running;

    Meter(Instant start, double credit) {
        this.start = start;
        this.last = start;
        this.credit = credit;
    }

    /** Gives what is left, as of the last full minute. */
    double left() {
        return Math.round((credit - charged) * 1e9) / 1e9;
    }

    boolean empty() {
        return left() <= NOTHING;
    }

    /** Spends a sum at once. */
    void spend(double dollars) {
        used += dollars;
        charged += dollars;
    }

    /**
     * Changes what is in use from now on.
     *
     * @param dollarsPerHour how much more it costs per hour
     * @param more how many more instances run
     */
    void change(double dollarsPerHour, int more) {
        rate += dollarsPerHour;
        running += more;
    }

    /** Counts what was used up to a time. */
    void advance(Instant now) {
        if (!now.isAfter(last)) {
            return;
        }
        Instant minute = start.plusNanos(Duration.between(start, now).toNanos() / MINUTE * MINUTE);
        if (minute.isAfter(last)) {
            charged = used + cost(minute);
        }
        used += cost(now);
        last = now;
    }

    /** Gives the end of the minute at which the money is gone while something runs, if that is by a time; else null. */
    @Nullable
    Instant emptyBy(Instant now) {
        if (running == 0) {
            return null;
        }
        double hours = Math.max(0, credit - used - NOTHING) / rate;
        if (!(hours <= Duration.between(last, now).toNanos() / NANOS_PER_HOUR)) {
            return null;
        }
        long nanos = Duration.between(start, last).toNanos() + (long) (hours * NANOS_PER_HOUR);
        Instant minute = start.plusNanos((nanos + MINUTE - 1) / MINUTE * MINUTE);
        return minute.isAfter(now) ? null : minute;
    }

    private double cost(Instant until) {
        return rate * Duration.between(last, until).toNanos() / NANOS_PER_HOUR;
    }
}
