package io.github.vastsdk;

import io.github.vastsdk.error.SdkException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens to each call: for metrics, traces and progress displays. Implement the methods of interest.
 *
 * <p>Methods are called on the client's threads and must be quick; an exception that one throws is logged as a WARN
 * line and changes nothing for the call. {@code operation} is the method with the path template, such as
 * {@code POST /api/v0/instances/{id}/ssh/}: few distinct values, so it suits as a metric's tag. All events of one
 * execution carry the same {@code execution} number.
 */
public interface CallObserver {
    /**
     * An execution began.
     *
     * @param execution the number of the execution, unique within the client
     * @param operation method and path template
     */
    default void onStart(long execution, String operation) {}

    /**
     * An attempt ended.
     *
     * @param execution the number of the execution
     * @param operation method and path template
     * @param attempt the number of the attempt, from 1
     * @param status the HTTP status; 0 if no answer came
     * @param took the time from sending to the last byte, without any wait before it
     */
    default void onAttempt(long execution, String operation, int attempt, int status, Duration took) {}

    /**
     * A failed attempt will be repeated.
     *
     * @param execution the number of the execution
     * @param operation method and path template
     * @param failure why the attempt failed
     * @param wait how long the next attempt is put off, before any wait for the pace
     */
    default void onRetry(long execution, String operation, SdkException failure, Duration wait) {}

    /**
     * An attempt waited for its place in the endpoint's schedule: for the learned interval, or behind the first calls to
     * an endpoint of which nothing is known yet.
     *
     * @param execution the number of the execution
     * @param operation method and path template
     * @param waited how long it waited
     */
    default void onPace(long execution, String operation, Duration waited) {}

    /**
     * An execution ended.
     *
     * @param execution the number of the execution
     * @param operation method and path template
     * @param failure null if it succeeded; else an {@link SdkException}, unless something is broken
     * @param took the time since {@link #onStart}
     */
    default void onEnd(long execution, String operation, @Nullable Throwable failure, Duration took) {}
}
