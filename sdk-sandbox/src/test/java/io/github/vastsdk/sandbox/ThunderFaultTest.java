package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong on demand, and what happens between two requests. */
@Timeout(30)
class ThunderFaultTest {
    private static final String LIST = "/v1/instances/list";
    private static final String CREATE = "/v1/instances/create";
    private static final String ORDER =
            "{\"cpu_cores\":4,\"disk_size_gb\":100,\"gpu_type\":\"a6000\",\"num_gpus\":1,\"template\":\"base\"}";

    private final SandboxClock clock = SandboxClock.manual();
    private final ThunderSandbox sandbox = ThunderSandbox.builder()
            .clock(clock)
            .lifecycle(Duration.ofSeconds(10))
            .start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void error_hasTheServicesShape() throws IOException {
        sandbox.faults().next(ThunderFault.error(400, "temporarily_disabled", "off for now"));
        Reply reply = client.post("/v1/instances/0/modify", "{\"cpu_cores\":8}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .isEqualTo("{\"code\":400,\"error\":\"temporarily_disabled\",\"message\":\"off for now\"}");
        assertThat(client.get(LIST).json().path("0").path("status").textValue()).isEqualTo("RUNNING");
    }

    @Test
    void error_mayHaveACodeOfItsOwn() throws IOException {
        sandbox.faults().next(ThunderFault.error(500, 409, "conflict", "busy"));
        Reply reply = client.get(LIST);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().path("code").intValue()).isEqualTo(409);
        assertThatIllegalArgumentException().isThrownBy(() -> ThunderFault.error(100, "x", "x"));
    }

    @Test
    void status_takesAnyBody() throws IOException {
        sandbox.faults()
                .next(
                        Fault.status(404).json("{\"error\":\"not_found\",\"message\":\"no code\"}"),
                        Fault.status(502).html(),
                        Fault.status(204),
                        Fault.garbage(),
                        Fault.status(307).header("Location", "http://127.0.0.1:1/"));
        assertThat(client.get(LIST).json().has("code")).isFalse();
        assertThat(client.get(LIST).text()).contains("502 Bad Gateway");
        assertThat(client.get(LIST).text()).isEmpty();
        assertThat(client.get(LIST).text()).startsWith("{\"success");
        assertThat(client.get(LIST).status()).isEqualTo(307);
        assertThat(client.get(LIST).json()).hasSize(2);
    }

