package io.github.vastsdk.internal;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and closes the JDK's HTTP client. */
public final class Http {
    private static final Logger LOG = LoggerFactory.getLogger(Http.class);
    private static final String RESEND_ALL = "jdk.httpclient.enableAllMethodRetry";

    private Http() {}

    /**
     * Warns of a setting of the JDK that makes its client resend any request by itself, also one that rents. Nothing
     * tells this library when it does, and nothing can switch it off for one client.
     */
    public static void warnOfResending() {
        String set = System.getProperty(RESEND_ALL);
        if (set != null && (set.isEmpty() || set.equalsIgnoreCase("true"))) {
            LOG.warn("The system property {} lets the JDK resend calls that cost money; remove it", RESEND_ALL);
        }
    }

    /**
     * Makes a client that follows no redirect: the JDK's would forward the API key to another port.
     *
     * @param connectTimeout the limit for making a connection
     * @param version the HTTP version to offer
     * @param proxy null for none
     * @param executor null for the JDK's own, whose threads are daemons
     */
    public static HttpClient client(
            Duration connectTimeout,
            HttpClient.Version version,
            @Nullable ProxySelector proxy,
            @Nullable Executor executor) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .version(version);
        if (proxy != null) {
            builder.proxy(proxy);
        }
        if (executor != null) {
            builder.executor(executor);
        }
        return builder.build();
    }

    /** Closes a client where the running JDK can (21 and later); where it cannot, dropping it must do. */
    static void close(HttpClient client) {
        Object closeable = client;
        if (closeable instanceof AutoCloseable known) {
            try {
                known.close();
            } catch (Exception e) {
                throw new IllegalStateException("The HTTP client could not be closed", e);
            }
        }
    }
}
