package io.github.vastsdk.thunder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.ClientBuilder;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Secret;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.internal.Access;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.RawOperation;
import io.github.vastsdk.internal.Service;
import io.github.vastsdk.internal.ThunderAccess;
import io.github.vastsdk.internal.Transport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of the Thunder Compute API, the sibling of {@link io.github.vastsdk.VastClient} on the same transport. Its
 * methods lead to resources and build {@link Call}s, which do nothing until they are executed:
 *
 * <pre>{@code
 * try (ThunderClient thunder = ThunderClient.create()) {
 *     System.out.println(thunder.instances().list().execute());
 * }
 * }</pre>
 *
 * <p>Make one client per process and share it; it is safe for use by many threads. Close it when done; forgetting to
 * does not keep the JVM alive.
 */
public final class ThunderClient implements AutoCloseable {
    private final Transport transport;
    private final String tokenSource;
    private final ThunderInstances instances;
    private final ThunderSshKeys sshKeys;
    private final ThunderSnapshots snapshots;

    private ThunderClient(Transport transport, String tokenSource) {
        this.transport = transport;
        this.tokenSource = tokenSource;
        this.instances = new ThunderInstances(transport);
        this.sshKeys = new ThunderSshKeys(transport);
        this.snapshots = new ThunderSnapshots(transport);
    }

    /**
     * Makes a client with the defaults, and the token that is found in the environment or in the file of the official
     * command line; {@link Builder} says in which order.
     *
     * @return the client
     * @throws IllegalStateException if no token is found; the message lists the places
     */
    public static ThunderClient create() {
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
     * The account's instances.
     *
     * @return the resource
     */
    public ThunderInstances instances() {
        return instances;
    }

    /**
     * The SSH keys that the organization keeps.
     *
     * @return the resource
     */
    public ThunderSshKeys sshKeys() {
        return sshKeys;
    }

    /**
     * Snapshots of instances.
     *
     * @return the resource
     */
    public ThunderSnapshots snapshots() {
        return snapshots;
    }

    /**
     * Lists the configurations that the service offers, by the newer version of the call.
     *
     * @return the call
     * @see #specs(ThunderApiVersion)
     */
    public Call<Listing<ThunderGpuSpec>> specs() {
        return specs(ThunderApiVersion.V2);
    }

    /**
     * Lists the configurations that the service offers.
     *
     * <p>{@code GET /v1/specs} or {@code GET /v2/specs}. Free; a read.
     *
     * @param version which call; their keys differ
     * @return the call
     */
    public Call<Listing<ThunderGpuSpec>> specs(ThunderApiVersion version) {
        return transport.call(Operation.get(version.path("specs")).as(ThunderShapes.specs()));
    }

    /**
     * Tells the prices, by the newer version of the call.
     *
     * @return the call
     * @see #pricing(ThunderApiVersion)
     */
    public Call<ThunderPricing> pricing() {
        return pricing(ThunderApiVersion.V2);
    }

    /**
     * Tells the prices.
     *
     * <p>{@code GET /v1/pricing} or {@code GET /v2/pricing}. Free; a read.
     *
     * @param version which call; their keys differ
     * @return the call
     */
    public Call<ThunderPricing> pricing(ThunderApiVersion version) {
        return transport.call(Operation.get(version.path("pricing")).as(ThunderShapes.pricing()));
    }

    /**
     * Tells what can be had at the moment, by the newer version of the call.
     *
     * @return the call
     * @see #availability(ThunderApiVersion)
     */
    public Call<ThunderAvailability> availability() {
        return availability(ThunderApiVersion.V2);
    }

    /**
     * Tells what can be had at the moment.
     *
     * <p>{@code GET /v1/status} or {@code GET /v2/status}, neither of them in the service's published schema. Free; a
     * read.
     *
     * @param version which call; their keys differ
     * @return the call
     */
    public Call<ThunderAvailability> availability(ThunderApiVersion version) {
        return transport.call(Operation.get(version.path("status")).as(ThunderShapes.availability()));
    }

    /**
     * Lists the templates that an instance can be created from.
     *
     * <p>{@code GET /v1/thunder-templates}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<ThunderTemplate>> templates() {
        return transport.call(Operation.get("/v1/thunder-templates").as(ThunderShapes.templates()));
    }

    /**
     * Asks whether the token is good, and whose it is. If this returns, it is.
     *
     * <p>{@code GET /v1/auth/validate}, which is not in the service's published schema. Free; a read.
     *
     * @return the call
     * @see AuthenticationException if it is not good, be it refused or called not valid
     */
    public Call<ThunderToken> validateToken() {
        return transport.call(Operation.get("/v1/auth/validate").as(ThunderShapes.token()));
    }

    /**
     * Builds a call to an operation that this library does not model, or to an instance by its number in the list. A GET
     * is repeated after failures that may pass; any other method only if the service certainly did not process it.
     *
     * @param method the HTTP method, in capitals
     * @param path the path from the root, such as {@code /v1/instances/list}, percent-encoded, with the query if there
     *     is one. This library hides the query in what it shows; proxies and the JDK's own debug log do not, so it is no
     *     place for a secret
     * @param body what to send as JSON: a {@link JsonNode}, a map, a list, a record or a text; null for none (a GET sends
     *     none, other methods then send an empty object)
     * @return the call
     * @throws IllegalArgumentException if the path names another host or is not a valid path
     */
    public Call<JsonNode> call(String method, String path, @Nullable Object body) {
        return transport.call(RawOperation.of(method, path, body));
    }

    /**
     * Tells where the token was found, for people who wonder which token is in use.
     *
     * @return such as {@code the environment variable TNR_API_TOKEN}; never the token
     */
    public String tokenSource() {
        return tokenSource;
    }

    /**
     * Cancels the calls that are running, and releases threads and connections. Later calls fail with an
     * {@link IllegalStateException}. Closing twice does nothing.
     */
    @Override
    public void close() {
        transport.close();
    }

    /** Shows the address of the service and where the token came from. */
    @Override
    public String toString() {
        return "ThunderClient[" + transport + ", token from " + tokenSource + "]";
    }

    /**
     * Settings of a client. The token is the first of: {@link #token}, the environment variable {@code TNR_API_TOKEN},
     * the member {@code token} of {@code cli_config.json} in the folder {@code TNR_HOME} (without the variable:
     * {@code ~/.thunder}). The address is the first of: {@link #baseUrl}, {@code TNR_API_URL}, the member {@code api_url}
     * of that file, {@code https://api.thundercompute.com:8443}; it may end in {@code /v1} or {@code /v2}. No file in the
     * working directory is read.
     */
    public static final class Builder extends ClientBuilder<Builder> {
        private @Nullable Secret token;

        private Builder() {}

        /**
         * Sets the token.
         *
         * @param text the token
         * @return this builder
         */
        public Builder token(String text) {
            return token(Secret.of(text));
        }

        /**
         * Sets the token.
         *
         * @param secret the token
         * @return this builder
         */
        public Builder token(Secret secret) {
            token = Objects.requireNonNull(secret, "secret");
            return this;
        }

        /**
         * Makes the client. Nothing is sent.
         *
         * @return the client
         * @throws IllegalArgumentException if the token or the address cannot be right
         * @throws IllegalStateException if no token is found; the message lists the places
         */
        public ThunderClient build() {
            ClientSettings settings = ClientSettings.of(this);
            Access access = ThunderAccess.resolve(
                    token, settings.baseUrl(), settings.insecureAllowed(), settings.environment());
            return new ThunderClient(settings.transport(Service.THUNDER, access), access.source());
        }
    }
}
