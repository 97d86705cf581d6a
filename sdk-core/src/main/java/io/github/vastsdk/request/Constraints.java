package io.github.vastsdk.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Limits on the parameters of one route: a call is allowed only if all of them hold. Several limits on one parameter
 * add up, so that {@code gte("id", 1).lte("id", 2)} is a range.
 */
public final class Constraints {
    private final Map<String, Map<String, Object>> limits = new LinkedHashMap<>();

    Constraints() {}

    /**
     * Requires that a parameter has this value.
     *
     * @param parameter the name of the parameter, such as {@code id}
     * @param value the value
     * @return this
     */
    public Constraints eq(String parameter, Number value) {
        return add(parameter, "eq", value);
    }

    /**
     * Requires that a parameter has this text.
     *
     * @param parameter the name of the parameter
     * @param value the text, or a placeholder that the key's parameters fill
     * @return this
     */
    public Constraints eq(String parameter, String value) {
        return add(parameter, "eq", value);
    }

    /**
     * Requires that a parameter is at least this.
     *
     * @param parameter the name of the parameter
     * @param value the smallest value
     * @return this
     */
    public Constraints gte(String parameter, Number value) {
        return add(parameter, "gte", value);
    }

    /**
     * Requires that a parameter is at most this.
     *
     * @param parameter the name of the parameter
     * @param value the largest value
     * @return this
     */
    public Constraints lte(String parameter, Number value) {
        return add(parameter, "lte", value);
    }

    private Constraints add(String parameter, String operator, Object value) {
        Objects.requireNonNull(value, "value");
        if (parameter.isBlank()) {
            throw new IllegalArgumentException("the name of a constrained parameter is blank");
        }
        Map<String, Object> limit = limits.computeIfAbsent(parameter, name -> new LinkedHashMap<>());
        if (limit.putIfAbsent(operator, value) != null) {
            throw new IllegalArgumentException(parameter + " has two constraints " + operator);
        }
        return this;
    }

    Map<String, Object> toMap() {
        return limits.isEmpty() ? Map.of() : Map.of("constraints", limits);
    }
}
