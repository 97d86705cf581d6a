package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Endpoint;
import io.github.vastsdk.sandbox.internal.service.Routes;
import java.util.function.Function;

/** One operation of the service: where it is, what it takes to be allowed, and who does it. */
final class Route implements Routes.Route {
    private static final String OPEN = "";

    private final Endpoint endpoint;
    private final String scope;
    private final String name;
    private final double interval;
    private final RateForm rateForm;
    private final int badJsonStatus;
    private final boolean keyOptional;
    private final Function<Call, Answer> handler;

    private Route(
            Endpoint endpoint,
            String scope,
            String name,
            double interval,
            RateForm rateForm,
            int badJsonStatus,
            boolean keyOptional,
            Function<Call, Answer> handler) {
        this.endpoint = endpoint;
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
        return new Route(new Endpoint(method, template), scope, name, 0, RateForm.DETAIL, 400, false, handler);
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
        return new Route(endpoint, scope, name, seconds, form, badJsonStatus, keyOptional, handler);
    }

    /** Gives this route with another status than 400 for a body that is no JSON object. */
    Route refusingBadJsonWith(int status) {
        return new Route(endpoint, scope, name, interval, rateForm, status, keyOptional, handler);
    }

    /** Gives this route for those without a key, too; a key must still be a good one. */
    Route withOrWithoutKey() {
        return new Route(endpoint, scope, name, interval, rateForm, badJsonStatus, true, handler);
    }

    /** Says whether the route can be called without a key, though a key that is given counts. */
    boolean isKeyOptional() {
        return keyOptional;
    }

    /** Says whether the route needs no key. */
    boolean isOpen() {
        return scope.equals(OPEN);
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
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

    Answer handle(Call call) {
        return handler.apply(call);
    }
}
