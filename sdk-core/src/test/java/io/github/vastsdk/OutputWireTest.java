package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.OutputUnavailableException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.model.InstanceOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs and the output of commands, which lie at another server and appear there after a while. */
class OutputWireTest extends WireTest {
    private static final Duration HORIZON = Duration.ofSeconds(10);
    private static final String TEXT = "line one\nline two ✓\n";

    private final MockWebServer storage = new MockWebServer();
    private final VirtualTimer timer = new VirtualTimer();

    @Override
    VastClient.Builder client() {
        return super.client().timer(timer).header("X-Token", "of the caller");
    }

    @BeforeEach
    void startStorage() throws IOException {
        storage.start();
    }

    @AfterEach
    void stopStorage() {
        storage.close();
    }

    private void accept(String url) {
        answer(
                200,
                "{\"success\": true, \"result_url\": \"" + url
                        + "\", \"writeable_path\": \"/var/lib/x/\", \"msg\": \"asked\"}");
    }

    private void accept() {
        accept(storage.url("/bucket/logs.txt?X-Amz-Signature=abc%2Fdef").toString());
    }

    private void stored(int status, String body) {
        storage.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    /** Runs a call in a mode, and time with it. */
    private <T> T run(Mode mode, Call<T> call) throws InterruptedException {
        try {
            return timer.runUntil(CompletableFuture.supplyAsync(() -> mode.run(call)), HORIZON);
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void logs_whenTheyAppearLate_thenAreFetchedWithoutAnyCredentials(Mode mode) throws InterruptedException {
        accept();
        for (int status : new int[] {404, 403, 503, 202, 429, 500}) {
            stored(status, "<Error><Code>NoSuchKey</Code></Error>");
        }
        stored(200, TEXT);

        InstanceOutput output = run(mode, vast.instances().logs(7));

        assertThat(output.text()).isEqualTo(TEXT);
        assertThat(output.lines()).containsExactly("line one", "line two ✓");
        assertThat(output.msg()).isEqualTo("asked");
        assertThat(output).hasToString(TEXT);
        assertThat(request().getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertThat(storage.getRequestCount()).isEqualTo(7);
        for (int i = 0; i < 7; i++) {
            RecordedRequest get = storage.takeRequest(5, TimeUnit.SECONDS);
            assertThat(get).isNotNull();
            assertThat(get.getMethod()).isEqualTo("GET");
            assertThat(get.getTarget()).isEqualTo("/bucket/logs.txt?X-Amz-Signature=abc%2Fdef");
            assertThat(get.getHeaders().names())
                    .isSubsetOf("Accept-Encoding", "Connection", "Content-Length", "Host", "User-Agent");
        }
    }

    @Test
    void logs_whenTheyNeverAppear_thenAskEverLessOftenAndNameTheLastStatus() throws InterruptedException {
        accept();
        for (int i = 0; i < 100; i++) {
            stored(404, "<Error><Code>NoSuchKey</Code><Key>secret/path</Key></Error>");
        }
        long begun = timer.nanos();

        OutputUnavailableException failure = catchThrowableOfType(
                OutputUnavailableException.class,
                () -> run(Mode.SYNC, vast.instances().logs(7, logs -> logs.within(Duration.ofSeconds(60)))));

        assertThat(failure.lastStatus()).isEqualTo(404);
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure)
                .hasMessageContaining("PUT /api/v0/instances/request_logs/7/ worked")
                .hasMessageContaining("404 NoSuchKey")
                .hasMessageContaining("60000 ms")
                .hasMessageNotContainingAny("abc", "secret");
        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(60));
        assertThat(storage.getRequestCount()).isBetween(12, 20);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void logs_whenTheDeadlineOfTheCallIsShorter_thenItEndsThem(Mode mode) {
        accept();
        for (int i = 0; i < 10; i++) {
            stored(403, "<Error><Code>AccessDenied</Code></Error>");
        }

        // Time moves in steps of the pauses, so that the deadline cannot pass before the service has answered.
        CompletableFuture<InstanceOutput> output = CompletableFuture.supplyAsync(
                () -> mode.run(vast.instances().logs(7).deadline(Duration.ofSeconds(5))));
        TimedOutException failure = (TimedOutException)
                catchThrowableOfType(CompletionException.class, () -> timer.runUntil(output, Duration.ofSeconds(2)))
                        .getCause();

        assertThat(failure.sent()).isEqualTo(Sent.MAYBE);
        assertThat(failure.getCause())
                .isInstanceOf(OutputUnavailableException.class)
                .hasMessageContaining("403 AccessDenied");
    }

    @Test
    void executeConstrained_whenTheOutputDoesNotAppear_thenTheCommandIsNotSentAgain() {
        accept();
        for (int i = 0; i < 10; i++) {
            stored(404, "");
        }

        assertThatThrownBy(
                        () -> run(Mode.ASYNC, vast.instances().executeConstrained(7, "rm /x", Duration.ofSeconds(2))))
                .isInstanceOf(OutputUnavailableException.class)
                .hasMessageContaining("PUT /api/v0/instances/command/7/ worked");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void executeConstrained_whenDone_thenTheHostsOwnFolderIsLeftOut(Mode mode) throws InterruptedException {
        accept();
        stored(200, "4K /var/lib/x/workspace/a\n8K /var/lib/x/workspace\n");

        assertThat(run(mode, vast.instances().executeConstrained(7, "du")).text())
                .isEqualTo("4K workspace/a\n8K workspace\n");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void executeConstrained_whenRefused_thenThrows(Mode mode) {
        answer(200, "{\"success\": false, \"msg\": \"invalid command given\"}");

        assertThatThrownBy(() -> mode.run(vast.instances().executeConstrained(7, "echo")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("invalid command given");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void logs_whenNoAddressIsNamed_thenThereIsNoTextButTheServicesWords(Mode mode) {
        answer(200, "{\"success\": true, \"msg\": \"no logs yet\"}");

        InstanceOutput output = mode.run(vast.instances().logs(7));

        assertThat(output.text()).isNull();
        assertThat(output.lines()).isEmpty();
        assertThat(output).hasToString("no logs yet");
        answer(200, "{\"success\": true, \"result_url\": \"\"}");
        assertThat(mode.run(vast.instances().logs(7))).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 405, 410, 301, 302, 307})
    void logs_whenTheStorageAnswersForGood_thenEndAtOnce(int status) {
        accept();
        storage.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", server.url("/elsewhere").toString())
                .body("<Error><Code>ExpiredToken</Code></Error>")
                .build());

        OutputUnavailableException failure = catchThrowableOfType(
                OutputUnavailableException.class,
                () -> run(Mode.SYNC, vast.instances().logs(7)));

        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure.lastStatus()).isEqualTo(status);
        assertThat(failure).hasMessageContaining("ExpiredToken");
        assertThat(storage.getRequestCount()).isEqualTo(1);
        assertThat(server.getRequestCount()).as("a redirect is not followed").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://storage.example/x?sig=abc",
                "https://10.1.2.3/x?sig=abc",
                "https://169.254.169.254/latest/meta-data?sig=abc",
                "https://[::ffff:192.168.1.1]/x?sig=abc",
                "https://[fd00::1]/x?sig=abc",
                "https://user:abc@storage.example/x",
                "https://storage.example:8443/x?sig=abc",
                "ftp://127.0.0.1/x?sig=abc",
                "file:///etc/passwd?sig=abc",
                "//storage.example/x?sig=abc",
                "https:///x?sig=abc",
                "not a url abc"
            })
    void logs_whenTheAddressIsNotOfThePublicInternet_thenIsNotAsked(String url) {
        accept(url);

        OutputUnavailableException failure = catchThrowableOfType(
                OutputUnavailableException.class,
                () -> run(Mode.ASYNC, vast.instances().logs(7)));

        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure.lastStatus()).isZero();
        assertThat(failure).hasMessageContaining("its address").hasMessageNotContaining("abc");
        assertThat(failure).hasNoCause();
    }

    @Test
    void logs_whenTheServiceIsNotLocal_thenItMayNotPointToThisMachine() {
        // The server plays a proxy, so that the base URL can be that of another machine.
        try (VastClient remote = client().baseUrl("http://vast.example")
                .allowInsecureBaseUrl()
                .proxy(ProxySelector.of(new InetSocketAddress(server.getHostName(), server.getPort())))
                .build()) {
            accept(storage.url("/x").toString());

            assertThatThrownBy(() -> run(Mode.SYNC, remote.instances().logs(7)))
                    .isInstanceOf(OutputUnavailableException.class)
                    .hasMessageContaining("does not start with https://");
            accept("https://127.0.0.1/x");
            assertThatThrownBy(() -> run(Mode.SYNC, remote.instances().logs(7)))
                    .isInstanceOf(OutputUnavailableException.class)
                    .hasMessageContaining("leads to 127.0.0.1 at 127.0.0.1");
        }
        assertThat(storage.getRequestCount()).isZero();
    }

    @Test
    void logs_whenTheStorageIsOutOfReach_thenTryAgainUntilTheTimeIsOver() throws IOException {
        MockWebServer closed = new MockWebServer();
        closed.start();
        String url = closed.url("/x?sig=abc").toString();
        closed.close();
        accept(url);

        OutputUnavailableException failure = catchThrowableOfType(
                OutputUnavailableException.class,
                () -> run(Mode.SYNC, vast.instances().logs(7)));

        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.lastStatus()).isZero();
        assertThat(failure).hasMessageContaining("cannot be reached").hasMessageNotContaining("abc");
        assertThat(failure.getCause()).hasMessageContaining("GET http://").hasMessageNotContaining("abc");
    }

    @Test
    void logs_whenTheStorageStalls_thenTheAttemptIsGivenUpAndRepeated() throws InterruptedException {
        accept();
        storage.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        stored(200, TEXT);

        CompletableFuture<InstanceOutput> output =
                vast.instances().logs(7).timeout(Duration.ofSeconds(20)).executeAsync();

        timer.awaitDueWithin(HORIZON);
        timer.runNext();
        assertThat(storage.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
        timer.awaitDueWithin(Duration.ofSeconds(20));
        timer.runNext();

        assertThat(timer.runUntil(output, HORIZON).text()).isEqualTo(TEXT);
        assertThat(storage.getRequestCount()).isEqualTo(2);
    }

    @Test
    void logs_whenTheStorageStalls_thenTheLastAttemptEndsSoonAfterTheTimeToLook() throws InterruptedException {
        accept();
        storage.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        long begun = timer.nanos();

        CompletableFuture<InstanceOutput> output = vast.instances()
                .logs(7, logs -> logs.within(Duration.ofSeconds(5)))
                .timeout(Duration.ofSeconds(60))
                .executeAsync();
        timer.awaitDueWithin(HORIZON);
        timer.runNext();
        assertThat(storage.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
        timer.awaitDueWithin(Duration.ofSeconds(20));
        timer.runNext();

        assertThatThrownBy(output::join)
                .cause()
                .isInstanceOf(OutputUnavailableException.class)
                .hasMessageContaining("the storage did not answer in time");
        assertThat(Duration.ofNanos(timer.nanos() - begun)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void cancel_whenWaitingForTheOutput_thenNothingGoesOn() throws InterruptedException {
        accept();
        stored(404, "");
        CompletableFuture<InstanceOutput> output = vast.instances().logs(7).executeAsync();
        timer.awaitDueWithin(HORIZON);
        timer.runNext();
        assertThat(storage.takeRequest(5, TimeUnit.SECONDS)).isNotNull();
        timer.awaitDueWithin(HORIZON);

        assertThat(output.cancel(true)).isTrue();

        assertThatThrownBy(output::join).isInstanceOf(CancellationException.class);
        timer.advance(HORIZON);
        assertThat(timer.waiting()).isZero();
        assertThat(storage.getRequestCount()).isEqualTo(1);
    }

    @Test
    void close_whenWaitingForTheOutput_thenEndsTheCall() throws InterruptedException {
        accept();
        CompletableFuture<InstanceOutput> output = vast.instances().logs(7).executeAsync();
        timer.awaitDueWithin(HORIZON);

        vast.close();

        assertThatThrownBy(output::join)
                .cause()
                .isInstanceOf(CallCancelledException.class)
                .hasMessageContaining("the client was closed");
        assertThat(storage.getRequestCount()).isZero();
    }

    static Stream<MockResponse.Builder> packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        Buffer body = new Buffer().write(bytes.toByteArray());
        return Stream.of(
                new MockResponse.Builder().body(body.clone()),
                new MockResponse.Builder().body(body.clone()).addHeader("Content-Encoding", "gzip"));
    }

    @Test
    void logs_whenPacked_thenAreUnpacked() throws Exception {
        for (MockResponse.Builder response : packed().toList()) {
            accept();
            storage.enqueue(response.build());
            assertThat(run(Mode.SYNC, vast.instances().logs(7)).text()).isEqualTo(TEXT);
        }
    }

    @Test
    void logs_whenLargerThanTheClientAccepts_thenFail() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new byte[100_000]);
        }
        vast.close();
        vast = client().maxAnswerBytes(10_000).build();
        accept();
        storage.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(bytes.toByteArray()))
                .build());
        assertThatThrownBy(() -> run(Mode.SYNC, vast.instances().logs(7)))
                .isInstanceOf(ResponseFormatException.class)
                .hasMessageContaining("larger than the limit of 10000 bytes");
        accept();
        stored(200, "x".repeat(10_001));
        assertThatThrownBy(() -> run(Mode.SYNC, vast.instances().logs(7)))
                .isInstanceOf(ResponseFormatException.class)
                .hasMessageContaining("larger than the limit of 10000 bytes")
                .hasMessageNotContaining("abc");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void rawAndWithReply_whenExecuted_thenGiveTheAnswerOfTheService(Mode mode) throws InterruptedException {
        accept();
        assertThat(mode.run(vast.instances().logs(7).raw()).path("msg").asText())
                .isEqualTo("asked");
        assertThat(storage.getRequestCount()).isZero();
        accept();
        stored(200, TEXT);
        Reply<InstanceOutput> reply = run(mode, vast.instances().logs(7).withReply());
        assertThat(reply.value().text()).isEqualTo(TEXT);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("msg").asText()).isEqualTo("asked");
    }
}
