package io.github.vastsdk.internal;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Makes and closes the JDK's HTTP client. */
public final class Http {
    private Http() {}

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
