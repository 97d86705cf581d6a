package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Request;
import io.github.vastsdk.sandbox.internal.service.Input;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request on its way to the handler of its route. */
final class Call extends Input {
    private final @Nullable ApiKey key;

    Call(Request request, Route route, Map<String, String> arguments, @Nullable ApiKey key) {
        super(request, arguments, () -> badBody(route));
        this.key = key;
    }

    /** Gives the key that the call was made with. */
    ApiKey key() {
        if (key == null) {
            throw new IllegalStateException("the route is open");
        }
        return key;
    }

    private static Refusal badBody(Route route) {
        return Refusal.of(
                route.badJsonStatus(), "invalid_args", "error 400: Invalid args: the body is not a JSON object");
    }
}
