package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One operation of the service: where it is, what it takes to be allowed, and who does it. */
final class Route {
    private static final String OPEN = "";

    private final String method;
    private final String template;
    private final List<String> segments;
    private final String scope;
    private final String name;
    private final double interval;
    private final RateForm rateForm;
    private final int badJsonStatus;
    private final boolean keyOptional;
    private final Function<Call, Answer> handler;

    private Route(
            String method,
            String template,
            String scope,
            String name,
            double interval,
            RateForm rateForm,
            int badJsonStatus,
            boolean keyOptional,
            Function<Call, Answer> handler) {
        this.method = method;
        this.template = template;
        this.segments = segments(template);
        this.scope = scope;
        this.name = name;
        this.interval = interval;
        this.rateForm = rateForm;
        this.badJsonStatus = badJsonStatus;
        this.keyOptional = keyOptional;
        this.handler = handler;
    }

    /**
     * Makes a route without a minimum interval.
     *
     * @param method the HTTP method
     * @param template the path with names in braces
     * @param scope the permission category that a restricted key needs
     * @param name the name by which permissions narrow a category to this operation
     * @param handler does it
     * @return the route
     */
    static Route of(String method, String template, String scope, String name, Function<Call, Answer> handler) {
        return new Route(method, template, scope, name, 0, RateForm.DETAIL, 400, false, handler);
    }

    /**
     * Makes a route that anybody may call, with or without a key.
     *
     * @param method the HTTP method
     * @param template the path with names in braces
     * @param handler does it
     * @return the route
     */
    static Route open(String method, String template, Function<Call, Answer> handler) {
        return of(method, template, OPEN, OPEN, handler);
    }

    /** Gives this route with a documented minimum of seconds between two calls. */
    Route every(double seconds) {
        return every(seconds, RateForm.DETAIL);
    }

    /** Gives this route with a documented minimum of seconds between two calls and the form of its refusal. */
    Route every(double seconds, RateForm form) {
        return new Route(method, template, scope, name, seconds, form, badJsonStatus, keyOptional, handler);
    }

    /** Gives this route with another status than 400 for a body that is no JSON object. */
    Route refusingBadJsonWith(int status) {
        return new Route(method, template, scope, name, interval, rateForm, status, keyOptional, handler);
    }

    /** Gives this route for those without a key, too; a key must still be a good one. */
    Route withOrWithoutKey() {
        return new Route(method, template, scope, name, interval, rateForm, badJsonStatus, true, handler);
    }

    /** Says whether the route can be called without a key, though a key that is given counts. */
    boolean isKeyOptional() {
        return keyOptional;
    }

    /** Says whether the route needs no key. */
    boolean isOpen() {
        return scope.equals(OPEN);
    }

    String method() {
        return method;
    }

    String template() {
        return template;
    }

    String scope() {
        return scope;
    }

    String name() {
        return name;
    }

    double interval() {
        return interval;
    }

    RateForm rateForm() {
        return rateForm;
    }

    int badJsonStatus() {
        return badJsonStatus;
    }

    /** Counts the arguments in the path. */
    int arguments() {
        return (int) segments.stream().filter(Route::isArgument).count();
    }

    Answer handle(Call call) {
        return handler.apply(call);
    }

    /** Gives the arguments in a path, or null when this is not the path of this route. */
    @Nullable
    Map<String, String> match(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String want = segments.get(i);
            if (isArgument(want)) {
                arguments.put(want.substring(1, want.length() - 1), decoded(path.get(i)));
            } else if (!want.equals(path.get(i))) {
                return null;
            }
        }
        return arguments;
    }

    private static boolean isArgument(String segment) {
        return segment.startsWith("{");
    }

    /** Cuts a path at its slashes. The service takes every path with and without the last one. */
    static List<String> segments(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(trimmed.split("/", -1));
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
