package io.github.vastsdk.error;

import io.github.vastsdk.ErrorCode;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The service's answer to a call that failed, without anything secret.
 *
 * @param status the HTTP status; 2xx if the service reported a failure inside a successful answer
 * @param code the error code, {@link ErrorCode#NONE} if there is none
 * @param detail the service's explanation in one short line, {@code null} if there is none
 * @param body the answer's body, cut to a few kilobytes and redacted; empty if there was none
 * @param headers the headers that help to understand a failure; names are matched without case
 */
public record ErrorResponse(
        int status, ErrorCode code, @Nullable String detail, String body, Map<String, List<String>> headers)
        implements Serializable {
    /**
     * Copies the headers and checks that nothing is missing.
     *
     * @param status the HTTP status
     * @param code the error code
     * @param detail the explanation, or {@code null}
     * @param body the body
     * @param headers the headers
     */
    public ErrorResponse {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(body, "body");
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
    }

    /** Writes {@code 404 no_such_instance: Instance not found.} with the parts that are there. */
    String summary() {
        StringBuilder summary = new StringBuilder().append(status);
        if (!code.equals(ErrorCode.NONE)) {
            summary.append(' ').append(code);
        }
        if (detail != null) {
            summary.append(": ").append(detail);
        }
        return summary.toString();
    }
}
