package io.github.vastsdk.sandbox.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.internal.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a request hands to its operation: the arguments in its path, its query and its body. */
public class Input {
    private final Map<String, String> arguments;
    private final Map<String, String> query;
    private final JsonNode body;
    private final Request request;

    /**
     * Reads a request. A body that is empty counts as an empty object.
     *
     * @param request the request
     * @param arguments the arguments in its path
     * @param badBody makes the refusal of a body that is no JSON object
     */
    public Input(Request request, Map<String, String> arguments, Supplier<? extends Refused> badBody) {
        this.arguments = arguments;
        this.query = query(request.query());
        this.body = body(request.body(), badBody);
        this.request = request;
    }

    /** Gives the first value of a header. */
    public final @Nullable String header(String name) {
        return request.header(name);
    }

    /** Gives the query, decoded. */
    public final Map<String, String> query() {
        return query;
    }

    /** Gives an argument from the path. */
    public final String argument(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no argument " + name);
        }
        return value;
    }

    /** Gives a number from the path; null when it is no number. */
    public final @Nullable Long id(String name) {
        String text = argument(name);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** Gives the whole body, an object. */
    public final JsonNode body() {
        return body;
    }

    /** Gives a member of the body; null when it is absent or a JSON null. */
    public final @Nullable JsonNode member(String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Gives a text from the body; null when it is absent or no text. */
    public final @Nullable String text(String name) {
        JsonNode value = member(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    /** Gives a whole number from the body, written as a number or as a text; null when it is absent or none. */
    public final @Nullable Long whole(String name) {
        JsonNode value = member(name);
        String text = value == null ? "" : value.asText();
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** Gives a number from the body; not a number when it is something else. */
    public final double number(String name, double otherwise) {
        JsonNode value = member(name);
        return value == null ? otherwise : value.asDouble(Double.NaN);
    }

    /** Gives a parameter of the call wherever it stands: path, query or body. */
    public final @Nullable JsonNode parameter(String name) {
        String text = arguments.containsKey(name) ? arguments.get(name) : query.get(name);
        return text == null ? member(name) : Json.parse(text);
    }

    private static JsonNode body(String text, Supplier<? extends Refused> badBody) {
        if (text.isBlank()) {
            return Json.object();
        }
        JsonNode body = Json.parse(text);
        if (body == null || !body.isObject()) {
            throw badBody.get();
        }
        return body;
    }

    private static Map<String, String> query(@Nullable String text) {
        Map<String, String> query = new LinkedHashMap<>();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
