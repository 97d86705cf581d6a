package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.internal.TestBackoff;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and a scripted server: what is sent, and how each answer is read. */
abstract class WireTest {
    static final String API_KEY = "0123456789abcdef-the-key-of-this-test";
    static final ObjectMapper JSON = new ObjectMapper();

    final MockWebServer server = new MockWebServer();
    VastClient vast;

    @BeforeEach
    void startServer() throws IOException {
        server.start();
        vast = client().build();
    }

    @AfterEach
    void stopServer() {
        vast.close();
        server.close();
    }

    /** A client that waits hardly at all between attempts and keeps no pace. */
    VastClient.Builder client() {
        return VastClient.builder()
                .apiKey(API_KEY)
                .baseUrl(server.url("/").toString())
                .backoff(TestBackoff.NONE)
                .pacing(Pacing.off());
    }

    void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(request).as("a request").isNotNull();
        return request;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }
}
