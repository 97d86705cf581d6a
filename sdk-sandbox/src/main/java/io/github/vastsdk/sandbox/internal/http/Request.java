package io.github.vastsdk.sandbox.internal.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it was read from the wire.
 *
 * @param method the method as sent
 * @param path the path as sent, percent-encoding included
 * @param query the query as sent, without the question mark
 * @param headers every header; looked up without regard to case
 * @param body the body read as UTF-8, empty when there was none
 * @param keepAlive whether the connection may serve another request
 */
public record Request(
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        String body,
        boolean keepAlive) {

    /** Gives the first value of a header. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }
}
