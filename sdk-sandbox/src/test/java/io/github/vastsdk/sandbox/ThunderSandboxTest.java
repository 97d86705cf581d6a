package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all operations share: the token, paths that are none, and the log of requests. */
@Timeout(30)
class ThunderSandboxTest {
    private static final String LIST = "/v1/instances/list";

    private final ThunderSandbox sandbox = ThunderSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void start_withDefaults_hasTwoInstances() throws IOException {
        assertThat(sandbox.uuids())
                .hasSize(2)
                .allMatch(uuid -> uuid.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertThat(client.get(LIST).json()).hasSize(2);
    }

    @Test
    void seed_whenEqual_givesTheSameAccount() throws IOException {
        SandboxClock clock = SandboxClock.manual();
        try (ThunderSandbox one = ThunderSandbox.builder().seed(7).clock(clock).start();
                ThunderSandbox same =
                        ThunderSandbox.builder().seed(7).clock(clock).start();
                ThunderSandbox other =
                        ThunderSandbox.builder().seed(8).clock(clock).start()) {
            assertThat(same.token()).isEqualTo(one.token()).isNotEqualTo(other.token());
            assertThat(new TestClient(same).get(LIST).text())
                    .isEqualTo(new TestClient(one).get(LIST).text())
                    .isNotEqualTo(new TestClient(other).get(LIST).text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/instances/list",
        "POST, /v1/instances/create",
        "POST, /v1/instances/0/delete",
        "POST, /v1/instances/0/add_key",
    })
    void token_whenMissingOrBad_isAskedFor(String method, String path) throws IOException {
        Reply without = TestClient.send(client.request(method, path, "").build());
        Reply bad = new TestClient(sandbox, "0123").send(method, path, "");
        Reply otherScheme = TestClient.send(client.request(method, path, "")
                .header("Authorization", "Basic " + sandbox.token())
                .build());
        Reply inQuery = TestClient.send(
                client.request(method, path + "?token=" + sandbox.token(), "").build());
        assertThat(List.of(without, bad, otherScheme, inQuery)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().path("code").intValue()).isEqualTo(401);
            assertThat(reply.error()).isEqualTo("unauthorized");
            assertThat(reply.json().path("message").textValue()).isNotEmpty();
        });
        assertThat(sandbox.uuids()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/instances", "/v1/instances/list/", "/instances/list", "/v2/instances/list", "/api/v0/ssh/"})
    void path_whenItIsNone_answersWithoutJson(String path) throws IOException {
        Reply reply = client.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
        assertThat(reply.text()).isEqualTo("404 page not found\n");
    }

    @Test
    void method_whenItIsAnotherOne_namesTheRightOne() throws IOException {
        Reply reply = client.delete("/v1/instances/0/delete");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers().firstValue("allow")).hasValue("POST");
    }

    @Test
    void requests_holdWhatCameAndWhatBecameOfIt() throws IOException {
        client.get(LIST + "?update_ips=true");
        new TestClient(sandbox, "wrong").post("/v1/instances/create", "{\"a\":1}");
        ReceivedRequest first = sandbox.requests().get(0);
        assertThat(first.path()).isEqualTo(LIST);
        assertThat(first.query()).isEqualTo("update_ips=true");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.apiKeyId()).isEqualTo(1);
        assertThat(first.toString()).doesNotContain(sandbox.token());
        ReceivedRequest second = sandbox.requests().get(1);
        assertThat(second.method()).isEqualTo("POST");
        assertThat(second.body()).isEqualTo("{\"a\":1}");
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.apiKeyId()).isNull();
        sandbox.clearRequests();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void close_refusesFurtherRequestsAndKeepsTheLog() throws IOException {
        client.get(LIST);
        sandbox.close();
        assertThatIOException().isThrownBy(() -> client.get(LIST));
        assertThat(sandbox.requests()).hasSize(1);
        assertThat(sandbox.uuids()).hasSize(2);
    }

    @Test
    void toString_showsTheAddressOnly() {
        assertThat(sandbox).hasToString("ThunderSandbox[" + sandbox.url() + "]");
    }

    @Test
    void minimumInterval_whenSet_refusesWhatComesTooEarly() throws IOException {
        SandboxClock clock = SandboxClock.manual();
        try (ThunderSandbox limited = ThunderSandbox.builder()
                .clock(clock)
                .minimumInterval(Duration.ofMillis(1500))
                .start()) {
            TestClient early = new TestClient(limited);
            assertThat(early.get(LIST).status()).isEqualTo(200);
            Reply refused = early.get(LIST);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.error()).isEqualTo("rate_limit_exceeded");
            assertThat(refused.json().path("code").intValue()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).hasValue("1.500");
            assertThat(early.post("/v1/instances/0/add_key", "{}").status()).isEqualTo(200);
            clock.advance(Duration.ofMillis(1499));
            assertThat(early.get(LIST).headers().firstValue("retry-after")).hasValue("0.001");
            clock.advance(Duration.ofMillis(1));
            assertThat(early.get(LIST).status()).isEqualTo(200);
        }
    }

    @Test
    void builder_whenANumberIsImpossible_refusesIt() {
        ThunderSandboxBuilder builder = ThunderSandbox.builder();
        Duration negative = Duration.ofMillis(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.instances(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.instances(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.consistencyLag(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lifecycle(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.deleteLag(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.minimumInterval(negative));
    }
}
