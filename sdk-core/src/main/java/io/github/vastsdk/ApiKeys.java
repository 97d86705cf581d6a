package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.NEVER;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.InvalidPermissionsException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.ApiKey;
import io.github.vastsdk.model.ApiKeyReset;
import io.github.vastsdk.model.CreatedApiKey;
import io.github.vastsdk.request.CreateApiKey;
import io.github.vastsdk.request.Permissions;
import java.util.function.Consumer;

/** The account's API keys. */
@CheckReturnValue
public final class ApiKeys {
    private final Transport transport;

    ApiKeys(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the account's API keys. Their texts are not among what the service shows.
     *
     * <p>{@code GET /api/v0/auth/apikeys/}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<ApiKey>> list() {
        return transport.call(Operation.get("/api/v0/auth/apikeys/")
                .as(Shape.list(ApiKey.class, "apikeys"))
                .every(1.0));
    }

    /**
     * Shows one API key, without its text.
     *
     * <p>{@code GET /api/v0/auth/apikeys/{id}/}. Free; a read.
     *
     * @param apiKeyId the id of the key, from {@link #list()}
     * @return the call
     * @see NotFoundException
     */
    public Call<ApiKey> get(long apiKeyId) {
        return transport.call(Operation.get("/api/v0/auth/apikeys/{id}/", Args.id(apiKeyId, "apiKeyId"))
                .as(Shape.object(ApiKey.class)));
    }

    /**
     * Creates an API key with these permissions. <strong>Its text is in this answer and never shown again.</strong>
     *
     * @param name a name for people, at most 255 characters
     * @param permissions what the key may do
     * @return the call
     * @see #create(String, Consumer)
     */
    public Call<CreatedApiKey> create(String name, Permissions permissions) {
        return create(name, key -> key.permissions(permissions));
    }

    /**
     * Creates an API key. <strong>Its text is in this answer and never shown again.</strong>
     *
     * <p>{@code POST /api/v0/auth/apikeys/}. Free; not repeated once it may have arrived, since a second time creates a
     * second key.
     *
     * @param name a name for people, at most 255 characters
     * @param options sets permissions and parameters; what stays unset is not sent
     * @return the call
     * @throws IllegalArgumentException if the name is too long
     * @see InvalidPermissionsException
     */
    public Call<CreatedApiKey> create(String name, Consumer<CreateApiKey.Builder> options) {
        CreateApiKey.Builder builder = CreateApiKey.builder(name);
        options.accept(builder);
        return create(builder.build());
    }

    /**
     * Does what {@link #create(String, Consumer)} does.
     *
     * @param request what to create
     * @return the call
     */
    public Call<CreatedApiKey> create(CreateApiKey request) {
        return transport.call(Operation.post(UNSAFE, "/api/v0/auth/apikeys/")
                .json("name", request.name())
                .json("permissions", request.permissions())
                .json("key_params", request.keyParams())
                .as(Shape.object(CreatedApiKey.class))
                .every(2.0));
    }

    /**
     * Deletes an API key; whoever uses it is locked out.
     *
     * <p>{@code DELETE /api/v0/auth/apikeys/{id}/}. Destroys the key; idempotent.
     *
     * @param apiKeyId the id of the key, from {@link #list()}
     * @return the call
     * @see NotFoundException
     */
    public Call<Ack> delete(long apiKeyId) {
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/auth/apikeys/{id}/", Args.id(apiKeyId, "apiKeyId"))
                .as(Shape.ackOrText())
                .every(2.0));
    }

    /**
     * Replaces the account's main API key. <strong>The old key stops working at once</strong>, also for this client if
     * it uses that key: make a new client with the answer's key.
     *
     * <p>{@code PUT /api/v0/commands/reset_apikey/}. Never repeated, whatever happens: if no answer comes, the old key may
     * be invalid and the new one unknown; then get a key from the console.
     *
     * @return the call
     */
    public Call<ApiKeyReset> reset() {
        return transport.call(Operation.put(NEVER, "/api/v0/commands/reset_apikey/")
                .json("client_id", "me")
                .as(Shape.object(ApiKeyReset.class)));
    }
}
