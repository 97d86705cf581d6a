package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that the library does not model. */
public final class RawOperation {
    private RawOperation() {}

    /** Makes an operation of a method, a path with its query, and a body. */
    public static Operation<JsonNode> of(String method, String path, @Nullable Object body) {
        if (!method.matches("[A-Z]+")) {
            throw new IllegalArgumentException("method must be an HTTP method in capitals");
        }
        // Two slashes would name another host, and the API key would go there.
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("#")) {
            throw new IllegalArgumentException("path must start with one slash and have no fragment");
        }
        try {
            URI.create(path);
        } catch (IllegalArgumentException e) {
            // Not kept as the cause: its message repeats the path and the query.
            throw new IllegalArgumentException("path must be percent-encoded");
        }
        boolean reads = method.toUpperCase(Locale.ROOT).equals("GET");
        Object sent = body == null && !reads ? Map.of() : body;
        return new Operation<>(
                method,
                withoutQuery(path),
                path,
                Map.of(),
                sent,
                Shape.json(),
                reads ? RetrySafety.READ : RetrySafety.UNSAFE,
                null,
                null,
                failure -> null,
                null);
    }

    private static String withoutQuery(String path) {
        int mark = path.indexOf('?');
        return mark < 0 ? path : path.substring(0, mark);
    }
}
