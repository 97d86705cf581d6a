package io.github.vastsdk.sandbox.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class HttpListenerTest {
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private HttpListener listener;

    @BeforeEach
    void start() throws IOException {
        listener = HttpListener.start(request -> {
            requests.add(request);
            if (request.path().equals("/defect")) {
                throw new IllegalStateException("broken inside");
            }
            return new Outcome(Answer.of(200, "text/plain", "got " + request.body()), Delivery.PLAIN);
        });
    }

    @AfterEach
    void close() {
        listener.close();
    }

    /** Sends bytes, says that there are no more, and reads everything that comes back. */
    private String talk(String bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), listener.url().getPort())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void connection_servesSeveralRequests() throws IOException {
        String answers = talk("GET /a HTTP/1.1\r\nA: 1\r\na: 2\r\n\r\nGET /b?c=d HTTP/1.1\n\n");
        assertThat(answers).containsSubsequence("HTTP/1.1 200 OK", "keep-alive", "HTTP/1.1 200 OK");
        assertThat(requests).extracting(Request::path).containsExactly("/a", "/b");
        assertThat(requests.get(0).headers().get("A")).containsExactly("1", "2");
        assertThat(requests.get(0).header("b")).isNull();
        assertThat(requests.get(1).query()).isEqualTo("c=d");
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.0, X: y", "HTTP/1.1, Connection: close"})
    void connection_closesWhenAsked(String version, String header) throws IOException {
        String answers = talk("GET /a " + version + "\r\n" + header + "\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
        assertThat(answers).contains("Connection: close");
        assertThat(requests).hasSize(1);
    }

    @Test
    void body_mayBeChunked() throws IOException {
        talk(
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n02\r\nde\r\n0\r\nTrailer: t\r\n\r\n");
        assertThat(requests.get(0).body()).isEqualTo("abcde");
    }

    @Test
    void body_isAskedForWhenTheClientWaits() throws IOException {
        String answers = talk("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok");
        assertThat(answers)
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .endsWith("got ok");
    }

    @Test
    void target_mayBeAbsolute() throws IOException {
        talk("GET http://example.com HTTP/1.1\r\n\r\nGET http://example.com/x?y HTTP/1.1\r\n\r\n");
        assertThat(requests).extracting(Request::path).containsExactly("/", "/x");
    }

    @Test
    void head_hasNoBody() throws IOException {
        assertThat(talk("HEAD / HTTP/1.1\r\n\r\n"))
                .contains("Content-Length: 4")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400| hello",
                "400| GET / SPDY/3",
                "400| GET //x HTTP/1.1",
                "400| GET mailto:x HTTP/1.1",
                "400| GET /% HTTP/1.1",
                "400| GET / HTTP/1.1\\: no name",
                "400| GET / HTTP/1.1\\Content-Length: many",
                "400| GET / HTTP/1.1\\Content-Length: -1",
                "413| GET / HTTP/1.1\\Content-Length: 16777217",
            })
    void request_whenMalformed_isRefusedAndTheConnectionCloses(int status, String lines) throws IOException {
        String answer = talk(lines.replace("\\", "\r\n") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Connection: close");
        assertThat(requests).isEmpty();
    }

    @Test
    void headers_whenTooLong_areRefused() throws IOException {
        String line = "GET / HTTP/1.1\r\nX: ";
        String answer = talk(line + "x".repeat(RequestReader.MAX_HEAD));
        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void chunk_whenWrong_isRefused() throws IOException {
        String start = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(talk(start + "2\r\nabc\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk(start + "zz\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource({"GET /", "'GET / HTTP/1.1\r\nA: b\r\n'", "'GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc'"})
    void request_whenItEndsEarly_getsNoAnswer(String bytes) throws IOException {
        assertThat(talk(bytes)).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void handler_whenItFails_isSeen() throws IOException {
        assertThat(talk("GET /defect HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 500 ")
                .contains("the sandbox failed on GET /defect", "broken inside");
    }

    @Test
    void close_endsIdleConnections() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), listener.url().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().readNBytes(15)).hasSize(15);
            listener.close();
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }
}
