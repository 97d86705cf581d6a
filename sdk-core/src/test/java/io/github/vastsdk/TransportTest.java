package io.github.vastsdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.Backoff;
import io.github.vastsdk.internal.VirtualTimer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every call, whatever the operation. Waits happen in virtual time. */
class TransportTest extends WireTest {
    private static final String KEYS = "{\"apikeys\": [{\"id\": 1, \"name\": \"k\"}]}";
    private static final Duration SOON = Duration.ofSeconds(50);

    private final VirtualTimer timer = new VirtualTimer();

    @Override
    VastClient.Builder client() {
        return super.client().timer(timer).backoff(Backoff.standard());
    }

    private void limit(String threshold, String retryAfter) {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", retryAfter)
                .body("API requests too frequent: endpoint threshold=" + threshold)
                .build());
    }

    private void stall() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }

    /** Waits until an attempt has failed and the next one is put off. */
    private void awaitRetry() throws InterruptedException {
        timer.awaitDueWithin(SOON);
        timer.advance(Duration.ZERO);
        timer.awaitDueWithin(SOON);
    }

    @Test
    void retry_whenServerStatesAnInterval_thenNeverComesEarlier() throws InterruptedException {
        limit("3.0", "0");
        answer(200, KEYS);
        CompletableFuture<Listing<io.github.vastsdk.model.ApiKey>> keys =
                vast.apiKeys().list().executeAsync();
        awaitRetry();

        timer.advance(Duration.ofMillis(2999));
        assertThat(server.getRequestCount()).isEqualTo(1);
        timer.advance(Duration.ofSeconds(1));

        assertThat(keys.join()).hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void retry_whenRetryAfterIsLonger_thenHoldsToIt() throws InterruptedException {
        limit("3.0", "9");
        answer(200, KEYS);
        CompletableFuture<?> keys = vast.apiKeys().list().executeAsync();
        awaitRetry();

        timer.advance(Duration.ofMillis(8999));
        assertThat(server.getRequestCount()).isEqualTo(1);
        timer.advance(Duration.ofSeconds(3));
        keys.join();
    }

    @Test
    void retry_whenWaitWouldPassTheDeadline_thenEndsAtOnceWithTheFailure() {
        limit("30", "0");
        RateLimitedException limited = catchThrowableOfType(
                RateLimitedException.class,
                () -> vast.apiKeys().list().deadline(Duration.ofSeconds(10)).execute());
        assertThat(limited.attempts()).isEqualTo(1);
        assertThat(limited.minimumInterval()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void deadline_whenItPassesDuringAnAttempt_thenSaysThatItMayHaveArrived() throws InterruptedException {
        limit("3", "0");
        stall();
        CompletableFuture<?> keys =
                vast.apiKeys().list().deadline(Duration.ofSeconds(55)).executeAsync();
        awaitRetry();
        request();
        timer.advance(Duration.ofSeconds(4));
        request();
        timer.advance(Duration.ofSeconds(55));

        Throwable failure =
                catchThrowableOfType(CompletionException.class, keys::join).getCause();
        assertThat(failure).isInstanceOf(TimedOutException.class);
        assertThat(((TimedOutException) failure).sent()).isEqualTo(Sent.MAYBE);
        assertThat(failure).hasCauseInstanceOf(RateLimitedException.class).hasMessageContaining("deadline of 55000 ms");
    }

    @Test
    void timeout_whenHeadersStall_thenOnlyTheAttemptEnds() throws InterruptedException {
        stall();
        answer(200, KEYS);
        CompletableFuture<?> keys = vast.apiKeys().list().executeAsync();
        request();
        timer.awaitDueWithin(Duration.ofSeconds(60));
        timer.advance(Duration.ofSeconds(60));
        awaitRetry();
        timer.advance(Duration.ofSeconds(2));

        assertThat(keys.join()).isNotNull();
    }

    @Test
    void cancel_whenAttemptIsUnderWay_thenAbortsItAndSendsNoMore() throws InterruptedException {
        stall();
        CompletableFuture<?> keys = vast.apiKeys().list().executeAsync();
        request();

        assertThat(keys.cancel(true)).isTrue();

        assertThatThrownBy(keys::join).isInstanceOf(CancellationException.class);
        timer.advance(Duration.ofHours(1));
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(timer.waiting()).as("alarms left behind").isZero();
    }

    @Test
    void cancel_whenRetryWaits_thenSendsNoMore() throws InterruptedException {
        limit("3", "0");
        CompletableFuture<?> keys = vast.apiKeys().list().executeAsync();
        awaitRetry();

        keys.cancel(true);

        timer.advance(Duration.ofHours(1));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void interrupt_whenCallerWaits_thenCancelsAndKeepsTheFlag() throws InterruptedException {
        stall();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                vast.apiKeys().list().execute();
            } catch (CallCancelledException e) {
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.countDown();
                }
            }
        });
        caller.start();
        request();
        caller.interrupt();
        caller.join();
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void close_whenCallsAreRunning_thenEndsThemAndRefusesNewOnes() throws InterruptedException {
        stall();
        CompletableFuture<?> keys = vast.apiKeys().list().executeAsync();
        request();

        vast.close();
        vast.close();

        assertThatThrownBy(keys::join).hasCauseInstanceOf(CallCancelledException.class);
        assertThatThrownBy(() -> vast.apiKeys().list().execute())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void execute_whenItFails_thenStackTraceShowsTheCallerAfterFewFrames() {
        answer(404, "{\"success\": false, \"error\": \"not_found\", \"msg\": \"no\"}");
        NotFoundException thrown = catchThrowableOfType(
                NotFoundException.class, () -> vast.apiKeys().get(3).execute());
        long own = Arrays.stream(thrown.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith(TransportTest.class.getName()))
                .count();
        assertThat(own).isLessThanOrEqualTo(3);
    }

    @Test
    void message_whenRetried_thenNamesOperationStatusCodeAndAttempts() throws InterruptedException {
        limit("1", "0");
        answer(404, "{\"success\": false, \"error\": \"no_such_instance\", \"msg\": \"Instance not found.\"}");
        CompletableFuture<?> keys = vast.instances().detachSshKey(42, 7).executeAsync();
        awaitRetry();
        timer.advance(Duration.ofSeconds(2));
        assertThatThrownBy(keys::join)
                .cause()
                .hasMessageMatching("DELETE /api/v0/instances/42/ssh/7/ → 404 no_such_instance: Instance not found\\. "
                        + "\\(2 attempts, \\d+ ms\\)");
    }

    @Test
    void gzip_whenAnswerIsCompressed_thenIsRead() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip(KEYS.getBytes(UTF_8))))
                .build());
        assertThat(vast.apiKeys().list().execute()).hasSize(1);
    }

    @Test
    void gzip_whenAnErrorIsCompressed_thenIsRead() throws IOException {
        byte[] body = "{\"success\":false,\"error\":\"no_such_instance\",\"msg\":\"gone\"}".getBytes(UTF_8);
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip(body)))
                .build());
        assertThatThrownBy(() -> vast.instances().get(1).execute()).hasMessageContaining("no_such_instance");
    }

    @Test
    void answer_whenDecompressedPastTheLimit_thenIsRefused() throws IOException {
        try (VastClient small = client().maxAnswerBytes(100_000).build()) {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(gzip(" ".repeat(10_000_000).getBytes(UTF_8))))
                    .build());
            assertThatThrownBy(() -> small.apiKeys().list().execute())
                    .isInstanceOf(ResponseFormatException.class)
                    .hasMessageContaining("100000 bytes");
        }
    }

    @Test
    void answer_whenLargerThanTheLimit_thenIsRefused() {
        try (VastClient small = client().maxAnswerBytes(1000).build()) {
            answer(200, " ".repeat(100_000));
            assertThatThrownBy(() -> small.apiKeys().list().execute())
                    .isInstanceOf(ResponseFormatException.class)
                    .hasMessageContaining("1000 bytes");
        }
    }

    @Test
    void redirect_whenAnswered_thenIsNotFollowed() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", server.url("/elsewhere?token=secret"))
                .build());
        ApiException thrown = catchThrowableOfType(
                ApiException.class, () -> vast.apiKeys().list().execute());
        assertThat(thrown.status()).isEqualTo(302);
        assertThat(thrown.getMessage()).doesNotContain("token=secret");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void httpClient_whenItFollowsRedirects_thenIsRefused() {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatThrownBy(() -> VastClient.builder().httpClient(follows)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withReply_whenAnswered_thenShowsStatusHeadersAndJson() {
        answer(200, KEYS);
        Reply<Listing<io.github.vastsdk.model.ApiKey>> reply =
                vast.apiKeys().list().withReply().execute();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("content-type", List.of("application/json"));
        assertThat(reply.json().path("apikeys").size()).isEqualTo(1);
        assertThat(reply.value()).hasSize(1);
        assertThat(reply.attempts()).isEqualTo(1);
    }

    @Test
    void raw_whenAnswered_thenIsTheJsonAsSent() {
        answer(200, KEYS);
        assertThat(vast.apiKeys().list().raw().execute()).isEqualTo(json(KEYS));
    }

    @Test
    void raw_whenRefused_thenThrowsAsAlways() {
        answer(200, "{\"success\": false, \"error\": \"no_such_instance\", \"msg\": \"gone\"}");
        assertThatThrownBy(() -> vast.instances().get(1).raw().execute()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void header_whenAdded_thenIsSent() throws InterruptedException {
        answer(200, KEYS);
        vast.apiKeys().list().header("X-Trace", "abc").execute();
        assertThat(request().getHeaders().get("X-Trace")).isEqualTo("abc");
    }

    @Test
    void header_whenNotAllowed_thenIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> vast.apiKeys().list().header("Host", "example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vast.apiKeys().list().header("X-Token", "line\nbreak-secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void call_whenOperationIsNotModelled_thenSendsIt() throws InterruptedException {
        answer(200, "{\"success\": true}");
        vast.call("POST", "/api/v0/new/thing/?x=1%202", java.util.Map.of("a", 1))
                .execute();
        var request = request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/api/v0/new/thing/?x=1%202");
        assertThat(json(body(request))).isEqualTo(json("{'a': 1}"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"https://evil.example/x", "//evil.example/x", "api/v0/x", "/a b", "/x#y", ""})
    void call_whenPathIsNoPath_thenIsRefused(String path) {
        assertThatThrownBy(() -> vast.call("GET", path, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void observer_whenItThrows_thenTheCallGoesOn(Mode mode) {
        CallObserver broken = new CallObserver() {
            @Override
            public void onStart(long execution, String operation) {
                throw new IllegalStateException("broken observer");
            }
        };
        try (VastClient observed = client().observer(broken).build()) {
            answer(200, KEYS);
            assertThat(mode.run(observed.apiKeys().list())).hasSize(1);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
