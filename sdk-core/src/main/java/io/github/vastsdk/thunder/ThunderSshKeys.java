package io.github.vastsdk.thunder;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.Call;
import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.ThunderKind;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.ssh.SshPublicKey;
import java.nio.file.Path;

/**
 * The SSH keys that the organization keeps at Thunder Compute. <strong>They are put onto no instance by
 * themselves</strong>: {@link ThunderInstances#addKey(String, SshPublicKey)} does that.
 */
@CheckReturnValue
public final class ThunderSshKeys {
    private final Transport transport;

    ThunderSshKeys(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the keys.
     *
     * <p>{@code GET /v1/keys/list}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<ThunderSshKey>> list() {
        return transport.call(Operation.get("/v1/keys/list").as(ThunderShapes.sshKeys()));
    }

    /**
     * Adds a key, which cannot be changed later.
     *
     * <p>{@code POST /v1/keys/add}. Not repeated once it may have arrived, since a second time says that the key
     * exists.
     *
     * @param name what to call it
     * @param key the public key
     * @return the call
     * @see ConflictException if the key is there already
     */
    public Call<ThunderSshKey> add(String name, SshPublicKey key) {
        return transport.call(Operation.post(UNSAFE, "/v1/keys/add")
                .json("name", Args.notBlank(name, "name"))
                .json("public_key", key.toString())
                .as(ThunderShapes.sshKeyAdded()));
    }

    /**
     * Does what {@link #add(String, SshPublicKey)} does.
     *
     * @param name what to call it
     * @param key the public key, as one line of OpenSSH text
     * @return the call
     * @throws IllegalArgumentException if the text is no public key; the message says what it is and does not repeat it
     */
    public Call<ThunderSshKey> add(String name, String key) {
        return add(name, SshPublicKey.parse(key));
    }

    /**
     * Does what {@link #add(String, SshPublicKey)} does.
     *
     * @param name what to call it
     * @param publicKeyFile a {@code .pub} file
     * @return the call
     * @throws IllegalArgumentException if the file holds no public key
     */
    public Call<ThunderSshKey> add(String name, Path publicKeyFile) {
        return add(name, SshPublicKey.fromFile(publicKeyFile));
    }

    /**
     * Deletes a key. Instances that have it keep it.
     *
     * <p>{@code DELETE /v1/keys/{id}}. Destroys the registration; idempotent.
     *
     * @param keyId the id of the key, from {@link #list()}
     * @return the call
     * @see NoSuchSshKeyException
     */
    public Call<Ack> delete(String keyId) {
        return transport.call(Operation.delete(IDEMPOTENT, "/v1/keys/{id}", Args.notBlank(keyId, "keyId"))
                .withBody(null)
                .as(ThunderShapes.deleted())
                .kind(ThunderKind.NAMES_SSH_KEY));
    }
}
