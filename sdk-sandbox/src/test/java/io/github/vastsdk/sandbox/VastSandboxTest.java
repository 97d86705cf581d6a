package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class VastSandboxTest {
    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void url_isLoopback() {
        assertThat(sandbox.url().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void start_usesDaemonThreadsOnly() throws IOException {
        client.get("/api/v0/ssh/");
        String prefix = "vast-sandbox-" + sandbox.url().getPort();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith(prefix))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void close_refusesFurtherRequestsAndKeepsTheLog() throws IOException {
        client.get("/api/v0/ssh/");
        sandbox.close();
        sandbox.close();
        assertThatIOException().isThrownBy(() -> client.get("/api/v0/ssh/"));
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void seed_whenEqual_givesTheSameAccount() throws IOException {
        SandboxClock clock = SandboxClock.manual();
        try (VastSandbox one = VastSandbox.builder().seed(7).clock(clock).start();
                VastSandbox same = VastSandbox.builder().seed(7).clock(clock).start();
                VastSandbox other = VastSandbox.builder().seed(8).clock(clock).start()) {
            assertThat(same.apiKey()).isEqualTo(one.apiKey()).isNotEqualTo(other.apiKey());
            assertThat(same.instanceIds()).isEqualTo(one.instanceIds()).isNotEqualTo(other.instanceIds());
            for (String path : List.of("/api/v1/instances/", "/api/v0/ssh/", "/api/v0/users/current/")) {
                assertThat(new TestClient(same).get(path).text())
                        .isEqualTo(new TestClient(one).get(path).text())
                        .isNotEqualTo(new TestClient(other).get(path).text());
            }
        }
    }

    @Test
    void requests_holdWhatCameAndWhatBecameOfIt() throws IOException {
        client.send("POST", "/api/v0/secrets/?x=%20y", "{\"key\":\"A\",\"value\":\"é\"}");
        new TestClient(sandbox, "wrong").get("/api/v0/ssh");
        assertThat(sandbox.requests()).hasSize(2);
        ReceivedRequest first = sandbox.requests().get(0);
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.path()).isEqualTo("/api/v0/secrets/");
        assertThat(first.query()).isEqualTo("x=%20y");
        assertThat(first.body()).isEqualTo("{\"key\":\"A\",\"value\":\"é\"}");
        assertThat(first.status()).isEqualTo(400);
        assertThat(first.apiKeyId()).isNotNull();
        assertThat(first.header("authorization")).matches("sha256:[0-9a-f]{8}");
        assertThat(first.header("no-such-header")).isNull();
        assertThat(first.toString()).doesNotContain(sandbox.apiKey());
        ReceivedRequest second = sandbox.requests().get(1);
        assertThat(second.query()).isNull();
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.apiKeyId()).isNull();
        assertThat(second.header("Authorization")).isNotEqualTo(first.header("Authorization"));
    }

    @Test
    void clearRequests_forgets() throws IOException {
        client.get("/api/v0/ssh/");
        sandbox.clearRequests();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void unknownRoute_answersAsAGatewayWould() throws IOException {
        Reply reply = client.get("/api/v0/nothing/");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(reply.text()).startsWith("<html>");
    }

    @Test
    void wrongMethod_namesTheRightOnes() throws IOException {
        Reply reply = client.send("PATCH", "/api/v0/ssh/", "{}");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().firstValue("allow")).hasValue("GET, POST");
    }

    @ParameterizedTest
    @CsvSource({"/api/v0/ssh/", "/api/v0/ssh", "/api/v0/users/current", "/api/v1/instances"})
    void lastSlash_isOptional(String path) throws IOException {
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void key_whenMissing_isAskedFor() throws IOException {
        Reply reply = TestClient.send(client.request("GET", "/api/v0/ssh/", "").build());
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.error()).isEqualTo("auth_error");
        assertThat(reply.json().path("msg").asText()).isEqualTo("This action requires login.");
    }

    @Test
    void key_whenMissing_isNotAskedForToSearchOffers() throws IOException {
        String path = "/api/v0/bundles/";
        Reply reply = TestClient.send(client.request("POST", path, "{}").build());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("offers")).hasSize(64);
        assertThat(new TestClient(sandbox, "0123").post(path, "{}").status()).isEqualTo(401);
    }

    @Test
    void key_whenUnknown_isRefused() throws IOException {
        Reply reply = new TestClient(sandbox, "0123").get("/api/v0/ssh/");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error()).isEqualTo("auth_error");
        assertThat(reply.json().path("msg").asText()).isEqualTo("Invalid user key");
    }

    @Test
    void key_whenInTheQueryOrAnotherScheme_doesNotCount() throws IOException {
        String path = "/api/v0/ssh/?api_key=" + sandbox.apiKey();
        assertThat(TestClient.send(client.request("GET", path, "").build()).status())
                .isEqualTo(403);
        assertThat(TestClient.send(client.request("GET", path, "")
                                .header("Authorization", "Basic " + sandbox.apiKey())
                                .build())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"{\"ssh_key\"", "[1]", "\"text\""},
            delimiter = ';')
    void body_whenNotAnObject_isRefused(String body) throws IOException {
        Reply reply = client.post("/api/v0/ssh/", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
    }

    @Test
    void body_whenFarTooLong_isRefused() throws IOException {
        assertThat(client.post("/api/v0/ssh/", "x".repeat(17_000_000)).status()).isEqualTo(413);
    }

    @Test
    void apiKey_whenTheOwnersKeyIsDeleted_saysSo() throws IOException {
        long id = client.get("/api/v0/users/current/").json().path("key_id").asLong();
        assertThat(client.delete("/api/v0/auth/apikeys/" + id + "/").status()).isEqualTo(200);
        assertThatIllegalStateException().isThrownBy(sandbox::apiKey).withMessageContaining("deleted");
    }
}
