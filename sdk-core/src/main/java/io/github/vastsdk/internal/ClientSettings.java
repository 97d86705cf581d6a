package io.github.vastsdk.internal;

import io.github.vastsdk.CallObserver;
import io.github.vastsdk.ClientBuilder;
import io.github.vastsdk.Secret;
import io.github.vastsdk.SharedPace;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the builder of a client collects. Builders live in several packages and users see all that they have, so that
 * {@link #of} is the way to the settings of one.
 */
public final class ClientSettings {
    private static final long MAX_ANSWER = 128L * 1024 * 1024;

    private static volatile @Nullable Function<ClientBuilder<?>, ClientSettings> reader;

    private final List<CallObserver> observers = new ArrayList<>();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private CallOptions options = CallOptions.DEFAULT;
    private long maxAnswerBytes = MAX_ANSWER;
    private HttpClient.Version version = HttpClient.Version.HTTP_1_1;
    private boolean paced = true;
    private boolean proactive;
    private @Nullable SharedPace sharedPace;
    private @Nullable ProxySelector proxy;
    private @Nullable ExecutorService executor;
    private @Nullable HttpClient http;
    private @Nullable String baseUrl;
    private boolean insecureAllowed;
    private @Nullable Timer timer;
    private Backoff backoff = Backoff.standard();
    private @Nullable Environment environment;

    /** Told by the builders' class, when it is loaded, how to get at the settings of a builder. */
    public static void readFrom(Function<ClientBuilder<?>, ClientSettings> field) {
        reader = field;
    }

    /** Returns the settings of a builder. */
    public static ClientSettings of(ClientBuilder<?> builder) {
        return Objects.requireNonNull(reader).apply(builder);
    }

    /** Sets the address of the service. */
    public void baseUrl(String url) {
        baseUrl = url;
    }

    /** Allows an http address of another machine. */
    public void allowInsecure() {
        insecureAllowed = true;
    }

    /** Limits the making of a connection. */
    public void connectTimeout(Duration limit) {
        connectTimeout = limit;
    }

    /** Changes what holds for calls that set nothing. */
    public void options(UnaryOperator<CallOptions> change) {
        options = change.apply(options);
    }

    /** Limits the size of an answer. */
    public void maxAnswerBytes(long bytes) {
        maxAnswerBytes = bytes;
    }

    /** Sets the HTTP version to offer. */
    public void version(HttpClient.Version offered) {
        version = offered;
    }

    /** Sets the proxy. */
    public void proxy(ProxySelector selector) {
        proxy = selector;
    }

    /** Sets the threads of the HTTP client. */
    public void executor(ExecutorService threads) {
        executor = threads;
    }

    /** Sets an HTTP client that stays the caller's. */
    public void http(HttpClient client) {
        http = client;
    }

    /**
     * Sets how the distance between calls is kept.
     *
     * @param keep whether it is kept at all
     * @param fromStart whether the documented distances are kept from the first call
     * @param shared what tells of the calls of other processes; null for nothing
     */
    public void pace(boolean keep, boolean fromStart, @Nullable SharedPace shared) {
        paced = keep;
        proactive = fromStart;
        sharedPace = shared;
    }

    /** Adds an observer. */
    public void observer(CallObserver observer) {
        observers.add(observer);
    }

    /** Replaces the clock of all waits, for tests. */
    public void timer(Timer replacement) {
        timer = replacement;
    }

    /** Replaces the waits between attempts, for tests. */
    public void backoff(Backoff replacement) {
        backoff = replacement;
    }

    /** Replaces the environment of this process, for tests. */
    public void environment(Environment replacement) {
        environment = replacement;
    }

    /** Returns the address that was set. */
    public @Nullable String baseUrl() {
        return baseUrl;
    }

    /** Tells whether an http address of another machine is allowed. */
    public boolean insecureAllowed() {
        return insecureAllowed;
    }

    /** Returns where settings come from beside the builder. */
    public Environment environment() {
        return environment == null ? Environment.system() : environment;
    }

    /** Makes what the calls of one client share. */
    public Transport transport(Service service, Access access) {
        Http.warnOfResending();
        Timer clock = timer == null ? Timer.system() : timer;
        HttpClient client = http == null ? Http.client(connectTimeout, version, proxy, executor) : http;
        Transport.Settings shared = new Transport.Settings(
                service,
                access.base(),
                access.key(),
                clock,
                pacer(clock, access.key()),
                backoff,
                observers,
                options,
                maxAnswerBytes);
        return new Transport(shared, client, http == null);
    }

    private @Nullable Pacer pacer(Timer clock, Secret key) {
        return paced ? new Pacer(clock, Fingerprint.of(key), proactive, sharedPace) : null;
    }
}
