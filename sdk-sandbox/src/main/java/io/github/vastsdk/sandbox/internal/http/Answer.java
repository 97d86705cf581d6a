package io.github.vastsdk.sandbox.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be said to a request.
 *
 * @param status the HTTP status
 * @param headers headers beside {@code Content-Length} and {@code Connection}
 * @param body the body, encoded as UTF-8 when sent
 */
public record Answer(int status, Map<String, String> headers, String body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Makes an answer with a body of the given type. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** Gives this answer with one more header, or with another value for a header that it has. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
