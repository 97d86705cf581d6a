package io.github.vastsdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An answer with what surrounded it: HTTP status, headers and the JSON as sent.
 *
 * @param <T> the type of the value
 */
public final class Reply<T> {
    private final int status;
    private final Map<String, List<String>> headers;
    private final T value;
    private final Supplier<JsonNode> json;
    private final int attempts;
    private final Duration elapsed;

    /**
     * Makes a reply, for tests of code that works with replies.
     *
     * @param status the HTTP status
     * @param headers the response headers
     * @param value the value read from the body
     * @param json gives the body as JSON; asked each time
     * @param attempts how often the call was sent, 1 or more
     * @param elapsed the time from {@code execute} to the answer, waits included
     */
    public Reply(
            int status,
            Map<String, List<String>> headers,
            T value,
            Supplier<JsonNode> json,
            int attempts,
            Duration elapsed) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.value = Objects.requireNonNull(value, "value");
        this.json = Objects.requireNonNull(json, "json");
        this.attempts = attempts;
        this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
    }

    /**
     * Returns the HTTP status.
     *
     * @return a status from 200 to 299, or that of a refusal which is an answer all the same
     */
    public int status() {
        return status;
    }

    /**
     * Returns the response headers as sent.
     *
     * @return names in lower case, with their values
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * Returns the value that {@link Call#execute()} would have returned.
     *
     * @return the value
     */
    public T value() {
        return value;
    }

    /**
     * Reads the body as JSON, anew at each call. It may hold secrets as the service sent them.
     *
     * @return the body
     */
    public JsonNode json() {
        return json.get();
    }

    /**
     * Returns how often the call was sent.
     *
     * @return 1 or more
     */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns the time from the start of the execution to the answer, waits included.
     *
     * @return the duration
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Makes a reply with another value and all else the same.
     *
     * @param change makes the other value
     * @param <R> its type
     * @return the reply
     */
    public <R> Reply<R> map(Function<? super Reply<T>, ? extends R> change) {
        return new Reply<>(status, headers, change.apply(this), json, attempts, elapsed);
    }

    /** Shows the status and the value; never headers or raw JSON. */
    @Override
    public String toString() {
        return "Reply[" + status + ", " + value + "]";
    }
}
