package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Conditions on the columns of rows, all of which must hold. */
final class Filters {
    private static final Set<String> OPERATORS = Set.of("eq", "neq", "gt", "gte", "lt", "lte", "in", "notin");

    private final List<Condition> conditions;

    /**
     * One condition.
     *
     * @param column the column
     * @param operator the name of the comparison
     * @param operand what to compare with
     */
    private record Condition(String column, String operator, JsonNode operand) {
        boolean holds(ObjectNode row) {
            JsonNode value = row.path(column);
            return switch (operator) {
                case "eq" -> same(value, operand);
                case "neq" -> !same(value, operand);
                case "in" -> among(value);
                case "notin" -> !among(value);
                // A null is neither more nor less than anything.
                default -> !value.isNull() && !operand.isNull() && ordered(RowOrder.compare(value, operand));
            };
        }

        private boolean among(JsonNode value) {
            return StreamSupport.stream(operand.spliterator(), false).anyMatch(choice -> same(value, choice));
        }

        private boolean ordered(int order) {
            return switch (operator) {
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        }

        private static boolean same(JsonNode left, JsonNode right) {
            return RowOrder.compare(left, right) == 0;
        }
    }

    private Filters(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads conditions.
     *
     * @param filters an object of columns, each an object of operators
     * @param stored the columns that there are
     * @return the conditions
     */
    static Filters parse(JsonNode filters, StoredColumns stored) {
        if (!filters.isObject()) {
            throw stored.invalid("select_filters is not a JSON object");
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : filters.properties()) {
            stored.require(column.getKey());
            if (!column.getValue().isObject()) {
                throw stored.invalid(column.getKey() + " has no operator");
            }
            for (Map.Entry<String, JsonNode> operation : column.getValue().properties()) {
                conditions.add(condition(column.getKey(), operation.getKey(), operation.getValue(), stored));
            }
        }
        return new Filters(conditions);
    }

    private static Condition condition(String column, String operator, JsonNode operand, StoredColumns stored) {
        if (!OPERATORS.contains(operator)) {
            throw stored.invalid(operator + " is not an operator");
        }
        if (operator.endsWith("in") != operand.isArray()) {
            throw stored.invalid(operator + " cannot be used with " + operand.getNodeType());
        }
        return new Condition(column, operator, operand);
    }

    boolean match(ObjectNode row) {
        return conditions.stream().allMatch(condition -> condition.holds(row));
    }
}
