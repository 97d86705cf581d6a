package io.github.vastsdk.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an API key may do: to ask for when creating one, and to read from the service's answers.
 *
 * <pre>{@code
 * Permissions.builder()
 *         .allow(PermissionCategory.INSTANCE_WRITE)
 *         .allow(PermissionCategory.INSTANCE_READ, "api.instance.request_logs", c -> c.eq("id", 1227))
 *         .build();
 * }</pre>
 *
 * <p>Immutable. Two permissions are equal if their JSON is, whatever the order of the members.
 */
public final class Permissions {
    private static final String ROOT = "api";

    private final JsonNode json;

    private Permissions(JsonNode json) {
        this.json = json;
    }

    /**
     * Starts with no permission at all.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Allows every category that only reads: {@code instance_read}, {@code user_read}, {@code billing_read},
     * {@code machine_read} and {@code team_read}. Searching offers is in {@code misc}, which is not among them.
     *
     * @return the permissions
     */
    public static Permissions readOnly() {
        Builder builder = builder();
        for (PermissionCategory category : PermissionCategory.values()) {
            if (category.isReadOnly()) {
                builder.allow(category);
            }
        }
        return builder.build();
    }

    /**
     * The answer {@code false}: the service holds no permissions document for the key.
     *
     * @return permissions without categories
     */
    public static Permissions none() {
        return ofValue(false);
    }

    /**
     * The answer {@code true}: the key may do everything.
     *
     * @return permissions without categories
     */
    public static Permissions unrestricted() {
        return ofValue(true);
    }

    /**
     * Takes permissions as JSON, for what the builder does not know, such as wildcards in {@code params}.
     *
     * @param json a JSON object, normally {@code {"api": {category: {…}}}}
     * @return the permissions
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static Permissions ofJson(String json) {
        JsonNode node;
        try {
            node = Json.tree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("permissions are not JSON: " + e.getOriginalMessage(), e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("permissions must be a JSON object, not "
                    + (node.isMissingNode() ? "empty" : "of the kind " + node.getNodeType()));
        }
        return new Permissions(node);
    }

    /** Reads an answer: an object, a boolean, or JSON text of one. Anything else is kept as sent. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static @Nullable Permissions ofAnswer(JsonNode node) throws JsonProcessingException {
        if (!node.isTextual()) {
            return new Permissions(node.deepCopy());
        }
        JsonNode inner = Json.tree(node.textValue());
        return inner.isMissingNode() || inner.isNull() ? null : new Permissions(inner);
    }

    private static Permissions ofValue(Object value) {
        try {
            return new Permissions(Json.tree(Json.write(value)));
        } catch (IOException e) {
            throw new UncheckedIOException("own JSON cannot be read", e);
        }
    }

    @JsonValue
    JsonNode node() {
        return json;
    }

    /**
     * Writes the permissions as the API has them.
     *
     * @return JSON text
     */
    public String toJson() {
        return json.toString();
    }

    /**
     * Names the categories of which at least something is allowed, unknown ones included.
     *
     * @return the wire names, such as {@code instance_read}
     */
    public Set<String> categories() {
        Set<String> names = new LinkedHashSet<>();
        json.path(ROOT).fieldNames().forEachRemaining(names::add);
        return Collections.unmodifiableSet(names);
    }

    /**
     * Tells whether a category is allowed as a whole, without narrowing to routes.
     *
     * @param category the category
     * @return true if every route of the category is allowed
     */
    public boolean allowsAll(PermissionCategory category) {
        JsonNode routes = json.path(ROOT).path(category.wire());
        return json.isBoolean() ? json.booleanValue() : routes.isObject() && routes.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Permissions permissions && permissions.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Returns the JSON text. */
    @Override
    public String toString() {
        return toJson();
    }

    /** Collects what is allowed. Everything else is refused. */
    public static final class Builder {
        /** The routes of each category; none means the whole category, as on the wire. */
        private final Map<String, Map<String, Object>> categories = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Allows a whole category.
         *
         * @param category the category
         * @return this
         * @throws IllegalArgumentException if routes of the category were allowed before
         */
        public Builder allow(PermissionCategory category) {
            if (!categories
                    .computeIfAbsent(category.wire(), name -> new LinkedHashMap<>())
                    .isEmpty()) {
                throw new IllegalArgumentException(category.wire() + " is narrowed to routes already");
            }
            return this;
        }

        /**
         * Allows one route of a category, and of that category nothing else than the routes named this way.
         *
         * @param category the category
         * @param route the service's name of the route, such as {@code api.instance.request_logs}
         * @return this
         * @throws IllegalArgumentException if the whole category or this route was allowed before
         */
        public Builder allow(PermissionCategory category, String route) {
            return allow(category, route, UnaryOperator.identity());
        }

        /**
         * Allows one route of a category within limits, and of that category nothing else than the routes named
         * this way.
         *
         * @param category the category
         * @param route the service's name of the route, such as {@code api.instance.request_logs}
         * @param limits sets the limits, such as {@code c -> c.eq("id", 1227)}
         * @return this
         * @throws IllegalArgumentException if the whole category or this route was allowed before
         */
        public Builder allow(PermissionCategory category, String route, UnaryOperator<Constraints> limits) {
            if (route.isBlank()) {
                throw new IllegalArgumentException("the name of a route is blank");
            }
            Map<String, Object> routes = categories.get(category.wire());
            if (routes != null && routes.isEmpty()) {
                throw new IllegalArgumentException(category.wire() + " is allowed as a whole already");
            }
            routes = categories.computeIfAbsent(category.wire(), name -> new LinkedHashMap<>());
            if (routes.putIfAbsent(route, limits.apply(new Constraints()).toMap()) != null) {
                throw new IllegalArgumentException(category.wire() + " allows " + route + " already");
            }
            return this;
        }

        /**
         * Builds the permissions.
         *
         * @return immutable permissions
         * @throws IllegalArgumentException if nothing is allowed, which would be a key without use
         */
        public Permissions build() {
            if (categories.isEmpty()) {
                throw new IllegalArgumentException("no permission is allowed");
            }
            return ofValue(Map.of(ROOT, categories));
        }
    }
}
