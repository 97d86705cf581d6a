package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.LogCapture;
import io.github.vastsdk.internal.VirtualTimer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option of the builder shows in what the client does. */
class ClientOptionsTest extends WireTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private RecordedRequest sent(VastClient.Builder settings) throws InterruptedException {
        answer(200, "[]");
        try (VastClient chosen = settings.build()) {
            assertThat(chosen.sshKeys().list().execute()).isEmpty();
        }
        return request();
    }

    @Test
    void userAgent_whenNamed_thenStandsBeforeTheLibrary() throws InterruptedException {
        assertThat(sent(client().userAgent("my-scheduler/1.4")).getHeaders().get("User-Agent"))
                .startsWith("my-scheduler/1.4 vast-sdk-java/");
    }

    @Test
    void header_whenAdded_thenGoesWithEveryCall() throws InterruptedException {
        RecordedRequest request =
                sent(client().header("X-Trace", "a").header("x-trace", "b").header("accept", "x/y"));

        assertThat(request.getHeaders().values("X-Trace")).containsExactly("b");
        assertThat(request.getHeaders().values("Accept")).containsExactly("x/y");
    }

    @Test
    void proxy_whenSet_thenCallsGoThroughIt() throws InterruptedException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());

        RecordedRequest request =
                sent(client().baseUrl("http://127.0.0.1:9/prefix").proxy(ProxySelector.of(address)));

        assertThat(request.getRequestLine()).startsWith("GET http://127.0.0.1:9/prefix/api/v0/ssh/ HTTP/1.1");
    }

    @Test
    void baseUrl_whenItHasAPrefixAndSlashes_thenIsPutInFront() throws InterruptedException {
        RecordedRequest request =
                sent(client().baseUrl(server.url("/prefix/a//").toString()));

        assertThat(request.getTarget()).isEqualTo("/prefix/a/api/v0/ssh/");
    }

    @Test
    void httpVersion_whenTwo_thenIsOffered() throws InterruptedException {
        assertThat(sent(client()).getHeaders().get("Upgrade")).isNull();
        assertThat(sent(client().httpVersion(HttpClient.Version.HTTP_2))
                        .getHeaders()
                        .get("Upgrade"))
                .isEqualTo("h2c");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void httpClient_whenGiven_thenItsTlsAndVersionAreUsedAndItStaysOpen(Mode mode)
            throws IOException, InterruptedException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates ofServer =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        HttpClient http = HttpClient.newBuilder()
                .sslContext(trusting.sslContext())
                .version(HttpClient.Version.HTTP_2)
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(ofServer.sslSocketFactory());
            secure.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
            secure.start();
            for (int i = 0; i < 2; i++) {
                secure.enqueue(new MockResponse.Builder().body("[]").build());
                try (VastClient chosen = client().baseUrl("https://localhost:" + secure.getPort())
                        .httpClient(http)
                        .build()) {
                    assertThat(mode.run(chosen.sshKeys().list())).isEmpty();
                }
                RecordedRequest request = secure.takeRequest(5, TimeUnit.SECONDS);
                assertThat(request).isNotNull();
                assertThat(request.getRequestLine()).endsWith("HTTP/2");
            }
            try (VastClient distrusting =
                    client().baseUrl("https://localhost:" + secure.getPort()).build()) {
                assertThatThrownBy(() -> mode.run(distrusting.sshKeys().list()))
                        .isInstanceOf(ConnectFailedException.class)
                        .hasMessageContaining("no trusted TLS connection")
                        .extracting(failure -> ((ConnectFailedException) failure).attempts())
                        .isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void executor_whenGiven_thenDoesTheWorkAndStaysTheCallers(Mode mode) {
        AtomicInteger tasks = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void beforeExecute(Thread thread, Runnable task) {
                tasks.incrementAndGet();
            }
        };
        try {
            answer(200, "[]");
            try (VastClient chosen = client().executor(threads).build()) {
                assertThat(mode.run(chosen.sshKeys().list())).isEmpty();
            }
            assertThat(tasks.get()).isPositive();
            assertThat(threads.isShutdown()).isFalse();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere a full queue of connections is refused
    void connectTimeout_whenNoConnectionIsMade_thenEndsWithNothingSent() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        List<SocketChannel> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, loopback)) {
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.connect(new InetSocketAddress(loopback, full.getLocalPort()));
                filling.add(channel);
            }
            try (VastClient hasty = client().baseUrl("http://127.0.0.1:" + full.getLocalPort())
                    .connectTimeout(Duration.ofMillis(100))
                    .retries(1)
                    .build()) {
                ConnectFailedException failure = catchThrowableOfType(
                        ConnectFailedException.class,
                        () -> hasty.sshKeys().create(AccountRows.KEY).execute());
                assertThat(failure).hasMessageContaining("no connection in time to 127.0.0.1:" + full.getLocalPort());
                assertThat(failure.attempts()).isEqualTo(2);
            }
        } finally {
            for (SocketChannel channel : filling) {
                channel.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void retries_whenZero_thenOneAttempt(Mode mode) {
        for (int i = 0; i < 2; i++) {
            answer(503, "");
        }
        try (VastClient once = client().retries(0).build()) {
            assertThatThrownBy(() -> mode.run(once.sshKeys().list())).isInstanceOf(ServerException.class);
            assertThat(server.getRequestCount()).isEqualTo(1);
            answer(200, "[]");
            assertThat(mode.run(once.sshKeys().list().retries(1))).isEmpty();
        }
    }

    @Test
    void timeoutAndDeadline_whenSetForTheClient_thenHoldForItsCalls() {
        VirtualTimer timer = new VirtualTimer();
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
        }
        try (VastClient brief =
                client().timer(timer).timeout(Duration.ofSeconds(3)).retries(0).build()) {
            CompletableFuture<?> keys = brief.sshKeys().list().executeAsync();
            assertThatThrownBy(() -> timer.runUntil(keys, Duration.ofSeconds(3)))
                    .cause()
                    .isInstanceOf(TimedOutException.class)
                    .hasMessageContaining("within 3000 ms");
        }
        VirtualTimer other = new VirtualTimer();
        try (VastClient brief =
                client().timer(other).deadline(Duration.ofSeconds(4)).build()) {
            CompletableFuture<?> keys = brief.sshKeys().list().executeAsync();
            assertThatThrownBy(() -> other.runUntil(keys, Duration.ofSeconds(4)))
                    .cause()
                    .isInstanceOf(TimedOutException.class)
                    .hasMessageContaining("deadline of 4000 ms");
        }
    }

    static Stream<Consumer<VastClient.Builder>> wrongValues() {
        return Stream.of(
                builder -> builder.connectTimeout(Duration.ZERO),
                builder -> builder.timeout(Duration.ZERO),
                builder -> builder.timeout(SECOND.negated()),
                builder -> builder.deadline(Duration.ZERO),
                builder -> builder.retries(-1),
                builder -> builder.maxAnswerBytes(0),
                builder -> builder.header("Connection", "x"),
                builder -> builder.header("", "x"),
                builder -> builder.header("X", "a\r\nb"),
                builder -> builder.userAgent("a\nb"),
                builder -> builder.userAgent(" "),
                builder -> builder.apiKey("").build(),
                builder -> builder.apiKey("with space").build(),
                builder -> builder.baseUrl("http://example.org").build(),
                builder -> builder.baseUrl("ftp://example.org").build(),
                builder -> builder.baseUrl("").build());
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void builder_whenValueIsWrong_thenIsRefused(Consumer<VastClient.Builder> wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wrong.accept(client()))
                .extracting(Throwable::getMessage)
                .asString()
                .isNotBlank();
    }

    static Stream<Consumer<VastClient.Builder>> nulls() {
        return Stream.of(
                builder -> builder.apiKey((String) null),
                builder -> builder.apiKey((Secret) null),
                builder -> builder.baseUrl((String) null),
                builder -> builder.baseUrl((URI) null),
                builder -> builder.connectTimeout(null),
                builder -> builder.timeout(null),
                builder -> builder.deadline(null),
                builder -> builder.httpVersion(null),
                builder -> builder.userAgent(null),
                builder -> builder.header(null, "x"),
                builder -> builder.header("X", null),
                builder -> builder.proxy(null),
                builder -> builder.executor(null),
                builder -> builder.httpClient(null),
                builder -> builder.pacing(null),
                builder -> builder.observer(null));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void builder_whenValueIsNull_thenIsRefused(Consumer<VastClient.Builder> wrong) {
        assertThatNullPointerException().isThrownBy(() -> wrong.accept(client()));
    }

    @Test
    void allowInsecureBaseUrl_whenChosen_thenHttpOfAnotherMachineIsAccepted() {
        try (VastClient insecure =
                client().baseUrl("http://example.org").allowInsecureBaseUrl().build()) {
            assertThat(insecure.toString()).contains("http://example.org");
        }
    }

    @Test
    void builder_whenUsedTwice_thenMakesIndependentClients() {
        VastClient.Builder settings = client();
        answer(200, "[]");
        settings.build().close();
        try (VastClient second = settings.build()) {
            assertThat(second.sshKeys().list().execute()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "TRUE, 1", "'', 1", "false, 0"})
    void builder_whenTheJdkIsSetToResendAnything_thenWarns(String value, int warnings) {
        String property = "jdk.httpclient.enableAllMethodRetry";
        System.setProperty(property, value);
        try (LogCapture logs = new LogCapture()) {
            client().build().close();

            assertThat(logs.own(Level.WARN).stream().filter(line -> line.contains(property)))
                    .hasSize(warnings);
        } finally {
            System.clearProperty(property);
        }
    }
}
