package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes answers in each shape that the service uses, and lets {@link VastErrors} read them. */
final class Answers {
    static final CallContext CALL = new CallContext("GET /api/v0/instances/42/", 2, Duration.ofMillis(312));

    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    static ApiException read(int status, String body) {
        return read(VastKind.PLAIN, status, Map.of(), body);
    }

    static ApiException read(OperationKind kind, int status, Map<String, List<String>> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return kind.refused(CALL, status, headers, bytes);
    }

    static String body(String shape, String code, String text) {
        return switch (shape) {
            case "envelope" -> object("success", false, "error", code, "msg", text);
            case "ask" -> object("success", false, "error", code, "msg", text, "ask_id", 7);
            case "pair" -> object("error", code, "msg", text);
            case "plain" -> object("success", false, "msg", text);
            case "msg" -> object("msg", text);
            case "message" -> object("message", text);
            case "detail" -> object("detail", text);
            case "error" -> object("error", code);
            case "error_msg" -> object("error_msg", text);
            case "status" -> object("status", "failure", "message", text);
            case "thunder" -> object("code", 400, "error", code, "message", text);
            case "string" -> json(text);
            case "text" -> text;
            case "html" -> "<!DOCTYPE html><html><title>Please log in</title><body>no longer available</body></html>";
            case "empty" -> "";
            default -> throw new IllegalArgumentException(shape);
        };
    }

    static String object(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return json(members);
    }

    static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }
}
