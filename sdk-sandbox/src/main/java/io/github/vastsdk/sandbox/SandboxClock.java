package io.github.vastsdk.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * A clock that stands still until a test moves it.
 *
 * <p>A sandbox reads the time from a clock for minimum intervals, for lags, for the lives of instances and for time stamps. With a manual clock
 * these are exact, and no test has to wait for them.
 *
 * <pre>{@code
 * SandboxClock clock = SandboxClock.manual();
 * VastSandbox sandbox = VastSandbox.builder().clock(clock).rateScale(1).start();
 * // a second call within two seconds gets a 429 ...
 * clock.advance(Duration.ofSeconds(2));
 * // ... and now it passes
 * }</pre>
 *
 * <p>Safe to share between threads.
 */
public final class SandboxClock implements InstantSource {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now;

    private SandboxClock(Instant start) {
        this.now = start;
    }

    /**
     * Makes a clock that stands at the beginning of 2026, UTC.
     *
     * @return the clock
     */
    public static SandboxClock manual() {
        return manual(START);
    }

    /**
     * Makes a clock that stands at a given time.
     *
     * @param start the time
     * @return the clock
     */
    public static SandboxClock manual(Instant start) {
        return new SandboxClock(Objects.requireNonNull(start, "start"));
    }

    /**
     * Gives the clock of the computer, which is what a sandbox uses unless told otherwise.
     *
     * @return a clock that runs
     */
    public static InstantSource system() {
        return InstantSource.system();
    }

    /**
     * Moves the clock forward.
     *
     * @param step by how much
     * @throws IllegalArgumentException if the step is negative
     */
    public synchronized void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back: " + step);
        }
        now = now.plus(step);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }
}
