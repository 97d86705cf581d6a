package io.github.vastsdk.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Sends one HTTP request. Cancelling the future aborts the exchange. */
interface Sender {
    /**
     * Sends a request.
     *
     * @param start asked just before the exchange begins, which may be later than now; if it says no, nothing is sent, and
     *     the future waits to be cancelled
     */
    <B> CompletableFuture<HttpResponse<B>> send(HttpRequest request, BodyHandler<B> handler, BooleanSupplier start);

    /** Releases what the sender owns. */
    void stop();

    /**
     * Chooses the cheaper way for the running JVM. Where the common pool has no parallelism (JDK 17 to 24 on one or two
     * processors), {@code sendAsync} starts a new thread for each answer, because that is how CompletableFuture's
     * default executor works there; blocking sends on a few threads of our own cost a third of it.
     */
    static Sender of(HttpClient http) {
        boolean threadPerAnswer = !(new CompletableFuture<Void>().defaultExecutor() instanceof ForkJoinPool);
        return threadPerAnswer ? new Blocking(http) : new Async(http);
    }

    /** Sends with {@code sendAsync}. */
    final class Async implements Sender {
        private final HttpClient http;

        Async(HttpClient http) {
            this.http = http;
        }

        @Override
        public <B> CompletableFuture<HttpResponse<B>> send(
                HttpRequest request, BodyHandler<B> handler, BooleanSupplier start) {
            return start.getAsBoolean() ? http.sendAsync(request, handler) : new CompletableFuture<>();
        }

        @Override
        public void stop() {}
    }

    /** Sends with {@code send} on its own threads, which end when they are idle. */
    final class Blocking implements Sender {
        // More exchanges than this at once wait for a thread. The service's intervals keep real loads far below it.
        private static final int THREADS = 32;

        private final HttpClient http;
        private final ExecutorService threads;

        Blocking(HttpClient http) {
            this.http = http;
            AtomicInteger number = new AtomicInteger();
            threads = new ThreadPoolExecutor(
                    0,
                    THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new IdleFirst(),
                    task -> {
                        Thread thread = new Thread(task, "vast-sdk-http-" + number.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    },
                    Blocking::queue);
        }

        /** A queue that takes a task at first only if a thread waits for one, so that idle threads come before new ones. */
        private static final class IdleFirst extends LinkedTransferQueue<Runnable> {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean offer(Runnable task) {
                return tryTransfer(task);
            }
        }

        /** What happens to a task when no thread is idle and no more may be started. */
        private static void queue(Runnable task, ThreadPoolExecutor pool) {
            if (pool.isShutdown()) {
                throw new RejectedExecutionException("stopped");
            }
            ((IdleFirst) pool.getQueue()).put(task);
        }

        @Override
        public <B> CompletableFuture<HttpResponse<B>> send(
                HttpRequest request, BodyHandler<B> handler, BooleanSupplier start) {
            Cancellation cancellation = new Cancellation();
            CancellableFuture<HttpResponse<B>> answer = new CancellableFuture<>(cancellation::cancel);
            Future<?> task = submit(answer, () -> {
                try {
                    if (answer.isDone() || !start.getAsBoolean()) {
                        return;
                    }
                    HttpResponse<B> response = http.send(request, handler);
                    if (!answer.complete(response) && response.body() instanceof Payload unread) {
                        unread.close(); // cancelled in the same moment
                    }
                } catch (IOException | RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                } catch (InterruptedException e) {
                    // Only a cancelled answer interrupts these threads, and then nobody waits for it any more.
                    answer.cancel(false);
                }
            });
            cancellation.set(() -> task.cancel(true));
            return answer;
        }

        private Future<?> submit(CompletableFuture<?> answer, Runnable task) {
            try {
                return threads.submit(task);
            } catch (RejectedExecutionException e) {
                answer.cancel(false); // closed in the same moment
                return answer;
            }
        }

        @Override
        public void stop() {
            threads.shutdownNow();
        }
    }
}
