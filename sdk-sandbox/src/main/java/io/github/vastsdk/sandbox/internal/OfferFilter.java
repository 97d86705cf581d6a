package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of an offer search, all of which must hold.
 *
 * <p>It is as forgiving as the service, which is a trap for clients: a column or an operator that it does not know, and
 * a condition that is no object of operators, are passed over in silence. A row that has a null there never matches.
 */
final class OfferFilter implements Predicate<JsonNode> {
    private static final Set<String> OPERATORS = Set.of("eq", "neq", "gt", "gte", "lt", "lte", "in", "notin");

    private final List<Condition> conditions;

    /**
     * One condition.
     *
     * @param column the column
     * @param operator the name of the comparison
     * @param operand what to compare with
     */
    private record Condition(OfferColumn column, String operator, JsonNode operand) {
        boolean holds(JsonNode row) {
            JsonNode value = column.value().apply(row);
            if (value.isNull() || value.isMissingNode() || operand.isNull()) {
                return false;
            }
            return switch (operator) {
                case "eq" -> same(value, operand);
                case "neq" -> !same(value, operand);
                case "in" -> among(value);
                case "notin" -> !among(value);
                default -> ordered(order(value, operand));
            };
        }

        private boolean among(JsonNode value) {
            return operand.isArray()
                    ? StreamSupport.stream(operand.spliterator(), false).anyMatch(choice -> same(value, choice))
                    : same(value, operand);
        }

        private boolean same(JsonNode value, JsonNode other) {
            Integer order = order(value, other);
            return order != null && order == 0;
        }

        private @Nullable Integer order(JsonNode value, JsonNode other) {
            return Scalars.compare(value, column.operand().apply(other));
        }

        private boolean ordered(@Nullable Integer order) {
            if (order == null) {
                return false;
            }
            return switch (operator) {
                case "gt" -> order > 0;
                case "gte" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        }
    }

    private OfferFilter(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /**
     * Reads the conditions of a search.
     *
     * @param question an object of columns, each an object of operators
     * @param ignored columns whose conditions do not count
     * @return the conditions
     */
    static OfferFilter parse(JsonNode question, Set<String> ignored) {
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : question.properties()) {
            OfferColumn column = ignored.contains(entry.getKey()) ? null : OfferColumn.of(entry.getKey());
            if (column != null) {
                for (Map.Entry<String, JsonNode> operation : entry.getValue().properties()) {
                    if (OPERATORS.contains(operation.getKey())) {
                        conditions.add(new Condition(column, operation.getKey(), operation.getValue()));
                    }
                }
            }
        }
        return new OfferFilter(List.copyOf(conditions));
    }

    @Override
    public boolean test(JsonNode row) {
        return conditions.stream().allMatch(condition -> condition.holds(row));
    }
}
