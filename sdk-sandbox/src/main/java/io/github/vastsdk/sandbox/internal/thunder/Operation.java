package io.github.vastsdk.sandbox.internal.thunder;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Endpoint;
import io.github.vastsdk.sandbox.internal.service.Input;
import io.github.vastsdk.sandbox.internal.service.Routes;
import java.util.function.Function;

/**
 * One operation of the service.
 *
 * @param endpoint where it is
 * @param open whether it may be called without a token
 * @param handler does it
 */
record Operation(Endpoint endpoint, boolean open, Function<Input, Answer> handler) implements Routes.Route {

    /** Makes an operation that needs a token. */
    static Operation of(String method, String path, Function<Input, Answer> handler) {
        return new Operation(new Endpoint(method, path), false, handler);
    }

    /** Makes an operation that anybody may call; a token that is given must still be a good one. */
    static Operation open(String path, Function<Input, Answer> handler) {
        return new Operation(new Endpoint("GET", path), true, handler);
    }
}
