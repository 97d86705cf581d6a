package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.http.HttpListener;
import io.github.vastsdk.sandbox.internal.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/**
 * What every sandbox can do, whichever service it simulates: it has an address, things can go wrong with what it is
 * asked, and it remembers what it was asked.
 *
 * <p>It listens on a free port of 127.0.0.1, on daemon threads: one that is not closed does not keep the JVM alive. Safe
 * to share between threads; requests are handled one after another.
 */
public abstract sealed class Sandbox implements AutoCloseable permits VastSandbox, ThunderSandbox {
    private final Service<?> service;
    private final Faults faults;
    private final HttpListener listener;

    Sandbox(Service<?> service, Faults faults) {
        this.service = service;
        this.faults = faults;
        try {
            this.listener = HttpListener.start(service::handle);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot listen on 127.0.0.1", e);
        }
    }

    /** {@return the address to give to a client as the base URL, such as {@code http://127.0.0.1:40123}} */
    public final URI url() {
        return listener.url();
    }

    /** {@return the queue of what is to go wrong} */
    public final Faults faults() {
        return faults;
    }

    /** {@return the requests that have come so far, in order} */
    public final List<ReceivedRequest> requests() {
        return service.received().stream().map(ReceivedRequest::of).toList();
    }

    /** Forgets the requests that have come so far. */
    public final void clearRequests() {
        service.clearReceived();
    }

    /** Stops listening and drops every connection, stalled ones included. What was received can still be read. */
    @Override
    public final void close() {
        listener.close();
    }

    /** Shows the address; never a key or a token. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + url() + "]";
    }
}
