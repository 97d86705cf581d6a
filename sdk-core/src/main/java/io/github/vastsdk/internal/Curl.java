package io.github.vastsdk.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vastsdk.internal.json.Json;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a request as a command line, without secrets. */
final class Curl {
    /** Headers that hold no secret. A header that the caller added may be a proxy's token. */
    private static final Set<String> SHOWN = Set.of("accept", "content-type", "user-agent");

    private static final int BODY = 1024 * 1024;

    private Curl() {}

    static String of(HttpRequest request, @Nullable Object body, String keyVariable) {
        StringBuilder command = new StringBuilder("curl --compressed -X ").append(request.method());
        command.append(' ').append(quoted(Redactor.line(request.uri().toString(), BODY)));
        request.headers().map().forEach((name, values) -> {
            if (name.equalsIgnoreCase("authorization")) {
                command.append(" -H \"Authorization: Bearer $")
                        .append(keyVariable)
                        .append('"');
            } else if (!name.equalsIgnoreCase("accept-encoding")) { // --compressed does that
                boolean shown = SHOWN.contains(name.toLowerCase(Locale.ROOT));
                values.forEach(value -> command.append(" -H ").append(quoted(name + ": " + (shown ? value : "***"))));
            }
        });
        if (body != null) {
            command.append(" --data ")
                    .append(quoted(Redactor.text(Json.writeRedacted(body).getBytes(UTF_8), BODY)));
        }
        return command.toString();
    }

    /** Names the members of a body: {@code " {image, disk}"}, or nothing where there is none to name. */
    static String names(@Nullable Object body) {
        return body instanceof Map<?, ?> map && !map.isEmpty()
                ? " {"
                        + String.join(
                                ", ", map.keySet().stream().map(String::valueOf).toList()) + "}"
                : "";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
