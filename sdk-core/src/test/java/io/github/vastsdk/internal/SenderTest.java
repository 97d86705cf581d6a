package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SenderTest {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger started = new AtomicInteger();

    /** The two ways of sending, whichever of them this JVM would choose. */
    enum Kind {
        ASYNC,
        BLOCKING;

        Sender make(HttpClient http) {
            return this == ASYNC ? new Sender.Async(http) : new Sender.Blocking(http);
        }
    }

    /** A server that takes one request, never answers, and notices when the client goes away. */
    private static final class Silent implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final CountDownLatch received = new CountDownLatch(1);
        private final CountDownLatch gone = new CountDownLatch(1);

        Silent() throws IOException {
            Thread thread = new Thread(this::serve, "silent-server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            try (Socket socket = listener.accept();
                    InputStream in = socket.getInputStream()) {
                int seen = 0;
                int next = in.read();
                while (next >= 0) {
                    seen++;
                    if (seen == 4) {
                        received.countDown();
                    }
                    next = in.read();
                }
                gone.countDown();
            } catch (IOException e) {
                gone.countDown(); // a reset says the same as an end
            }
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
        }

        @Override
        public void close() {
            try {
                listener.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CompletableFuture<HttpResponse<String>> send(Sender sender, URI target) {
        return sender.send(
                HttpRequest.newBuilder(target).build(), BodyHandlers.ofString(), () -> started.incrementAndGet() > 0);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void send_whenAnswered_thenCompletesWithTheAnswer(Kind kind) throws Exception {
        Sender sender = kind.make(http);
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(404).body("text").build());

            HttpResponse<String> answer = send(sender, server.url("/").uri()).get(10, TimeUnit.SECONDS);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo("text");
            assertThat(started).hasValue(1);
        } finally {
            sender.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void send_whenTheConnectionIsRefused_thenFailsWithThat(Kind kind) throws Exception {
        Sender sender = kind.make(http);
        // Not a port that was just closed: another process may have taken it.
        URI target = URI.create("http://127.0.0.1:1/");
        try {
            CompletableFuture<?> answer = send(sender, target);
            assertThatThrownBy(answer::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IOException.class);
            assertThat(answer.isCancelled()).isFalse();
        } finally {
            sender.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void send_whenCancelled_thenAbortsTheExchange(Kind kind) throws Exception {
        Sender sender = kind.make(http);
        try (Silent server = new Silent()) {
            CompletableFuture<?> answer = send(sender, server.url());
            assertThat(server.received.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(answer.cancel(true)).isTrue();

            assertThat(server.gone.await(10, TimeUnit.SECONDS))
                    .as("connection closed")
                    .isTrue();
            // Which exception stands in the JDK's own future is a matter of timing.
            assertThat(answer).isCompletedExceptionally();
        } finally {
            sender.stop();
        }
    }

    @Test
    void blocking_whenStarterFails_thenFailsWithoutSending() throws Exception {
        Sender sender = new Sender.Blocking(http);
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            CompletableFuture<?> answer =
                    sender.send(HttpRequest.newBuilder(server.url("/").uri()).build(), BodyHandlers.ofString(), () -> {
                        throw new IllegalStateException("no start");
                    });
            assertThatThrownBy(answer::join).hasCauseInstanceOf(IllegalStateException.class);
            assertThat(server.getRequestCount()).isZero();
        } finally {
            sender.stop();
        }
    }

    @Test
    void blocking_whenCancelledInTheQueue_thenIsNeverStarted() throws Exception {
        Sender sender = new Sender.Blocking(http);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(32);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/")).build();
        try {
            for (int i = 0; i < 32; i++) {
                CompletableFuture<?> unused = sender.send(request, BodyHandlers.ofString(), () -> {
                    busy.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                });
            }
            assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<?> queued =
                    sender.send(request, BodyHandlers.ofString(), () -> started.incrementAndGet() > 0);
            CompletableFuture<?> behind = sender.send(request, BodyHandlers.ofString(), () -> true);
            queued.cancel(true);
            release.countDown();
            assertThatThrownBy(behind::join).hasCauseInstanceOf(IOException.class);
            assertThat(started).hasValue(0);
        } finally {
            release.countDown();
            sender.stop();
        }
    }

    @Test
    void of_whenTheCommonPoolHasNoParallelism_thenBlocks() {
        Sender sender = Sender.of(http);
        boolean pool = new CompletableFuture<Void>().defaultExecutor() instanceof ForkJoinPool;

        assertThat(sender).isInstanceOf(pool ? Sender.Async.class : Sender.Blocking.class);
        sender.stop();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void send_whenItMayNotStart_thenSendsNothingAndWaitsToBeCancelled(Kind kind) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().body("only").build());
            Sender sender = kind.make(http);
            HttpRequest request = HttpRequest.newBuilder(server.url("/").uri()).build();
            CountDownLatch asked = new CountDownLatch(1);

            CompletableFuture<?> refused = sender.send(request, BodyHandlers.ofString(), () -> {
                asked.countDown();
                return false;
            });
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(sender.send(request, BodyHandlers.ofString(), () -> true)
                            .join()
                            .body())
                    .isEqualTo("only");
            assertThat(server.getRequestCount()).isEqualTo(1);
            assertThat(refused).isNotDone();
            assertThat(refused.cancel(true)).isTrue();
            sender.stop();
        }
    }
}
