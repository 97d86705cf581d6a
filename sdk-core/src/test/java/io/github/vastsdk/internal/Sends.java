package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.Call;
import io.github.vastsdk.VastClient;
import java.util.Map;
import java.util.function.Function;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * What an operation sends: one row of the tests of what is sent.
 *
 * @param name the name of the row
 * @param call builds the call
 * @param answer what the service says, with single quotes
 * @param method the HTTP method
 * @param path the path as sent
 * @param query the query, decoded, with single quotes
 * @param body the body with single quotes; null for none
 * @param <C> the client
 */
public record Sends<C>(
        String name,
        Function<C, Call<?>> call,
        String answer,
        String method,
        String path,
        Map<String, String> query,
        @Nullable String body) {
    public static final String OK = "{'success': true, 'msg': 'ok', 'id': 1}";

    /** Makes a row for an operation of Vast.ai without a query. */
    public static Sends<VastClient> sends(
            String name, Function<VastClient, Call<?>> call, String answer, String line, @Nullable String body) {
        String[] parts = line.split(" ", 2);
        return new Sends<>(name, call, answer, parts[0], parts[1], Map.of(), body);
    }

    /** Compares what arrived, as every operation sends it. */
    public void verify(RecordedRequest request) {
        assertThat(request.getMethod()).isEqualTo(method);
        assertThat(request.getUrl().encodedPath()).isEqualTo(path);
        assertThat(request.getUrl().queryParameterNames()).isEqualTo(query.keySet());
        query.forEach((parameter, value) ->
                assertThat(request.getUrl().queryParameter(parameter)).isEqualTo(value.replace('\'', '"')));
        if (body == null) {
            assertThat(WireServer.body(request)).isEmpty();
            assertThat(request.getHeaders().get("Content-Type")).isNull();
        } else {
            assertThat(WireServer.json(WireServer.body(request))).isEqualTo(WireServer.json(body));
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        }
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + WireServer.API_KEY);
        assertThat(request.getHeaders().get("User-Agent")).matches("vast-sdk-java/\\d+\\.\\d+\\.\\d+.*");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("Upgrade")).as("HTTP/2 upgrade").isNull();
    }

    @Override
    public String toString() {
        return name;
    }
}
