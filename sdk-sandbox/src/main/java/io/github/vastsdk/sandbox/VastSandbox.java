package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.Settings;
import io.github.vastsdk.sandbox.internal.Simulation;
import io.github.vastsdk.sandbox.internal.http.HttpListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/**
 * A running simulator of the Vast.ai API with one account in it.
 *
 * <p>The account starts with a user, two SSH keys, one unrestricted API key, two environment variables and three
 * instances. It serves these operations, each with or without the last slash:
 *
 * <ul>
 *   <li>{@code /api/v0/ssh/}: list, create, update, delete the account's SSH keys
 *   <li>{@code /api/v0/auth/apikeys/}: list, show, create, delete API keys; {@code /api/v0/commands/reset_apikey/}
 *   <li>{@code /api/v0/secrets/}: list, create, update, delete environment variables
 *   <li>{@code /api/v0/users/current/}
 *   <li>{@code /api/v1/instances/}, paged; {@code /api/v0/instances/{id}/}: show and destroy
 *   <li>{@code /api/v0/instances/{id}/ssh/}: list, attach, detach an instance's SSH keys
 * </ul>
 *
 * <p>An API key with permissions can do what its categories allow. Where a category is narrowed to operations, these are
 * their names: {@code api.instance.} with {@code list}, {@code show}, {@code destroy}, {@code ssh_keys},
 * {@code attach_ssh} or {@code detach_ssh}; {@code api.ssh.} with {@code list}, {@code create}, {@code update} or
 * {@code delete}; {@code api.apikeys.} with the same and {@code show} and {@code reset}, save {@code update};
 * {@code api.secrets.} with the same as {@code api.ssh.}; {@code api.users.current}. The service has not published its
 * names, so these may differ.
 *
 * <p>It listens on a free port of 127.0.0.1, on daemon threads: one that is not closed does not keep the JVM alive. Safe
 * to share between threads; requests are handled one after another.
 */
public final class VastSandbox implements AutoCloseable {
    private final Faults faults = new Faults();
    private final Simulation simulation;
    private final HttpListener listener;

    private VastSandbox(Settings settings) throws IOException {
        this.simulation = new Simulation(settings, faults::take);
        this.listener = HttpListener.start(simulation::handle);
    }

    /**
     * Starts a sandbox with all defaults.
     *
     * @return the running sandbox
     * @throws UncheckedIOException if no port can be had on 127.0.0.1
     */
    public static VastSandbox start() {
        return builder().start();
    }

    static VastSandbox start(Settings settings) {
        try {
            return new VastSandbox(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot listen on 127.0.0.1", e);
        }
    }

    /** {@return a builder that chooses how a sandbox behaves} */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /** {@return the address to give to a client as the base URL, such as {@code http://127.0.0.1:40123}} */
    public URI url() {
        return listener.url();
    }

    /**
     * Gives the unrestricted API key that the account started with; after a reset, the one that took its place.
     *
     * @return the key
     * @throws IllegalStateException if a call has deleted that key
     */
    public String apiKey() {
        String secret = simulation.ownerSecret();
        if (secret == null) {
            throw new IllegalStateException("the API key that the account started with is deleted");
        }
        return secret;
    }

    /** {@return the ids of the instances that exist now, in ascending order} */
    public List<Long> instanceIds() {
        return simulation.instanceIds();
    }

    /** {@return the queue of what is to go wrong} */
    public Faults faults() {
        return faults;
    }

    /** {@return the requests that have come so far, in order} */
    public List<ReceivedRequest> requests() {
        return simulation.received().stream().map(ReceivedRequest::of).toList();
    }

    /** Forgets the requests that have come so far. */
    public void clearRequests() {
        simulation.clearReceived();
    }

    /** Stops listening and drops every connection, stalled ones included. What was received can still be read. */
    @Override
    public void close() {
        listener.close();
    }

    /** Shows the address; never the API key. */
    @Override
    public String toString() {
        return "VastSandbox[" + url() + "]";
    }
}
