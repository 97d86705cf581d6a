package io.github.vastsdk.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads queries in the form that the API takes. */
final class QueryJson {
    private QueryJson() {}

    /** Reads an object. */
    static JsonNode tree(String json) {
        JsonNode tree;
        try {
            tree = Json.tree(Objects.requireNonNull(json, "json"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON of a query: " + e.getOriginalMessage(), e);
        }
        if (!tree.isObject()) {
            throw new IllegalArgumentException("not the JSON of a query: no object");
        }
        return tree;
    }

    /** Reads one member that is not the affair of a certain query. */
    static <S> Criteria<S> member(Criteria<S> before, Map.Entry<String, JsonNode> member) {
        String name = member.getKey();
        JsonNode value = member.getValue();
        return switch (name) {
            case "order" -> before.orderBy(order(before.columns(), value));
            case "limit" ->
                before.limit(check(value.canConvertToInt() && value.isIntegralNumber(), value, name)
                        .intValue());
            case "allocated_storage" ->
                before.storageGb(check(value.isNumber(), value, name).doubleValue());
            default -> conditions(before, name, value);
        };
    }

    /** Reads the conditions on one column. */
    static <S> Criteria<S> conditions(Criteria<S> before, String name, JsonNode operators) {
        Field<S> field = before.columns().get(name);
        if (operators.isValueNode()) {
            throw new IllegalArgumentException(name + " needs an operator, as in {\"eq\":" + operators + "}");
        }
        check(operators.isObject() && !operators.isEmpty(), operators, field.name());
        Criteria<S> result = before;
        for (Map.Entry<String, JsonNode> each : operators.properties()) {
            result = result.put(condition(field, each.getKey(), each.getValue()));
        }
        return result;
    }

    private static <S> Condition<S> condition(Field<S> field, String operator, JsonNode value) {
        Op op = Op.ofWire(operator);
        field.check(op);
        check(op.takesList() == value.isArray() && (!value.isArray() || !value.isEmpty()), value, field.name());
        if (!op.takesList()) {
            return new Condition<>(field, op, scalar(field, value));
        }
        List<@Nullable Object> list = new ArrayList<>();
        value.forEach(each -> list.add(scalar(field, each)));
        return new Condition<>(field, op, Collections.unmodifiableList(list));
    }

    private static @Nullable Object scalar(Field<?> field, JsonNode value) {
        check(value.isValueNode(), value, field.name());
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return field.fromJson(value.booleanValue());
        }
        return field.fromJson(value.isNumber() ? Numbers.toWire(value.decimalValue()) : value.asText());
    }

    private static <S> List<Order<S>> order(Columns<S> columns, JsonNode entries) {
        List<Order<S>> order = new ArrayList<>();
        for (JsonNode entry : check(entries.isArray(), entries, "order")) {
            String direction = entry.path(1).asText().toLowerCase(Locale.ROOT);
            check(entry.size() == 2 && (direction.equals("asc") || direction.equals("desc")), entry, "order");
            order.add(new Order<>(columns.get(entry.path(0).asText()), direction.equals("desc")));
        }
        return order;
    }

    /** Refuses what the service would not understand. */
    static JsonNode check(boolean good, JsonNode value, String name) {
        if (!good) {
            throw new IllegalArgumentException(name + " cannot be " + value);
        }
        return value;
    }
}
