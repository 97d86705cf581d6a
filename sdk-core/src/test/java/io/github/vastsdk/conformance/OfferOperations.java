package io.github.vastsdk.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.conformance.ConformanceOperations.Run;
import io.github.vastsdk.query.BenchmarkFields;
import io.github.vastsdk.query.Field;
import io.github.vastsdk.query.OfferFields;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.OfferType;
import io.github.vastsdk.query.Selection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The operations on offers, the query language included. */
final class OfferOperations {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a query sends besides conditions. */
    private static final List<String> OPTIONS = List.of("order", "type", "limit", "allocated_storage");

    private OfferOperations() {}

    static final Map<String, Run> ALL = Map.ofEntries(
            Map.entry("query.parse", (vast, args) -> parse(args)),
            Map.entry("query.unparse", (vast, args) -> conditions(args.path("query"))
                    .toString()),
            Map.entry(
                    "offers.search",
                    (vast, args) -> vast.offers().search(query(args)).execute()),
            // It has no default conditions, and no way to say how to rent or how much storage to price.
            Map.entry("offers.search@sync", (vast, args) -> vast.offers()
                    .search(query(args).withoutDefaults())
                    .execute()),
            Map.entry(
                    "offers.search_new",
                    (vast, args) ->
                            vast.offers().search(query(args)).bySearchAsks().execute()),
            Map.entry("gpu_names.list", (vast, args) -> vast.offers().gpuNames().execute()),
            Map.entry("gpu_types.list", (vast, args) -> vast.offers().gpuTypes().execute()),
            Map.entry("benchmarks.search", (vast, args) -> benchmarks(vast, args)));

    /**
     * The query of a recorded search. The recorded calls have other defaults for a text, where {@code rented} is missing,
     * than for conditions as an object or none; the library has one set, so the difference is stated here.
     */
    private static OfferQuery query(JsonNode args) {
        JsonNode recorded = args.path("query");
        OfferQuery query = recorded.isTextual() || recorded.isArray()
                ? OfferQuery.parse(joined(recorded))
                : OfferQuery.fromJson(recorded.isObject() ? recorded.toString() : "{}");
        if (recorded.isTextual() && !recorded.textValue().contains("rented")) {
            query = query.without(OfferFields.rented);
        }
        if (args.path("no_default").asBoolean()) {
            query = query.withoutDefaults();
        }
        JsonNode order = args.path("order");
        if (order.isArray()) {
            query = query.orderBy(order(order));
        } else if (order.isTextual()) {
            query = query.orderBy(order.textValue());
        }
        JsonNode type = args.has("type") ? args.get("type") : args.path("offer_type");
        if (type.isTextual()) {
            query = query.type(OfferType.of(type.textValue()));
        }
        if (args.path("limit").asInt() > 0) {
            query = query.limit(args.get("limit").asInt());
        }
        if (args.hasNonNull("storage")) {
            query = query.storageGb(args.get("storage").asDouble());
        }
        return args.path("disable_bundling").asBoolean() ? query.withoutBundling() : query;
    }

    /** An empty order and a limit of zero say nothing, and are left out. */
    private static Object benchmarks(VastClient vast, JsonNode args) {
        Selection<BenchmarkFields> selection = selection(args.path("query"));
        for (JsonNode each : args.path("order")) {
            Field<BenchmarkFields> column = benchmarkColumn(each.path("col").asText());
            selection = selection.orderBy(each.path("dir").asText().equals("desc") ? column.desc() : column.asc());
        }
        int limit = args.path("limit").asInt();
        return limit > 0
                ? vast.offers().benchmarks(selection, limit).execute()
                : vast.offers().benchmarks(selection).execute();
    }

    private static Selection<BenchmarkFields> selection(JsonNode recorded) {
        return recorded.isTextual()
                ? BenchmarkFields.parse(recorded.textValue())
                : BenchmarkFields.fromJson(recorded.isObject() ? recorded.toString() : "{}");
    }

    @SuppressWarnings("unchecked") // every constant of the class is a column of its rows
    private static Field<BenchmarkFields> benchmarkColumn(String name) {
        return Arrays.stream(BenchmarkFields.class.getFields())
                .map(OfferOperations::constant)
                .map(column -> (Field<BenchmarkFields>) column)
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such column: " + name));
    }

    private static Object constant(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The order as the text that the library takes. */
    private static String order(JsonNode recorded) {
        return StreamSupport.stream(recorded.spliterator(), false)
                .map(each -> each.path(0).asText() + (each.path(1).asText().equals("desc") ? "-" : ""))
                .collect(Collectors.joining(","));
    }

    /** The recorded call adds the conditions of a text to some that are there already. */
    private static Object parse(JsonNode args) {
        JsonNode text = args.path("query_str");
        String before = conditions(args.path("res")).toString();
        Map<String, Object> result = new LinkedHashMap<>(
                OfferQuery.parse(before + " " + joined(text)).withoutDefaults().toMap());
        result.keySet().removeAll(OPTIONS);
        return result;
    }

    private static String joined(JsonNode text) {
        return text.isArray() ? String.join(" ", JSON.convertValue(text, String[].class)) : text.asText("");
    }

    private static OfferQuery conditions(JsonNode recorded) {
        ObjectNode conditions = JSON.createObjectNode();
        // The recorded call left empty objects behind where it failed.
        recorded.properties().stream()
                .filter(each -> !each.getValue().isEmpty())
                .forEach(each -> conditions.set(each.getKey(), each.getValue()));
        return OfferQuery.fromJson(conditions.toString());
    }
}
