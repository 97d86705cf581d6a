package io.github.vastsdk.internal;

import io.github.vastsdk.Reply;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One execution of a call: its attempts, its deadline, and what is known about it so far. */
final class Exchange<T, R> {
    private final Transport transport;
    private final Operation<T> operation;
    private final CallOptions options;
    private final Timer timer;
    private final Observers.Execution observers;
    private final HttpRequest request;
    private final long begun;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CancellableFuture<R> result = new CancellableFuture<>(this::cancelledByCaller);
    private final AtomicReference<@Nullable SdkException> lastFailure = new AtomicReference<>();
    /** What ended the execution from outside. */
    private final AtomicReference<@Nullable SdkException> abandonment = new AtomicReference<>();

    private final AtomicInteger attempts = new AtomicInteger();
    /** Whether the service may have processed an attempt that was not answered. */
    private volatile boolean inDoubt;

    private @Nullable ScheduledFuture<?> deadline;

    Exchange(Transport transport, Operation<T> operation, CallOptions options) {
        this.transport = transport;
        this.operation = operation;
        this.options = options;
        this.timer = transport.timer();
        this.begun = timer.nanos();
        this.observers = transport.observers().execution(operation);
        this.request = transport.request(operation, options);
    }

    CompletableFuture<R> start(Function<Reply<T>, R> take) {
        observers.start();
        deadline = timer.schedule(this::passDeadline, options.deadline());
        result.follow(transport
                .retries()
                .run(
                        this::attempt,
                        options.retries(),
                        operation.safety(),
                        this::remaining,
                        this::noteRetry,
                        cancellation)
                .handle((reply, failure) -> outcome(reply, failure, take)));
        return result;
    }

    private R outcome(@Nullable Reply<T> reply, @Nullable Throwable failure, Function<Reply<T>, R> take) {
        Throwable known = failure == null ? null : Retries.unwrap(failure);
        if (end(known) && reply != null) {
            return take.apply(reply);
        }
        SdkException ended = abandonment.get();
        throw new CompletionException(ended != null ? ended : known != null ? known : new CancellationException());
    }

    /** Ends the execution once; tells whether this call was the one that did. */
    private boolean end(@Nullable Throwable failure) {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        if (deadline != null) {
            deadline.cancel(false);
        }
        transport.ended(this);
        observers.end(failure, elapsed());
        return true;
    }

    private CompletableFuture<Reply<T>> attempt() {
        int number = attempts.get() + 1;
        Lane lane = transport.lane(operation);
        if (lane == null) {
            return send(null, null);
        }
        boolean mayBeRefused = operation.safety() != RetrySafety.NEVER && number <= options.retries();
        long asked = timer.nanos();
        CompletableFuture<Lane.Permit> permit = lane.acquire(number > 1, mayBeRefused);
        if (permit.isDone()) {
            return send(lane, permit.join());
        }
        cancellation.set(() -> permit.cancel(false));
        return permit.thenCompose(granted -> {
            observers.pace(Duration.ofNanos(timer.nanos() - asked));
            return send(lane, granted);
        });
    }

    private CompletableFuture<Reply<T>> send(@Nullable Lane lane, Lane.@Nullable Permit permit) {
        Sender sender = transport.sender();
        if (over.get() || sender == null) {
            if (lane != null && permit != null) {
                lane.unknown(permit);
            }
            return CompletableFuture.failedFuture(cancelled("the client was closed"));
        }
        Attempt attempt = new Attempt(attempts.incrementAndGet(), lane, permit);
        CompletableFuture<HttpResponse<List<ByteBuffer>>> exchange =
                sender.send(request, info -> new CappedBody(transport.maxBody()), attempt::started);
        attempt.abort.set(() -> exchange.cancel(true));
        cancellation.set(attempt.abort::cancel);
        return exchange.handle(attempt::ended);
    }

    /** One request and its answer. */
    private final class Attempt {
        private final int number;
        private final @Nullable Lane lane;
        private final Lane.@Nullable Permit permit;
        private final Cancellation abort = new Cancellation();
        private final boolean doubtBefore = inDoubt;
        private volatile long sentAt;
        private volatile boolean timedOut;
        private volatile @Nullable ScheduledFuture<?> limit;

