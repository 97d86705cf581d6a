package io.github.vastsdk;

import io.github.vastsdk.internal.Backoff;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.Environment;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.thunder.ThunderClient;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;

/**
 * The network options that every client of this library has. Not thread-safe; a builder may be used again.
 *
 * @param <B> the type of the builder itself
 */
public abstract sealed class ClientBuilder<B extends ClientBuilder<B>>
        permits VastClient.Builder, ThunderClient.Builder {
    static {
        ClientSettings.readFrom(builder -> builder.settings);
    }

    private final ClientSettings settings = new ClientSettings();

    /** Starts with the defaults. */
    protected ClientBuilder() {}

    @SuppressWarnings("unchecked") // each permitted class names itself
    private B self() {
        return (B) this;
    }

    /**
     * Sets the address of the service.
     *
     * @param url an https address, or an http address of this machine; a path prefix is allowed
     * @return this builder
     */
    public B baseUrl(String url) {
        settings.baseUrl(Objects.requireNonNull(url, "url"));
        return self();
    }

    /**
     * Sets the address of the service.
     *
     * @param url as for {@link #baseUrl(String)}
     * @return this builder
     */
    public B baseUrl(URI url) {
        return baseUrl(url.toString());
    }

    /**
     * Allows an http address of another machine. <strong>The key then crosses the network in the clear.</strong>
     *
     * @return this builder
     */
    public B allowInsecureBaseUrl() {
        settings.allowInsecure();
        return self();
    }

    /**
     * Limits the making of a connection. Default: 10 seconds.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public B connectTimeout(Duration limit) {
        settings.connectTimeout(Args.positive(limit, "connectTimeout"));
        return self();
    }

    /**
     * Sets {@link Call#timeout} for all calls. Default: 60 seconds.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public B timeout(Duration limit) {
        settings.options(options -> options.withTimeout(limit));
        return self();
    }

    /**
     * Sets {@link Call#deadline} for all calls. Default: 10 minutes.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public B deadline(Duration limit) {
        settings.options(options -> options.withDeadline(limit));
        return self();
    }

    /**
     * Sets {@link Call#retries} for all calls. Default: 4.
     *
     * @param max zero or more
     * @return this builder
     */
    public B retries(int max) {
        settings.options(options -> options.withRetries(max));
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
        settings.options(options -> options.withHeader(name, value));
        return self();
    }

    /**
     * Names the application to the service, in front of this library's own name and version.
     *
     * @param product such as {@code my-scheduler/1.4}
     * @return this builder
     */
    public B userAgent(String product) {
        settings.options(options -> options.withUserAgent(product));
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
        settings.maxAnswerBytes(bytes);
        return self();
    }

    /**
     * Sets the HTTP version to offer. Default: HTTP/1.1, which suits few calls at a time best.
     *
     * @param offered the version
     * @return this builder
     */
    public B httpVersion(HttpClient.Version offered) {
        settings.version(Objects.requireNonNull(offered, "offered"));
        return self();
    }

    /**
     * Sends the calls through a proxy.
     *
     * @param selector such as {@link ProxySelector#of}
     * @return this builder
     */
    public B proxy(ProxySelector selector) {
        settings.proxy(Objects.requireNonNull(selector, "selector"));
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
        settings.executor(Objects.requireNonNull(threads, "threads"));
        return self();
    }

    /**
     * Uses an HTTP client that the caller made, for TLS settings and the like. It stays the caller's to close, and its
     * own connect timeout, version, proxy and executor count instead of those set here. Where a service puts
     * logs into somebody else's storage, that is asked by it, too: an authenticator that it has should answer proxies
     * only.
     *
     * @param client a client that follows no redirects
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects: the JDK would forward the API key with them
     */
    public B httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("The HTTP client must not follow redirects (Redirect.NEVER)");
        }
        settings.http(client);
        return self();
    }

    /**
     * Sets how the distance between calls to one endpoint is kept. Default: {@link Pacing#adaptive()}.
     *
     * @param chosen the pacing
     * @return this builder
     */
    public B pacing(Pacing chosen) {
        settings.pace(chosen.mode() != Pacing.Mode.OFF, chosen.mode() == Pacing.Mode.PROACTIVE, chosen.shared());
        return self();
    }

    /**
     * Adds an observer of all calls.
     *
     * @param observer told what happens
     * @return this builder
     */
    public B observer(CallObserver observer) {
        settings.observer(Objects.requireNonNull(observer, "observer"));
        return self();
    }

    /** Replaces the clock of all waits, for tests. */
    B timer(Timer replacement) {
        settings.timer(replacement);
        return self();
    }

    /** Replaces the waits between attempts, for tests. */
    B backoff(Backoff replacement) {
        settings.backoff(replacement);
        return self();
    }

    /** Replaces the environment of this process, for tests. */
    B environment(Environment replacement) {
        settings.environment(replacement);
        return self();
    }
}
