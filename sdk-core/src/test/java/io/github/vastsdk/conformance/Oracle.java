package io.github.vastsdk.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What the checking server can be told, and what it tells, beside the operations themselves. */
final class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    Oracle(URI server) {
        this.server = server;
    }

    JsonNode get(String what) throws IOException {
        return send(request(what).GET().build());
    }

    void post(String what, JsonNode body) throws IOException {
        send(request(what).POST(BodyPublishers.ofString(body.toString())).build());
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(server.resolve("/__oracle/" + what));
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("the server refused " + request.uri() + ": " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
