package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a restricted key may do: a tree of categories, below them names of operations, below them constraints. An empty
 * object allows everything below it, one with members allows only these.
 */
final class Permissions {
    private static final Set<String> CATEGORIES = Set.of(
            "instance_read",
            "instance_write",
            "user_read",
            "user_write",
            "billing_read",
            "billing_write",
            "machine_read",
            "machine_write",
            "team_read",
            "team_write",
            "agents_read",
            "agents_write",
            "misc");
    private static final Set<String> OPERATORS = Set.of("eq", "gte", "lte");

    private Permissions() {}

    /** Refuses a tree that says nothing or says it in another language. */
    static void check(JsonNode permissions) {
        if (permissions.isObject() && permissions.isEmpty()) {
            throw Refusal.of(400, "missing_permissions", "No permissions are given");
        }
        JsonNode api = permissions.path("api");
        if (permissions.size() != 1 || !api.isObject()) {
            throw invalid("permissions are {\"api\": {category: {}}}");
        }
        for (Map.Entry<String, JsonNode> category : api.properties()) {
            if (!CATEGORIES.contains(category.getKey())) {
                throw invalid("there is no category " + category.getKey());
            }
            if (!category.getValue().isObject()) {
                throw invalid("a category holds an object");
            }
            for (JsonNode operation : category.getValue()) {
                checkConstraints(operation);
            }
        }
    }

    private static void checkConstraints(JsonNode operation) {
        if (!operation.isObject()) {
            throw invalid("an operation holds an object");
        }
        for (JsonNode constraint : operation.path("constraints")) {
            for (Map.Entry<String, JsonNode> bound : constraint.properties()) {
                if (!OPERATORS.contains(bound.getKey()) || !bound.getValue().isNumber()) {
                    throw invalid("a constraint is eq, gte or lte with a number");
                }
            }
        }
    }

    private static Refusal invalid(String why) {
        return Refusal.of(400, "invalid_permissions", "Invalid permissions: " + why);
    }

    /** Says whether a key may make a call. */
    static boolean allow(ApiKey key, Route route, Call call) {
        if (!key.restricted()) {
            return true;
        }
        JsonNode category = key.permissions().path("api").path(route.scope());
        if (!category.isObject()) {
            return false;
        }
        if (category.isEmpty()) {
            return true;
        }
        JsonNode operation = category.has(route.name()) ? category.get(route.name()) : category.get("*");
        return operation != null && satisfied(operation.path("constraints"), call);
    }

    private static boolean satisfied(JsonNode constraints, Call call) {
        return constraints.properties().stream()
                .allMatch(constraint -> within(constraint.getValue(), call.parameter(constraint.getKey())));
    }

    private static boolean within(JsonNode bounds, @Nullable JsonNode value) {
        if (value == null || !value.isNumber()) {
            return false;
        }
        BigDecimal actual = value.decimalValue();
        return bounds.properties().stream().allMatch(bound -> {
            int order = actual.compareTo(bound.getValue().decimalValue());
            return switch (bound.getKey()) {
                case "eq" -> order == 0;
                case "gte" -> order >= 0;
                default -> order <= 0;
            };
        });
    }
}
