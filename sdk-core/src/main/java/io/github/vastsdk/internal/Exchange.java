package io.github.vastsdk.internal;

import io.github.vastsdk.Reply;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One execution of a call: its attempts, its deadline, and what is known about it so far. */
final class Exchange<T, R> implements Execution {
    private final Transport transport;
    private final Operation<T> operation;
    private final CallOptions options;
    private final Timer timer;
    private final Observers.Execution observers;
    private final @Nullable HttpRequest request;
    private final long begun;
    private final Cancellation cancellation = new Cancellation();
    private final LookUp lookUp = new LookUp();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CancellableFuture<R> result = new CancellableFuture<>(this::cancelledByCaller);
    private final AtomicReference<@Nullable SdkException> lastFailure = new AtomicReference<>();
    /** What ended the execution from outside. */
    private final AtomicReference<@Nullable SdkException> abandonment = new AtomicReference<>();

    private final AtomicInteger attempts = new AtomicInteger();
    /** Whether the service may have processed an attempt that was not answered. */
    private volatile boolean inDoubt;
    /** Set before it is decided what is said of {@link #inDoubt}: nothing is sent from then on. */
    private volatile boolean stopped;

    private @Nullable ScheduledFuture<?> deadline;

    Exchange(Transport transport, Operation<T> operation, CallOptions options) {
        this.transport = transport;
        this.operation = operation.begin();
        this.options = options;
        this.timer = transport.timer();
        this.begun = timer.nanos();
        this.observers = transport.observers().execution(operation);
        this.request = operation.isMoving() ? null : transport.request(operation, options);
    }

    CompletableFuture<R> start(Finish<T, R> finish) {
        observers.start();
        deadline = timer.schedule(this::passDeadline, options.deadline());
        result.follow(transport
                .retries()
                .run(
                        this::attempt,
                        options.retries(),
                        operation::isWorthRepeating,
                        this::remaining,
                        observers::retry,
                        cancellation)
                .thenCompose(reply -> finish.of(reply, this))
                .handle(this::outcome));
        return result;
    }

    private R outcome(@Nullable R value, @Nullable Throwable failure) {
        Throwable known = failure == null ? null : Retries.unwrap(failure);
        if (known instanceof OwnFailure own) {
            known = own.getCause();
        }
        if (end(known) && value != null) {
            return value;
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
            return send(Grant.UNPACED);
        }
        boolean mayBeRefused = operation.safety() != RetrySafety.NEVER && number <= options.retries();
        long asked = timer.nanos();
        CompletableFuture<Lane.Permit> permit = lane.acquire(number > 1, mayBeRefused);
        if (permit.isDone()) {
            return send(new Grant(lane, permit.join()));
        }
        cancellation.set(() -> permit.cancel(false));
        return permit.thenCompose(granted -> {
            observers.pace(Duration.ofNanos(timer.nanos() - asked));
            return send(new Grant(lane, granted));
        });
    }

    private CompletableFuture<Reply<T>> send(Grant grant) {
        Whereabouts whereabouts = operation.whereabouts();
        if (whereabouts == null || transport.sender() == null) {
            return send(grant, request);
        }
        return whereabouts.attempt(
                this, look -> lookUp.find(look, this, remaining(), sent()), name -> send(grant, name), grant::unknown);
    }

    private CompletableFuture<Reply<T>> send(Grant grant, String name) {
        if (lookUp.isAnother(name, sent())) {
            observers.moved();
        }
        return send(grant, request != null ? request : transport.request(operation.at(name), options));
    }

    private CompletableFuture<Reply<T>> send(Grant grant, @Nullable HttpRequest sent) {
        Sender sender = transport.sender();
        if (over.get() || sender == null || sent == null) {
            grant.unknown();
            return CompletableFuture.failedFuture(cancelled("the client was closed"));
        }
        Attempt attempt = new Attempt(attempts.incrementAndGet(), sent.uri(), grant);
        CompletableFuture<HttpResponse<Payload>> exchange =
                sender.send(sent, transport.body(operation), attempt::start);
        attempt.abort.set(() -> exchange.cancel(true));
        cancellation.set(attempt.abort::cancel);
        return operation.shape().isLive()
                ? exchange.handleAsync(attempt::ended, LivePayload::onOwnThread)
                : exchange.handle(attempt::ended);
    }

