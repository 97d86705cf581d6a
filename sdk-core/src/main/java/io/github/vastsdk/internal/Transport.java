package io.github.vastsdk.internal;

import io.github.vastsdk.Call;
import io.github.vastsdk.CallObserver;
import io.github.vastsdk.Page;
import io.github.vastsdk.PagedCall;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.InstanceOutput;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the calls of one client share: where they go, as whom, and how. */
public final class Transport implements AutoCloseable {
    private final Settings settings;
    private final boolean ownsHttp;
    private final Retries retries;
    private final Observers observers;
    private final Unsent unsent = new Unsent();
    private final Set<Exchange<?, ?>> running = ConcurrentHashMap.newKeySet();
    private final List<Runnable> atClose = new CopyOnWriteArrayList<>();
    // Both dropped on close: on JDK 17 the HTTP client's thread ends only when the client is unreachable.
    private volatile @Nullable HttpClient http;
    private volatile @Nullable Sender sender;

    /**
     * What a client is built from.
     *
     * @param service which service the calls go to
     * @param base scheme, host and, if any, path prefix; without a trailing slash
     * @param key sent as a bearer token
     * @param timer the clock of all waits
     * @param pacer keeps the distances between calls; null to send at once
     * @param backoff the waits between attempts
     * @param observers told what happens
     * @param options what holds for calls that set nothing
     * @param maxBody how many bytes an answer may have, as received and decoded
     */
    public record Settings(
            Service service,
            URI base,
            Secret key,
            Timer timer,
            @Nullable Pacer pacer,
            Backoff backoff,
            List<CallObserver> observers,
            CallOptions options,
            long maxBody) {}

    /**
     * Makes a transport.
     *
     * @param ownsHttp whether closing the transport closes the HTTP client too
     */
    public Transport(Settings settings, HttpClient http, boolean ownsHttp) {
        this.settings = settings;
        this.ownsHttp = ownsHttp;
        this.http = http;
        this.sender = Sender.of(http);
        this.retries = new Retries(settings.timer(), settings.backoff());
        this.observers = new Observers(settings.observers());
    }

    /** Binds an operation to this transport. */
    public <T> Call<T> call(Operation<T> operation) {
        return call(operation, settings.options());
    }

    /** Binds an operation to this transport, with other options than the client's. */
    public <T> Call<T> call(Operation<T> operation, CallOptions options) {
        return call(operation, options, Finish.value());
    }

    private <T, R> Call<R> call(Operation<T> operation, CallOptions options, Finish<T, R> finish) {
        return new OperationCall<>(this, operation, options, finish, unsent.built(operation));
    }

    /**
     * Binds an operation that reads a list, in which the call looks for one thing. What the list lacks is looked for once
     * more, a little later, before it counts as absent.
     *
     * @param search gives what is looked for, or nothing
     */
    public <T, R> Call<Optional<R>> callToFind(Operation<T> operation, Function<T, Optional<R>> search) {
        return call(operation, settings.options(), new SecondLook<>(operation, search));
    }

    /** Binds an operation whose answer says where its result will be; the call waits for that and fetches it. */
    public Call<InstanceOutput> callForOutput(Operation<OutputTicket> operation, Duration patience) {
        return call(operation, settings.options(), new OutputFinish(patience));
    }

    /** Binds an operation that answers in pages. */
    public <T> PagedCall<T> paged(Operation<Page<T>> operation) {
        return new PagedOperationCall<>(operation, this::call);
    }

    <T, R> CompletableFuture<R> start(Operation<T> operation, CallOptions options, Finish<T, R> finish) {
        if (http == null) {
            throw new IllegalStateException("The client is closed");
        }
        Exchange<T, R> exchange = new Exchange<>(this, operation, options);
        running.add(exchange);
        CompletableFuture<R> answer = exchange.start(finish);
        if (http == null) {
            exchange.close(); // closed in the same moment, and perhaps not seen there
        }
        return answer;
    }

    void ended(Exchange<?, ?> exchange) {
        running.remove(exchange);
    }

    HttpRequest request(Operation<?> operation, CallOptions options) {
        String query = Paths.query(operation.query());
        URI target = URI.create(settings.base() + operation.path() + (query.isEmpty() ? "" : "?" + query));
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .setHeader("Authorization", "Bearer " + settings.key().reveal())
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", Version.USER_AGENT);
        if (operation.body() == null) {
            request.method(operation.method(), BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", "application/json");
            request.method(operation.method(), BodyPublishers.ofByteArray(Json.write(operation.body())));
        }
        options.headers().forEach(request::setHeader);
        return request.build();
    }

    /** Returns what takes the bytes of an answer. */
    BodyHandler<Payload> body(Operation<?> operation) {
        return operation.shape().isLive() ? liveBody() : wholeBody();
    }

    /** Returns what collects all bytes of an answer. */
    BodyHandler<Payload> wholeBody() {
        long limit = settings.maxBody();
        return head -> BodySubscribers.mapping(
                new CappedBody(limit), received -> new Payload(received, encoding(head), limit));
    }

    private BodyHandler<Payload> liveBody() {
        long limit = settings.maxBody();
        return head -> BodySubscribers.mapping(
                BodySubscribers.ofInputStream(), wire -> new LivePayload(wire, encoding(head), limit));
    }

    private static @Nullable String encoding(ResponseInfo head) {
        return head.headers().firstValue("content-encoding").orElse(null);
    }

    @Nullable
    Lane lane(Operation<?> operation) {
        return settings.pacer() == null ? null : settings.pacer().lane(operation);
    }

    /** Returns what sends; null when the client is closed. */
    @Nullable
    Sender sender() {
        return sender;
    }

    /** Returns which service the calls go to. */
    Service service() {
        return settings.service();
    }

    /** Returns how the errors of an operation are read. */
    OperationKind kind(Operation<?> operation) {
        return operation.kind() == null ? settings.service().plain() : operation.kind();
    }

    Retries retries() {
        return retries;
    }

    Observers observers() {
        return observers;
    }

    CallOptions options() {
        return settings.options();
    }

    /** Returns the clock of all waits. */
    public Timer timer() {
        return settings.timer();
    }

    /** Adds what ends with this transport, beside its calls. */
    public void atClose(Runnable end) {
        atClose.add(end);
    }

    /** Ends every running call, reports calls that were never sent, and releases threads and connections. */
    @Override
    public void close() {
        HttpClient client = http;
        Sender sending = sender;
        if (client == null || sending == null) {
            return;
        }
        http = null;
        sender = null;
        atClose.forEach(Runnable::run);
        List.copyOf(running).forEach(Exchange::close);
        unsent.report();
        settings.timer().stop();
        sending.stop();
        if (ownsHttp) {
            Http.close(client);
        }
    }

    /** Tells whether the service runs on this machine: a sandbox, or a test's server. */
    boolean isLocal() {
        return BaseUrl.isLoopback(settings.base().getHost());
    }

    /** Shows where the calls go. */
    @Override
    public String toString() {
        return settings.base().toString();
    }
}
