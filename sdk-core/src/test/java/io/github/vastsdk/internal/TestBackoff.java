package io.github.vastsdk.internal;

import java.time.Duration;

/** Waits for tests that are not about waiting. */
public final class TestBackoff {
    /** A millisecond, whatever failed. */
    public static final Backoff NONE = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0);

    private TestBackoff() {}
}