    /** One request and its answer. */
    private final class Attempt {
        private final int number;
        private final URI target;
        private final Grant grant;
        private final Cancellation abort = new Cancellation();
        private final boolean doubtBefore = inDoubt;
        private volatile long sentAt;
        private volatile long arrivedAt;
        private volatile boolean timedOut;
        private volatile @Nullable ScheduledFuture<?> limit;

        Attempt(int number, URI target, Grant grant) {
            this.number = number;
            this.target = target;
            this.grant = grant;
            this.sentAt = timer.nanos();
        }

        boolean start() {
            sentAt = timer.nanos();
            inDoubt = true;
            if (stopped || over.get()) {
                inDoubt = doubtBefore;
                return false;
            }
            limit = timer.schedule(
                    () -> {
                        timedOut = true;
                        // Not on the timer's thread: what depends on the result may take its time.
                        result.defaultExecutor().execute(abort::cancel);
                    },
                    options.timeout());
            return true;
        }

        Reply<T> ended(@Nullable HttpResponse<Payload> response, @Nullable Throwable failure) {
            arrivedAt = timer.nanos();
            try {
                if (response == null) {
                    throw broken(failure == null ? new IllegalStateException("no answer") : Retries.unwrap(failure));
                }
                Reply<T> reply = read(response);
                grant.ended(null);
                return reply;
            } catch (SdkException e) {
                grant.ended(e);
                lastFailure.set(e);
                inDoubt = settles(e) ? doubtBefore : inDoubt;
                throw e;
            } catch (RuntimeException e) {
                grant.unknown();
                throw e;
            } finally {
                over(response);
            }
        }

        /** A refusal settles what this attempt did, not what an earlier one did; a gateway that gave up does not. */
        private static boolean settles(SdkException failure) {
            return failure instanceof ConnectFailedException
                    || (failure instanceof ApiException refused && refused.status() < 500 && refused.status() != 408);
        }

        private Reply<T> read(HttpResponse<Payload> response) {
            Payload payload = response.body();
            if (!operation.shape().isLive()) {
                return AnswerReader.read(operation, transport.kind(operation), context(), response, payload);
            }
            abort.set(payload::close);
            try {
                return AnswerReader.read(operation, transport.kind(operation), context(), response, payload);
            } catch (ResponseFormatException e) {
                IOException cut = payload.cut();
                if (cut == null && !abort.isCancelled()) {
                    throw e;
                }
                // What arrived makes no sense because it is not all.
                throw broken(cut == null ? e : cut);
            } finally {
                payload.close();
                arrivedAt = timer.nanos();
            }
        }

        private void over(@Nullable HttpResponse<Payload> response) {
            ScheduledFuture<?> alarm = limit;
            if (alarm != null) {
                alarm.cancel(false);
            }
            int status = response == null ? 0 : response.statusCode();
            long size = response == null ? 0 : response.body().wireSize();
            observers.attempt(number, status, Duration.ofNanos(arrivedAt - sentAt), size);
        }

        private SdkException broken(Throwable failure) {
            if (timedOut) {
                String what = "no complete answer within " + options.timeout().toMillis() + " ms";
                return new TimedOutException(context(), Sent.MAYBE, what, null);
            }
            if (abort.isCancelled()) {
                return cancelled("the call was cancelled");
            }
            return Failures.of(context(), target, failure);
        }
    }

    private CallCancelledException cancelled(String what) {
        return new CallCancelledException(context(), sent(), what, null);
    }

    private Sent sent() {
        return inDoubt ? Sent.MAYBE : Sent.NO;
    }

    private void passDeadline() {
        stopped = true;
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
        stopped = true;
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

    @Override
    public CallContext context() {
        return new CallContext(operation.label(), attempts.get(), elapsed());
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public CallOptions options() {
        return options;
    }

    @Override
    public void step(Runnable stop) {
        cancellation.set(stop);
    }

    @Override
    public void note(SdkException failure) {
        lastFailure.set(failure);
    }

    @Override
    public void downloaded(int status, Duration took, long bytes) {
        observers.download(status, took, bytes);
    }

    private Duration elapsed() {
        return Duration.ofNanos(timer.nanos() - begun);
    }

    private Duration remaining() {
        return options.deadline().minus(elapsed());
    }
}
