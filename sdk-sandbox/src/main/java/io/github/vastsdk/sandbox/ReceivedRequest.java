package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.http.Request;
import io.github.vastsdk.sandbox.internal.service.Received;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox received, and what became of it.
 *
 * <p>The body is kept as it came. It may hold secrets, such as the value of an environment variable.
 *
 * @param method the HTTP method
 * @param path the path as sent, percent-encoding and last slash included
 * @param query the query as sent, without the question mark; null when there was none
 * @param headers the headers by name, looked up without regard to case; {@code Authorization} holds a fingerprint, the
 *     first eight hexadecimal digits of the SHA-256 of what was sent
 * @param body the body as text; empty when there was none
 * @param status the status that it was answered with; 0 when it got no answer
 * @param apiKeyId the id of the API key that it was made with, on a {@link ThunderSandbox} 1 for its token; null when it had
 *     no valid one
 */
public record ReceivedRequest(
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        String body,
        int status,
        @Nullable Long apiKeyId) {
    private static final String AUTHORIZATION = "Authorization";

    static ReceivedRequest of(Received received) {
        Request request = received.request();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.computeIfPresent(AUTHORIZATION, (name, values) -> values.stream()
                .map(ReceivedRequest::fingerprint)
                .toList());
        return new ReceivedRequest(
                request.method(),
                request.path(),
                request.query(),
                Collections.unmodifiableMap(headers),
                request.body(),
                received.status(),
                received.keyId());
    }

    /**
     * Gives the first value of a header.
     *
     * @param name the name, in any case
     * @return the value, or null when the request had no such header
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    private static String fingerprint(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
