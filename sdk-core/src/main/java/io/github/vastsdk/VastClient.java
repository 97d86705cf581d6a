package io.github.vastsdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.Access;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.RawOperation;
import io.github.vastsdk.internal.Service;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.VastAccess;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of the Vast.ai API. Its methods lead to the resources; a resource's methods build {@link Call}s, which do
 * nothing until they are executed:
 *
 * <pre>{@code
 * try (VastClient vast = VastClient.create()) {
 *     System.out.println(vast.sshKeys().list().execute());
 * }
 * }</pre>
 *
 * <p><strong>Make one client per process and share it</strong>: it is safe for use by many threads, keeps connections
 * open, and paces the calls of all of them together. Close it when done; forgetting to does not keep the JVM alive.
 */
public final class VastClient implements AutoCloseable {
    private final Transport transport;
    private final String keySource;
    private final Account account;
    private final ApiKeys apiKeys;
    private final EnvVars envVars;
    private final Instances instances;
    private final Offers offers;
    private final Templates templates;
    private final Volumes volumes;
    private final NetworkVolumes networkVolumes;
    private final NetworkDisks networkDisks;
    private final Copies copies;
    private final ScheduledJobs scheduledJobs;
    private final SshKeys sshKeys;

    private VastClient(Transport transport, String keySource) {
        this.transport = transport;
        this.keySource = keySource;
        this.account = new Account(transport);
        this.apiKeys = new ApiKeys(transport);
        this.envVars = new EnvVars(transport);
        this.instances = new Instances(transport);
        this.offers = new Offers(transport);
        this.templates = new Templates(transport);
        this.volumes = new Volumes(transport);
        this.networkVolumes = new NetworkVolumes(transport);
        this.networkDisks = new NetworkDisks(transport);
        this.copies = new Copies(transport);
        this.scheduledJobs = new ScheduledJobs(transport);
        this.sshKeys = new SshKeys(transport);
    }

    /**
     * Makes a client with the defaults, and the API key that is found in the environment or in the files of the official
     * command line; {@link Builder} says in which order.
     *
     * @return the client
     * @throws IllegalStateException if no API key is found; the message lists the places
     */
    public static VastClient create() {
        return builder().build();
    }

    /**
     * Starts a client with other settings.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The account that the API key belongs to.
     *
     * @return the resource
     */
    public Account account() {
        return account;
    }

    /**
     * The account's API keys.
     *
     * @return the resource
     */
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    /**
     * The account's environment variables, which every new instance gets.
     *
     * @return the resource
     */
    public EnvVars envVars() {
        return envVars;
    }

    /**
     * The account's instances.
     *
     * @return the resource
     */
    public Instances instances() {
        return instances;
    }

    /**
     * The market.
     *
     * @return the resource
     */
    public Offers offers() {
        return offers;
    }

    /**
     * Templates of instances.
     *
     * @return the resource
     */
    public Templates templates() {
        return templates;
    }

    /**
     * The account's local volumes, and those on offer.
     *
     * @return the resource
     */
    public Volumes volumes() {
        return volumes;
    }

    /**
     * Network volumes.
     *
     * @return the resource
     */
    public NetworkVolumes networkVolumes() {
        return networkVolumes;
    }

    /**
     * For hosts: the disks behind network volumes.
     *
     * @return the resource
     */
    public NetworkDisks networkDisks() {
        return networkDisks;
    }

    /**
     * Copies between instances, volumes and clouds.
     *
     * @return the resource
     */
    public Copies copies() {
        return copies;
    }

    /**
     * The account's scheduled jobs.
     *
     * @return the resource
     */
    public ScheduledJobs scheduledJobs() {
        return scheduledJobs;
    }

    /**
     * The account's SSH keys.
     *
     * @return the resource
     */
    public SshKeys sshKeys() {
        return sshKeys;
    }

    /**
     * Builds a call to an operation that this library does not model. A GET is repeated after failures that may pass; any
     * other method only if the service certainly did not process it.
     *
     * @param method the HTTP method, in capitals
     * @param path the path from the root, such as {@code /api/v0/users/current/}, percent-encoded, with the query if
     *     there is one. This library hides the query in what it shows; proxies and the JDK's own debug log do not, so it
     *     is no place for a secret
     * @param body what to send as JSON: a {@link JsonNode}, a map, a list, a record or a text; null for none (a GET sends
     *     none, other methods then send an empty object)
     * @return the call
     * @throws IllegalArgumentException if the path names another host or is not a valid path
     */
    public Call<JsonNode> call(String method, String path, @Nullable Object body) {
        return transport.call(RawOperation.of(method, path, body));
    }

    /**
     * Tells where the API key was found, for people who wonder which key is in use.
     *
     * @return such as {@code the environment variable VAST_API_KEY}; never the key
     */
    public String keySource() {
        return keySource;
    }

    /**
     * Cancels the calls that are running, and releases threads and connections. Later calls fail with an
     * {@link IllegalStateException}. Closing twice does nothing.
     */
    @Override
    public void close() {
        transport.close();
    }

    /** Shows the address of the service and where the key came from. */
    @Override
    public String toString() {
        return "VastClient[" + transport + ", key from " + keySource + "]";
    }

    /**
     * Settings of a client. The API key is the first of: {@link #apiKey}, the environment variable {@code VAST_API_KEY},
     * {@code $XDG_CONFIG_HOME/vastai/vast_api_key} (without the variable: {@code ~/.config/vastai/vast_api_key}),
     * {@code ~/.vast_api_key}. The address is the first of: {@link #baseUrl}, {@code VAST_URL},
     * {@code https://console.vast.ai}.
     */
    public static final class Builder extends ClientBuilder<Builder> {
        private @Nullable Secret apiKey;

        private Builder() {}

        /**
         * Sets the API key.
         *
         * @param key the key
         * @return this builder
         */
        public Builder apiKey(String key) {
            return apiKey(Secret.of(key));
        }

        /**
         * Sets the API key.
         *
         * @param key the key
         * @return this builder
         */
        public Builder apiKey(Secret key) {
            apiKey = Objects.requireNonNull(key, "key");
            return this;
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return the client
         * @throws IllegalArgumentException if the API key or the address cannot be right
         * @throws IllegalStateException if no API key is found; the message lists the places
         */
        public VastClient build() {
            ClientSettings settings = ClientSettings.of(this);
            Access access =
                    VastAccess.resolve(apiKey, settings.baseUrl(), settings.insecureAllowed(), settings.environment());
            return new VastClient(settings.transport(Service.VAST, access), access.source());
        }
    }
}
