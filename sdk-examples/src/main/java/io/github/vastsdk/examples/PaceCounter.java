package io.github.vastsdk.examples;

import io.github.vastsdk.CallObserver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often one operation came too soon. Observers are called on several threads. */
final class PaceCounter implements CallObserver {
    private static final int TOO_MANY_REQUESTS = 429;

    private final String operation;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger heldBack = new AtomicInteger();

    PaceCounter(String operation) {
        this.operation = operation;
    }

    @Override
    public void onAttempt(long execution, String called, int attempt, int status, Duration took) {
        if (called.equals(operation) && status == TOO_MANY_REQUESTS) {
            refused.incrementAndGet();
        }
    }

    @Override
    public void onPace(long execution, String called, Duration waited) {
        if (called.equals(operation)) {
            heldBack.incrementAndGet();
        }
    }

    int refused() {
        return refused.get();
    }

    int heldBack() {
        return heldBack.get();
    }
}
