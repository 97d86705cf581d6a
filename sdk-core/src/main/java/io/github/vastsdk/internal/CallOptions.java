package io.github.vastsdk.internal;

import io.github.vastsdk.internal.checks.Args;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a caller may set for one call.
 *
 * @param timeout the limit of one attempt
 * @param deadline the limit of the whole execution
 * @param retries how many attempts may follow the first
 * @param headers headers to add, by name without case
 */
public record CallOptions(Duration timeout, Duration deadline, int retries, Map<String, String> headers) {
    /** What holds when nothing was set. */
    public static final CallOptions DEFAULT =
            new CallOptions(Duration.ofSeconds(60), Duration.ofMinutes(10), 4, Map.of());

    /** Limits one attempt. */
    public CallOptions withTimeout(Duration limit) {
        return new CallOptions(Args.positive(limit, "timeout"), deadline, retries, headers);
    }

    /** Limits the whole execution. */
    public CallOptions withDeadline(Duration limit) {
        return new CallOptions(timeout, Args.positive(limit, "deadline"), retries, headers);
    }

    /** Limits the repetitions. */
    public CallOptions withRetries(int max) {
        if (max < 0) {
            throw new IllegalArgumentException("retries must not be negative: " + max);
        }
        return new CallOptions(timeout, deadline, max, headers);
    }

    /** Adds or replaces a header. */
    public CallOptions withHeader(String name, String value) {
        checkHeader(name, value);
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        copy.put(name, value);
        return new CallOptions(timeout, deadline, retries, copy);
    }

    /** Names an application in front of the library itself. */
    public CallOptions withUserAgent(String product) {
        return withHeader("User-Agent", Args.notBlank(product, "product") + " " + Version.USER_AGENT);
    }

    /** Refuses a header that the HTTP client would refuse, without repeating its value. */
    public static void checkHeader(String name, String value) {
        try {
            HttpRequest.newBuilder().header(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The header " + name.replaceAll("[^\\w-]", "?") + " cannot be set");
        }
    }
}
