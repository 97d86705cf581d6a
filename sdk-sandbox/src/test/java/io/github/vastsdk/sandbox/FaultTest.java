package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultTest {
    private static final String LIST = "/api/v0/ssh/";
    private static final String KEY = "{\"ssh_key\":\"ssh-rsa AAAA me\"}";
    private static final Duration FOREVER = Duration.ofHours(1);

    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private int keys() throws IOException {
        return client.get(LIST).json().size();
    }

    /** Reads the head of an answer; what is left in the stream is the body. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            assertThat(b).as("the head ends: %s", head).isNotNegative();
            head.append((char) b);
        }
        return head.toString();
    }

    @Test
    void status_withHtml_isAGatewayPageAndDoesNotExecute() throws IOException {
        sandbox.faults().next(Fault.status(502).html());
        Reply reply = client.post(LIST, KEY);
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.headers().firstValue("content-type")).hasValue("text/html");
        assertThat(reply.text()).contains("<h1>502 Bad Gateway</h1>");
        assertThat(sandbox.requests().get(0).status()).isEqualTo(502);
        assertThat(keys()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 504, 500})
    void html_namesTheStatus(int status) throws IOException {
        sandbox.faults().next(Fault.status(status).html());
        assertThat(client.get(LIST).text()).contains("<h1>" + status);
    }

    @Test
    void status_withoutBody_isEmpty() throws IOException {
        sandbox.faults().next(Fault.status(503), Fault.status(204));
        assertThat(client.get(LIST)).returns(503, Reply::status).returns("", Reply::text);
        assertThat(client.get(LIST)).returns(204, Reply::status).returns("", Reply::text);
        assertThat(client.get(LIST).status()).isEqualTo(200);
    }

    @Test
    void body_hasItsTypeAndHeaders() throws IOException {
        sandbox.faults()
                .next(Fault.status(500)
                        .body("text/plain", "oh no")
                        .header("X-A", "1")
                        .header("content-type", "x/y"));
        Reply reply = client.get(LIST);
        assertThat(reply.text()).isEqualTo("oh no");
        assertThat(reply.headers().firstValue("x-a")).hasValue("1");
        assertThat(reply.headers().allValues("content-type")).containsExactly("x/y");
    }

    @Test
    void error_isTheUsualEnvelope() throws IOException {
        sandbox.faults().next(Fault.error(200, "invalid_args", "say \"please\""));
        Reply reply = client.get(LIST);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("success").asBoolean(true)).isFalse();
        assertThat(reply.error()).isEqualTo("invalid_args");
        assertThat(reply.json().path("msg").asText()).isEqualTo("say \"please\"");
    }

    @Test
    void afterExecuting_doesTheOperationFirst() throws IOException {
        sandbox.faults().next(Fault.status(504).html().afterExecuting());
        assertThat(client.post(LIST, KEY).status()).isEqualTo(504);
        assertThat(keys()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(RateBody.class)
    void rateLimited_hasEachForm(RateBody body) throws IOException {
        sandbox.faults().next(Fault.rateLimited(body, 4.5).header("Retry-After", "0"));
        Reply reply = client.get(LIST);
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.text()).contains("API requests too frequent");
        assertThat(reply.text().contains("threshold=4.5")).isEqualTo(body != RateBody.TEXT_WITHOUT_THRESHOLD);
        assertThat(reply.headers().firstValue("retry-after")).hasValue("0");
    }

    @Test
    void rateLimited_byDefault_isTheDetailForm() throws IOException {
        sandbox.faults().next(Fault.rateLimited(0.000001));
        assertThat(client.get(LIST).text())
                .isEqualTo("{\"detail\":\"API requests too frequent endpoint threshold=0.000001\"}");
    }

    @Test
    void garbageAndEmpty_areNoJson() throws IOException {
        sandbox.faults().next(Fault.garbage(), Fault.empty());
        assertThat(client.get(LIST)).returns(200, Reply::status).returns("{\"success\": tru", Reply::text);
        assertThat(client.get(LIST)).returns(200, Reply::status).returns("", Reply::text);
    }

    @Test
    void reset_isARealResetWithoutExecuting() throws IOException {
        sandbox.faults().next(Fault.reset());
        try (Socket socket = client.open("POST", LIST, KEY)) {
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getInputStream().read())
                    .withMessageContaining("reset");
        }
        assertThat(sandbox.requests().get(0).status()).isZero();
        assertThat(sandbox.requests().get(0).body()).isEqualTo(KEY);
        assertThat(keys()).isEqualTo(2);
    }

    @Test
    void resetAfterExecuting_looksTheSameButWasDone() throws IOException {
        sandbox.faults().next(Fault.resetAfterExecuting());
        assertThatIOException().isThrownBy(() -> client.post(LIST, KEY));
        assertThat(keys()).isEqualTo(3);
    }

    @Test
    void resetAfterHeaders_endsInTheBody() throws IOException {
        sandbox.faults().next(Fault.resetAfterHeaders());
        try (Socket socket = client.open("POST", LIST, KEY)) {
            InputStream in = socket.getInputStream();
            assertThat(head(in)).startsWith("HTTP/1.1 200 ");
            assertThatExceptionOfType(SocketException.class).isThrownBy(in::read);
        }
        assertThat(keys()).isEqualTo(3);
    }

    @Test
    void truncate_sendsLessThanAnnounced() throws IOException {
        sandbox.faults().next(Fault.truncate(10), Fault.truncate(1_000_000));
        try (Socket socket = client.open("GET", LIST, "")) {
            InputStream in = socket.getInputStream();
            assertThat(head(in)).doesNotContain("Content-Length: 10\r\n");
            assertThat(in.readAllBytes()).hasSize(10);
        }
        assertThatIOException().isThrownBy(() -> client.get(LIST));
    }

    @Test
    void closeAfter_answersAndCloses() throws IOException {
        sandbox.faults().next(Fault.closeAfter());
        try (Socket socket = client.open("GET", LIST, "")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("Connection: keep-alive").endsWith("]");
        }
    }

    @Test
    void stall_endsWhenTheSandboxCloses() throws IOException {
        sandbox.faults().next(Fault.stall());
        try (Socket socket = client.open("POST", LIST, KEY)) {
            TestClient.await(sandbox, 1);
            sandbox.close();
            assertEnds(socket.getInputStream());
        }
        assertThat(sandbox.requests().get(0).status()).isZero();
    }

    @Test
    void stallBody_sendsTheHeadersAndOneByte() throws IOException {
        sandbox.faults().next(Fault.stallBody());
        try (Socket socket = client.open("GET", LIST, "")) {
            InputStream in = socket.getInputStream();
            assertThat(head(in)).startsWith("HTTP/1.1 200 ");
            assertThat(in.read()).isEqualTo('[');
            sandbox.close();
            assertEnds(in);
        }
    }

    @Test
    void delay_endsWhenTheSandboxCloses() throws IOException {
        sandbox.faults().next(Fault.delay(FOREVER));
        try (Socket socket = client.open("GET", LIST, "")) {
            TestClient.await(sandbox, 1);
            sandbox.close();
            assertEnds(socket.getInputStream());
        }
    }

    @Test
    void delayBody_sendsTheHeadersAtOnce() throws IOException {
        sandbox.faults().next(Fault.delayBody(FOREVER));
        try (Socket socket = client.open("GET", LIST, "")) {
            InputStream in = socket.getInputStream();
            assertThat(head(in)).startsWith("HTTP/1.1 200 ");
            sandbox.close();
            assertEnds(in);
        }
    }

    /** A closed connection may show as its end or as a reset, but never as another byte. */
    private static void assertEnds(InputStream in) throws IOException {
        try {
            assertThat(in.read()).isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Test
    void delays_whenShort_changeNothingElse() throws IOException {
        Duration moment = Duration.ofMillis(1);
        sandbox.faults()
                .next(
                        Fault.delay(moment),
                        Fault.delayBody(moment),
                        Fault.status(500).delayed(moment));
        assertThat(client.get(LIST).json()).hasSize(2);
        assertThat(client.get(LIST).json()).hasSize(2);
        assertThat(client.get(LIST).status()).isEqualTo(500);
    }

    private HttpResponse<byte[]> bytes() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        client.request("GET", LIST, "")
                                .header("Authorization", "Bearer " + sandbox.apiKey())
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    @Test
    void gzip_compressesTheOwnAnswer() throws IOException, InterruptedException {
        sandbox.faults().next(Fault.gzip());
        HttpResponse<byte[]> response = bytes();
        assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(response.body())), StandardCharsets.UTF_8))) {
            assertThat(text.readLine())
                    .startsWith("[{")
                    .isEqualTo(client.get(LIST).text());
        }
    }

    @Test
    void huge_addsBlanks() throws IOException, InterruptedException {
        sandbox.faults().next(Fault.huge(1), Fault.huge(2).gzipped());
        Reply reply = client.get(LIST);
        assertThat(reply.text()).hasSizeGreaterThan(1_000_000);
        assertThat(reply.json()).hasSize(2);
        HttpResponse<byte[]> packed = bytes();
        assertThat(packed.body()).hasSizeLessThan(10_000);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .hasSizeGreaterThan(2_000_000);
    }

    @Test
    void faults_happenInOrderAndAsOftenAsTheySay() throws IOException {
        sandbox.faults().next(Fault.status(500).times(2), Fault.status(503));
        assertThat(sandbox.faults().pending()).isEqualTo(3);
        assertThat(client.get(LIST).status()).isEqualTo(500);
        assertThat(client.get(LIST).status()).isEqualTo(500);
        assertThat(client.get(LIST).status()).isEqualTo(503);
        assertThat(client.get(LIST).status()).isEqualTo(200);
        assertThat(sandbox.faults().pending()).isZero();
    }

    @Test
    void faults_waitForARequestThatMatches() throws IOException {
        sandbox.faults()
                .next(Fault.status(500).on("POST", "/ssh/$"), Fault.status(502).onPath("^/api/v0/secrets/$"));
        assertThat(client.get(LIST).status()).isEqualTo(200);
        assertThat(client.get("/api/v0/secrets/").status()).isEqualTo(502);
        assertThat(client.post("/api/v0/auth/apikeys/", "{\"name\":\"a\"}").status())
                .isEqualTo(200);
        assertThat(client.post(LIST, KEY).status()).isEqualTo(500);
    }

    @Test
    void clear_dropsWhatHasNotHappened() throws IOException {
        sandbox.faults().next(Fault.reset(), Fault.reset());
        sandbox.faults().clear();
        assertThat(client.get(LIST).status()).isEqualTo(200);
    }

    @Test
    void fault_whenWronglyMade_throws() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(199));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(600));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.truncate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.huge(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.huge(4097));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.reset().times(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.gzip().header("A", "b\r\nC: d"));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.gzip().header("A\n", "b"));
        assertThatIllegalStateException().isThrownBy(() -> Fault.reset().html()).withMessageContaining("Fault.status");
    }
}
