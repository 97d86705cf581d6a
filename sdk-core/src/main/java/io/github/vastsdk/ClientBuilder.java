package io.github.vastsdk;

import io.github.vastsdk.internal.Backoff;
import io.github.vastsdk.internal.CallOptions;
import io.github.vastsdk.internal.Fingerprint;
import io.github.vastsdk.internal.Http;
import io.github.vastsdk.internal.Pacer;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The network options that every client of this library has. Not thread-safe; a builder may be used again.
 *
 * @param <B> the type of the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private static final long MAX_ANSWER = 128L * 1024 * 1024;

    private final List<CallObserver> observers = new ArrayList<>();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private CallOptions options = CallOptions.DEFAULT;
    private long maxAnswerBytes = MAX_ANSWER;
    private HttpClient.Version version = HttpClient.Version.HTTP_1_1;
    private Pacing pacing = Pacing.adaptive();
    private @Nullable ProxySelector proxy;
    private @Nullable ExecutorService executor;
    private @Nullable HttpClient http;
    private @Nullable Timer timer;
    private Backoff backoff = Backoff.standard();

    ClientBuilder() {}

    abstract B self();

    /**
     * Limits the making of a connection. Default: 10 seconds.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public B connectTimeout(Duration limit) {
        connectTimeout = Args.positive(limit, "connectTimeout");
        return self();
    }

    /**
     * Sets {@link Call#timeout} for all calls. Default: 60 seconds.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public B timeout(Duration limit) {
        options = options.withTimeout(limit);
        return self();
    }

    /**
     * Sets {@link Call#deadline} for all calls. Default: 10 minutes.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public B deadline(Duration limit) {
        options = options.withDeadline(limit);
        return self();
    }

    /**
     * Sets {@link Call#retries} for all calls. Default: 4.
     *
     * @param max zero or more
     * @return this builder
     */
    public B retries(int max) {
        options = options.withRetries(max);
        return self();
    }

    /**
     * Adds a header to all calls.
     *
     * @param name the header's name
     * @param value its value
     * @return this builder
     * @throws IllegalArgumentException if the HTTP client does not allow that header to be set
     */
    public B header(String name, String value) {
        options = options.withHeader(name, value);
        return self();
    }

    /**
     * Names the application to the service, in front of this library's own name and version.
     *
     * @param product such as {@code my-scheduler/1.4}
     * @return this builder
     */
    public B userAgent(String product) {
        options = options.withUserAgent(product);
        return self();
    }

    /**
     * Limits the size of an answer, as received and as decompressed. A larger one fails with a
     * {@link io.github.vastsdk.error.ResponseFormatException}. Default: 128 MiB.
     *
     * @param bytes a positive number of bytes
     * @return this builder
     */
    public B maxAnswerBytes(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("maxAnswerBytes must be positive: " + bytes);
        }
        maxAnswerBytes = bytes;
        return self();
    }

    /**
     * Sets the HTTP version to offer. Default: HTTP/1.1, which suits few calls at a time best.
     *
     * @param offered the version
     * @return this builder
     */
    public B httpVersion(HttpClient.Version offered) {
        version = Objects.requireNonNull(offered, "offered");
        return self();
    }

    /**
     * Sends the calls through a proxy.
     *
     * @param selector such as {@link ProxySelector#of}
     * @return this builder
     */
    public B proxy(ProxySelector selector) {
        proxy = Objects.requireNonNull(selector, "selector");
        return self();
    }

    /**
     * Runs the HTTP client's work on the caller's threads. It stays the caller's to shut down. Default: daemon threads
     * of the HTTP client's own.
     *
     * @param threads an executor with at least two threads
     * @return this builder
     */
    public B executor(ExecutorService threads) {
        executor = Objects.requireNonNull(threads, "threads");
        return self();
    }

    /**
     * Uses an HTTP client that the caller made, for TLS settings and the like. It stays the caller's to close, and its
     * own connect timeout, version, proxy and executor count instead of those set here. The storages of logs are asked by
     * it, too: an authenticator that it has should answer proxies only.
     *
     * @param client a client that follows no redirects
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects: the JDK would forward the API key with them
     */
    public B httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The HTTP client must not follow redirects (Redirect.NEVER)");
        }
        http = client;
        return self();
    }

    /**
     * Sets how the distance between calls to one endpoint is kept. Default: {@link Pacing#adaptive()}.
     *
     * @param chosen the pacing
     * @return this builder
     */
    public B pacing(Pacing chosen) {
        pacing = Objects.requireNonNull(chosen, "chosen");
        return self();
    }

    /**
     * Adds an observer of all calls.
     *
     * @param observer told what happens
     * @return this builder
     */
    public B observer(CallObserver observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
        return self();
    }

    /** Replaces the clock of all waits, for tests. */
    B timer(Timer replacement) {
        timer = replacement;
        return self();
    }

    /** Replaces the waits between attempts, for tests. */
    B backoff(Backoff replacement) {
        backoff = replacement;
        return self();
    }

    Transport transport(URI base, Secret key) {
        Http.warnOfResending();
        Timer clock = timer == null ? Timer.system() : timer;
        HttpClient client = http == null ? Http.client(connectTimeout, version, proxy, executor) : http;
        Transport.Settings settings = new Transport.Settings(
                base, key, clock, pacer(clock, key), backoff, observers, options, maxAnswerBytes);
        return new Transport(settings, client, http == null);
    }

    private @Nullable Pacer pacer(Timer clock, Secret key) {
        return pacing.mode() == Pacing.Mode.OFF
                ? null
                : new Pacer(clock, Fingerprint.of(key), pacing.mode() == Pacing.Mode.PROACTIVE, pacing.shared());
    }
}
