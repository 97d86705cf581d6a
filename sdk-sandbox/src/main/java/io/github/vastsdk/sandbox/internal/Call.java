package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.internal.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request on its way to the handler of its route. */
final class Call {
    private final Map<String, String> arguments;
    private final Map<String, String> query;
    private final JsonNode body;
    private final Request request;
    private final @Nullable ApiKey key;

    Call(Request request, Route route, Map<String, String> arguments, @Nullable ApiKey key) {
        this.arguments = arguments;
        this.query = query(request.query());
        this.body = body(request.body(), route.badJsonStatus());
        this.request = request;
        this.key = key;
    }

    /** Gives the key that the call was made with. */
    ApiKey key() {
        if (key == null) {
            throw new IllegalStateException("the route is open");
        }
        return key;
    }

    /** Gives the first value of a header. */
    @Nullable
    String header(String name) {
        return request.header(name);
    }

    /** Gives the query, decoded. */
    Map<String, String> query() {
        return query;
    }

    /** Gives an argument from the path. */
    String argument(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no argument " + name);
        }
        return value;
    }

    /** Gives a number from the path; null when it is no number. */
    @Nullable
    Long id(String name) {
        String text = argument(name);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** Gives the whole body, an object. */
    JsonNode body() {
        return body;
    }

    /** Gives a member of the body; null when it is absent or a JSON null. */
    @Nullable
    JsonNode member(String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Gives a text from the body; null when it is absent or no text. */
    @Nullable
    String text(String name) {
        JsonNode value = member(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }

    /** Gives a whole number from the body, written as a number or as a text; null when it is absent or none. */
    @Nullable
    Long whole(String name) {
        JsonNode value = member(name);
        String text = value == null ? "" : value.asText();
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** Gives a number from the body; not a number when it is something else. */
    double number(String name, double otherwise) {
        JsonNode value = member(name);
        return value == null ? otherwise : value.asDouble(Double.NaN);
    }

    /** Gives a parameter of the call wherever it stands: path, query or body. */
    @Nullable
    JsonNode parameter(String name) {
        String text = arguments.containsKey(name) ? arguments.get(name) : query.get(name);
        return text == null ? member(name) : Json.parse(text);
    }

    private static JsonNode body(String text, int badJsonStatus) {
        if (text.isBlank()) {
            return Json.object();
        }
        JsonNode body = Json.parse(text);
        if (body == null || !body.isObject()) {
            throw Refusal.of(badJsonStatus, "invalid_args", "error 400: Invalid args: the body is not a JSON object");
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