    @Test
    void rateLimit_mayNameATimeOrNot() throws IOException {
        sandbox.faults()
                .next(
                        ThunderFault.error(429, "rate_limit_exceeded", "slow").header("Retry-After", "1.5"),
                        ThunderFault.error(429, "rate_limit_exceeded", "slow"));
        assertThat(client.get(LIST).headers().firstValue("retry-after")).hasValue("1.5");
        assertThat(client.get(LIST).headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void create_whenTheAnswerIsLost_hasHappenedOrNot() throws IOException {
        sandbox.faults().next(Fault.reset());
        assertThatIOException().isThrownBy(() -> client.post(CREATE, ORDER));
        assertThat(sandbox.uuids()).hasSize(2);
        sandbox.faults().next(Fault.resetAfterExecuting(), Fault.status(500).afterExecuting(), Fault.truncate(10));
        assertThatIOException().isThrownBy(() -> client.post(CREATE, ORDER));
        assertThat(sandbox.uuids()).hasSize(3);
        assertThat(client.post(CREATE, ORDER).status()).isEqualTo(500);
        assertThat(sandbox.uuids()).hasSize(4);
        assertThatIOException().isThrownBy(() -> client.post(CREATE, ORDER));
        assertThat(sandbox.uuids()).hasSize(5);
        assertThat(sandbox.requests()).extracting(ReceivedRequest::status).containsExactly(0, 0, 500, 201);
    }

    @Test
    void delete_whenTheAnswerIsLost_shiftsTheNumbersAllTheSame() throws IOException {
        String second = sandbox.uuids().get(1);
        sandbox.faults().next(Fault.resetAfterExecuting().on("POST", "/delete$"));
        assertThatIOException().isThrownBy(() -> client.post("/v1/instances/0/delete", ""));
        assertThat(sandbox.uuids()).containsExactly(second);
    }

    @Test
    void stall_keepsTheConnectionUntilTheSandboxCloses() throws IOException {
        sandbox.faults().next(Fault.stall());
        try (Socket socket = client.open("GET", LIST, "")) {
            TestClient.await(sandbox, 1);
            sandbox.close();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void beforeNext_runsOnceBeforeTheFirstThatMatches() throws IOException {
        String key = ThunderBodies.with("{}", "public_key", ThunderBodies.line(1));
        List<String> before = sandbox.uuids();
        sandbox.faults().beforeNext("POST", "/add_key$", () -> sandbox.remove(before.get(0)));
        client.get(LIST);
        client.post("/v1/instances/0/modify", "{}");
        assertThat(sandbox.uuids()).isEqualTo(before);
        Reply reply = client.post("/v1/instances/0/add_key", key);
        assertThat(reply.json().path("uuid").textValue()).isEqualTo(before.get(1));
        assertThat(sandbox.uuids()).containsExactly(before.get(1));
        client.post("/v1/instances/0/add_key", key);
        assertThat(sandbox.uuids()).hasSize(1);
    }

    @Test
    void beforeNext_whenSeveral_runsOnePerRequestInOrder() throws IOException {
        sandbox.faults().beforeNext("GET", "/list$", () -> {});
        sandbox.faults().beforeNext("GET", "/list$", sandbox::prepend);
        assertThat(client.get(LIST).json()).hasSize(2);
        assertThat(client.get(LIST).json()).hasSize(3);
        assertThat(client.get(LIST).json()).hasSize(3);
    }

    @Test
    void beforeNext_mayMoveTheClockAndMeetAFault() throws IOException {
        client.post(CREATE, ORDER);
        sandbox.faults().next(Fault.resetAfterExecuting().onPath("/modify$"));
        sandbox.faults().beforeNext("POST", "/modify$", () -> clock.advance(Duration.ofSeconds(30)));
        assertThat(sandbox.faults().pending()).isEqualTo(1);
        assertThatIOException().isThrownBy(() -> client.post("/v1/instances/2/modify", "{\"cpu_cores\":8}"));
        assertThat(client.get(LIST).json().path("2").path("status").textValue()).isEqualTo("MODIFYING");
    }

    @Test
    void beforeNext_mayAddFaultsAndIsDroppedByClear() throws IOException {
        sandbox.faults().beforeNext("GET", "", () -> sandbox.faults().next(Fault.status(503)));
        assertThat(client.get(LIST).status()).isEqualTo(503);
        sandbox.faults().beforeNext("GET", "", () -> sandbox.faults().next(Fault.status(503)));
        sandbox.faults().clear();
        assertThat(client.get(LIST).status()).isEqualTo(200);
    }

    @Test
    void beforeNext_whenTheActionFails_answersItsFailure() throws IOException {
        sandbox.faults().beforeNext("GET", "", () -> sandbox.remove("nothing"));
        Reply reply = client.get(LIST);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("there is no instance nothing");
    }

    @Test
    void beforeNext_worksOnTheOtherSandboxToo() throws IOException {
        try (VastSandbox vast = VastSandbox.start()) {
            TestClient other = new TestClient(vast);
            long offer = other.post("/api/v0/bundles/", "{}")
                    .json()
                    .path("offers")
                    .path(0)
                    .path("id")
                    .asLong();
            vast.faults().beforeNext("PUT", "/asks/", () -> vast.takeOffer(offer));
            int before = vast.instanceIds().size();
            assertThat(other.put("/api/v0/asks/" + offer + "/", "{\"image\":\"x\",\"disk\":10}")
                            .error())
                    .isEqualTo("no_such_ask");
            assertThat(vast.instanceIds()).hasSize(before);
        }
    }
}
