package io.github.vastsdk.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Which call failed, and how far it got.
 *
 * @param operation the method and the path, free of secrets: {@code POST /api/v0/instances/42/ssh/}
 * @param attempts how many times the request was started; 0 if the call ended before
 * @param elapsed the time since the call was executed, waiting included
 */
public record CallContext(String operation, int attempts, Duration elapsed) implements Serializable {
    /**
     * Checks the components.
     *
     * @param operation the method and the path
     * @param attempts how many times the request was started
     * @param elapsed the time since the call was executed
     * @throws IllegalArgumentException if {@code attempts} is negative
     */
    public CallContext {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(elapsed, "elapsed");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must not be negative: " + attempts);
        }
    }

    /** Tells whether the operation only reads, as far as its method shows. */
    boolean onlyReads() {
        return operation.startsWith("GET ") || operation.startsWith("HEAD ");
    }

    /** Puts {@code (2 attempts, 312 ms)} behind a message. */
    String endOf(String message) {
        return "%s (%d attempt%s, %d ms)".formatted(message, attempts, attempts == 1 ? "" : "s", elapsed.toMillis());
    }
}
