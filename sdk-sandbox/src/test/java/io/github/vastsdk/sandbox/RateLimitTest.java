package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RateLimitTest {
    private static final String SHOW = "/api/v0/instances/1/";

    private final SandboxClock clock = SandboxClock.manual();

    private VastSandbox sandbox(double scale, RateBody body) {
        return VastSandbox.builder()
                .clock(clock)
                .rateScale(scale)
                .rateBody(body)
                .start();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOCUMENTED| {\"detail\":\"API requests too frequent endpoint threshold=2.0\"}",
                "DETAIL| {\"detail\":\"API requests too frequent endpoint threshold=2.0\"}",
                "TEXT| API requests too frequent: endpoint threshold=2.0",
                "TEXT_WITHOUT_THRESHOLD| API requests too frequent",
                "MESSAGE| {\"success\":false,\"error\":\"rate_limit_exceeded\",\"msg\":\"API requests too frequent"
                        + " endpoint threshold=2.0\"}",
            })
    void secondCall_whenTooEarly_isRefusedInTheChosenForm(RateBody body, String expected) throws IOException {
        try (VastSandbox sandbox = sandbox(1, body)) {
            TestClient client = new TestClient(sandbox);
            assertThat(client.get(SHOW).status()).isEqualTo(200);
            Reply refused = client.get(SHOW);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text()).isEqualTo(expected);
            assertThat(refused.headers().firstValue("retry-after")).isEmpty();
        }
    }

    @Test
    void interval_isEnforcedAsPrinted() throws IOException {
        try (VastSandbox sandbox = sandbox(0.05, RateBody.DOCUMENTED)) {
            TestClient client = new TestClient(sandbox);
            client.get(SHOW);
            clock.advance(Duration.ofNanos(99_999_999));
            assertThat(client.get(SHOW).text()).contains("threshold=0.1\"");
            clock.advance(Duration.ofNanos(1));
            assertThat(client.get(SHOW).status()).isEqualTo(200);
        }
    }

    @Test
    void interval_holdsPerKeyAndOperation() throws IOException {
        try (VastSandbox sandbox = sandbox(1, RateBody.DOCUMENTED)) {
            TestClient client = new TestClient(sandbox);
            String key = client.post("/api/v0/auth/apikeys/", "{\"name\":\"other\"}")
                    .json()
                    .path("key")
                    .asText();
            client.get(SHOW);
            assertThat(client.get("/api/v0/instances/2/").status()).isEqualTo(429);
            assertThat(client.get("/api/v1/instances/").status()).isEqualTo(200);
            assertThat(new TestClient(sandbox, key).get(SHOW).status()).isEqualTo(200);
        }
    }

    @Test
    void destroy_isRefusedInItsOwnForm() throws IOException {
        try (VastSandbox sandbox = sandbox(1, RateBody.DOCUMENTED)) {
            TestClient client = new TestClient(sandbox);
            client.delete(SHOW);
            Reply refused = client.delete(SHOW);
            assertThat(refused.error()).isEqualTo("rate_limit_exceeded");
            assertThat(refused.text()).contains("threshold=3.0");
        }
    }

    @Test
    void operation_withoutADocumentedInterval_isNotLimited() throws IOException {
        try (VastSandbox sandbox = sandbox(1, RateBody.DOCUMENTED)) {
            TestClient client = new TestClient(sandbox);
            assertThat(client.get("/api/v0/ssh/").status()).isEqualTo(200);
            assertThat(client.get("/api/v0/ssh/").status()).isEqualTo(200);
        }
    }

    @Test
    void scale_isZeroByDefault() throws IOException {
        try (VastSandbox sandbox = VastSandbox.builder().clock(clock).start()) {
            TestClient client = new TestClient(sandbox);
            assertThat(client.get(SHOW).status()).isEqualTo(200);
            assertThat(client.get(SHOW).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET| /api/v0/auth/apikeys/| 1.0",
                "POST| /api/v0/auth/apikeys/| 2.0",
                "DELETE| /api/v0/auth/apikeys/1/| 2.0",
                "POST| /api/v0/ssh/| 1.0",
                "PUT| /api/v0/ssh/1/| 1.0",
                "GET| /api/v0/secrets/| 5.0",
                "POST| /api/v0/secrets/| 3.0",
                "PUT| /api/v0/secrets/| 3.0",
                "DELETE| /api/v0/secrets/| 3.0",
                "GET| /api/v1/instances/| 1.0",
                "GET| /api/v0/instances/1/| 2.0",
                "DELETE| /api/v0/instances/1/| 3.0",
                "PUT| /api/v0/instances/1/| 1.0",
                "PUT| /api/v0/instances/reboot/1/| 1.0",
                "PUT| /api/v0/instances/recycle/1/| 1.0",
                "PUT| /api/v0/instances/bid_price/1/| 5.5",
                "PUT| /api/v0/instances/prepay/1/| 2.0",
                "GET| /api/v0/instances/balance/1/| 3.0",
                "PUT| /api/v0/instances/command/1/| 1.5",
                "PUT| /api/v0/commands/copy_direct/| 3.5",
                "DELETE| /api/v0/commands/copy_direct/| 3.5",
                "GET| /api/v0/users/cloud_integrations/| 2.9",
                "GET| /api/v0/template/| 3.0",
                "GET| /api/v0/benchmarks/| 3.0",
                "POST| /api/v0/volumes/search/| 5.5",
                "GET| /api/v0/volumes/| 5.5",
                "PUT| /api/v0/volumes/| 5.5",
                "DELETE| /api/v0/volumes/| 5.5",
                "POST| /api/v0/volumes/unlist| 5.0",
                "POST| /api/v0/bundles/| 6.0",
                "PUT| /api/v0/asks/1/| 4.5",
                "PUT| /api/v0/launch_instance/| 5.0",
                "DELETE| /api/v0/instances/1/ssh/2/| 2.0",
            })
    void interval_isTheDocumentedOne(String method, String path, String seconds) throws IOException {
        try (VastSandbox sandbox = sandbox(1, RateBody.DOCUMENTED)) {
            TestClient client = new TestClient(sandbox);
            client.send(method, path, method.equals("GET") ? "" : "{}");
            Reply refused = client.send(method, path, method.equals("GET") ? "" : "{}");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text()).contains("threshold=" + seconds + "\"");
        }
    }
}
