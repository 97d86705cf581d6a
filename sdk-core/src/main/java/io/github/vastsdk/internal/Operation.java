package io.github.vastsdk.internal;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.SdkException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One API operation with its arguments, as data: everything that a call needs to know and nothing that does anything.
 * Immutable; the methods return changed copies, so a resource states an operation as one expression.
 *
 * @param method the HTTP method
 * @param template the path as documented, trailing slash included; names the operation in logs and schedules
 * @param path the template with its arguments, percent-encoded
 * @param query the query parameters, not yet encoded
 * @param body what is sent as JSON; null for none
 * @param shape how the answer is read
 * @param safety what sending it twice would do
 * @param interval the documented minimum distance between two calls with one API key; null if none is documented
 * @param kind what the reading of errors must know; null for what the service says of all its operations
 * @param recovery turns a refusal that is an answer after all into a value, any other into null
 * @param whereabouts finds before each attempt what the path must name, and keeps it there; null if the path is good for
 *     all attempts
 * @param <T> what the operation answers
 */
public record Operation<T>(
        String method,
        String template,
        String path,
        Map<String, String> query,
        @Nullable Object body,
        Shape<T> shape,
        RetrySafety safety,
        @Nullable Duration interval,
        @Nullable OperationKind kind,
        Function<ApiException, @Nullable T> recovery,
        @Nullable Whereabouts whereabouts) {

    /** Starts a GET, which changes nothing. */
    public static Operation<Void> get(String template, Object... args) {
        return start("GET", RetrySafety.READ, template, args).withBody(null);
    }

    /** Starts a POST. */
    public static Operation<Void> post(RetrySafety safety, String template, Object... args) {
        return start("POST", safety, template, args);
    }

    /** Starts a PATCH. */
    public static Operation<Void> patch(RetrySafety safety, String template, Object... args) {
        return start("PATCH", safety, template, args);
    }

    /** Starts a PUT. */
    public static Operation<Void> put(RetrySafety safety, String template, Object... args) {
        return start("PUT", safety, template, args);
    }

    /** Starts a DELETE. */
    public static Operation<Void> delete(RetrySafety safety, String template, Object... args) {
        return start("DELETE", safety, template, args);
    }

    // The service reads a JSON body on every changing operation, so they start with an empty object.
    private static Operation<Void> start(String method, RetrySafety safety, String template, Object... args) {
        return new Operation<>(
                method,
                template,
                Paths.expand(template, args),
                Map.of(),
                Map.of(),
                Shape.nothing(),
                safety,
                null,
                null,
                failure -> null,
                null);
    }

    /** Adds a query parameter; a null value leaves it out. */
    public Operation<T> query(String name, @Nullable Object value) {
        return value == null
                ? this
                : new Operation<>(
                        method,
                        template,
                        path,
                        plus(query, name, value.toString()),
                        body,
                        shape,
                        safety,
                        interval,
                        kind,
                        recovery,
                        whereabouts);
    }

    /** Adds a member to the JSON body; a null value leaves it out. */
    @SuppressWarnings("unchecked") // a body that takes members was started by this class as a map with text keys
    public Operation<T> json(String name, @Nullable Object value) {
        return value == null ? this : withBody(plus((Map<String, Object>) Objects.requireNonNull(body), name, value));
    }

    /** Replaces the JSON body. */
    public Operation<T> withBody(@Nullable Object newBody) {
        return new Operation<>(
                method, template, path, query, newBody, shape, safety, interval, kind, recovery, whereabouts);
    }

    /** Says how the answer is read. */
    public <R> Operation<R> as(Shape<R> newShape) {
        return new Operation<>(
                method, template, path, query, body, newShape, safety, interval, kind, failure -> null, whereabouts);
    }

    /** States the documented minimum interval. */
    public Operation<T> every(double seconds) {
        Duration documented = Duration.ofMillis(Math.round(seconds * 1000));
        return new Operation<>(
                method, template, path, query, body, shape, safety, documented, kind, recovery, whereabouts);
    }

    /** States what the reading of errors must know. */
    public Operation<T> kind(OperationKind newKind) {
        return new Operation<>(
                method, template, path, query, body, shape, safety, interval, newKind, recovery, whereabouts);
    }

    /** Says which refusals are an answer after all. */
    public Operation<T> recover(Function<ApiException, @Nullable T> newRecovery) {
        return new Operation<>(
                method, template, path, query, body, shape, safety, interval, kind, newRecovery, whereabouts);
    }

    /**
     * Says how to find before each attempt what the path, which has one argument, must name at that moment; or what the
     * operation does to the paths of others.
     */
    public Operation<T> locatedBy(Whereabouts finder) {
        return new Operation<>(method, template, path, query, body, shape, safety, interval, kind, recovery, finder);
    }

    /** Names in the path what was found. */
    Operation<T> at(Object found) {
        return new Operation<>(
                method,
                template,
                Paths.expand(template, found),
                query,
                body,
                shape,
                safety,
                interval,
                kind,
                recovery,
                null);
    }

    /**
     * Tells whether a failure is worth another attempt. That nothing has the name that was found a moment ago refuses the
     * request and says nothing of what was meant: it may have another name by now, which is looked up anew.
     */
    boolean isWorthRepeating(SdkException failure) {
        boolean moved = isMoving() && failure.getClass() == NotFoundException.class;
        return (moved && safety != RetrySafety.NEVER) || Retries.isWorthRepeating(failure, safety);
    }

    /** Tells whether the path names what may have another name by the next attempt. */
    boolean isMoving() {
        return whereabouts != null && whereabouts.look() != null;
    }

    /** Returns the operation for one execution. */
    Operation<T> begin() {
        Shape<T> begun = shape.begin();
        return begun == shape
                ? this
                : new Operation<>(
                        method, template, path, query, body, begun, safety, interval, kind, recovery, whereabouts);
    }

    /** Names the operation with few distinct values: method and template. */
    public String name() {
        return method + " " + template;
    }

    /** Names this call: method and path, without the query. */
    public String label() {
        int query = path.indexOf('?'); // only a path that a caller wrote can hold one
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return Collections.unmodifiableMap(copy);
    }

    /** Shows method and path; never the query or the body, which may hold secrets. */
    @Override
    public String toString() {
        return label();
    }
}