        Attempt(int number, @Nullable Lane lane, Lane.@Nullable Permit permit) {
            this.number = number;
            this.lane = lane;
            this.permit = permit;
            this.sentAt = timer.nanos();
        }

        void started() {
            sentAt = timer.nanos();
            inDoubt = true;
            limit = timer.schedule(
                    () -> {
                        timedOut = true;
                        // Not on the timer's thread: what depends on the result may take its time.
                        result.defaultExecutor().execute(abort::cancel);
                    },
                    options.timeout());
        }

        Reply<T> ended(@Nullable HttpResponse<List<ByteBuffer>> response, @Nullable Throwable failure) {
            ScheduledFuture<?> alarm = limit;
            if (alarm != null) {
                alarm.cancel(false);
            }
            int status = response == null ? 0 : response.statusCode();
            Duration took = Duration.ofNanos(timer.nanos() - sentAt);
            long size = 0;
            try {
                if (response == null) {
                    throw broken(failure == null ? new IllegalStateException("no answer") : Retries.unwrap(failure));
                }
                Payload payload = transport.payload(response);
                size = payload.wireSize();
                Reply<T> reply = AnswerReader.read(operation, context(), response, payload);
                learn(null);
                inDoubt = false;
                return reply;
            } catch (SdkException e) {
                learn(e);
                lastFailure.set(e);
                // A refusal settles what this attempt did; what an earlier one did stays open.
                boolean settled = e instanceof ApiException || e instanceof ConnectFailedException;
                inDoubt = settled ? doubtBefore : inDoubt;
                throw e;
            } catch (RuntimeException e) {
                giveBack();
                throw e;
            } finally {
                observers.attempt(number, status, took, size);
            }
        }

        private SdkException broken(Throwable failure) {
            if (timedOut) {
                String what = "no complete answer within " + options.timeout().toMillis() + " ms";
                return new TimedOutException(context(), Sent.MAYBE, what, null);
            }
            if (abort.isCancelled()) {
                return cancelled("the call was cancelled");
            }
            return Failures.of(context(), request.uri(), failure);
        }

        private void giveBack() {
            if (lane != null && permit != null) {
                lane.unknown(permit);
            }
        }

        private void learn(@Nullable SdkException failure) {
            if (lane == null || permit == null) {
                return;
            }
            if (failure instanceof RateLimitedException limited && limited.isRateLimit()) {
                lane.refused(permit, limited.minimumInterval());
            } else if (failure == null || failure instanceof ApiException) {
                lane.accepted(permit);
            } else {
                lane.unknown(permit);
            }
        }
    }

    private void noteRetry(SdkException failure, Duration wait) {
        observers.retry(failure, wait);
    }

    private CallCancelledException cancelled(String what) {
        return new CallCancelledException(context(), sent(), what, null);
    }

    private Sent sent() {
        return inDoubt ? Sent.MAYBE : Sent.NO;
    }

    private void passDeadline() {
        String what = "the deadline of " + options.deadline().toMillis() + " ms passed";
        abandon(new TimedOutException(context(), sent(), what, lastFailure.get()));
    }

    private void cancelledByCaller() {
        if (end(cancelled("the call was cancelled"))) {
            cancellation.cancel();
        }
    }

    /** Ends the execution because the client was closed. */
    void close() {
        abandon(cancelled("the client was closed"));
    }

    private void abandon(SdkException failure) {
        abandonment.compareAndSet(null, failure);
        if (end(failure)) {
            // Not on the timer's thread: what depends on the result may take its time.
            result.defaultExecutor().execute(() -> {
                result.completeExceptionally(failure);
                cancellation.cancel();
            });
        }
    }

    private CallContext context() {
        return new CallContext(operation.label(), attempts.get(), elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(timer.nanos() - begun);
    }

    private Duration remaining() {
        return options.deadline().minus(elapsed());
    }
}
