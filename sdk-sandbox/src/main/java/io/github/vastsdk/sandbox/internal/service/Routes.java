package io.github.vastsdk.sandbox.internal.service;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.http.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The operations of a service.
 *
 * @param <R> what it knows about each
 */
public final class Routes<R extends Routes.Route> {
    private final List<R> all;

    /** An operation that is somewhere. */
    public interface Route {
        /** Says where. */
        Endpoint endpoint();
    }

    /**
     * Takes the operations of a service.
     *
     * @param routes the operations, in any order
     */
    public Routes(Collection<R> routes) {
        this.all = routes.stream()
                // A path that is spelled out goes before one with an argument at the same place.
                .sorted(Comparator.comparingInt(route -> route.endpoint().arguments()))
                .toList();
    }

    /**
     * Finds the operation of a request. A path counts with and without its last slash.
     *
     * @param request the request
     * @param found does the operation with the arguments in the path
     * @param notFound answers when there is none, given the methods that there are at that path
     * @return the answer
     */
    public Answer answer(
            Request request,
            BiFunction<R, Map<String, String>, Answer> found,
            Function<List<String>, Answer> notFound) {
        List<String> path = Endpoint.segments(request.path());
        List<String> otherMethods = new ArrayList<>();
        for (R route : all) {
            Map<String, String> arguments = route.endpoint().match(path);
            if (arguments != null && route.endpoint().method().equals(request.method())) {
                return found.apply(route, arguments);
            }
            if (arguments != null) {
                otherMethods.add(route.endpoint().method());
            }
        }
        return notFound.apply(otherMethods);
    }
}
