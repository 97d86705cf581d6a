package io.github.vastsdk;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A schedule that several clients or processes keep together, because the service counts the calls of all of them
 * against the same API key. Implement it over a store that they share, such as a database or Redis.
 */
@FunctionalInterface
public interface SharedPace {
    /**
     * Reserves the next free moment of a lane and moves the lane on by the interval. Reservations of one lane must be
     * at least the interval apart, whoever makes them.
     *
     * @param lane what shares one budget: a fingerprint of the API key and the operation; holds no secret
     * @param interval the distance to keep to the next reservation, as this client has learned it
     * @return how long to wait from now until the reserved moment; zero to go at once. If it fails, the call goes at
     *     once and the failure is logged as a WARN line
     */
    CompletionStage<Duration> reserve(String lane, Duration interval);
}
