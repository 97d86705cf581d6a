package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.SshKeyReader;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.VastKind;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.SshKey;
import io.github.vastsdk.ssh.SshPublicKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The account's SSH keys. The service puts them onto new instances; {@link Instances#attachSshKey(long, SshPublicKey)}
 * puts one onto an instance that exists.
 */
@CheckReturnValue
public final class SshKeys {
    private final Transport transport;

    SshKeys(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the account's keys. An account without keys gives an empty list.
     *
     * <p>{@code GET /api/v0/ssh/}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<SshKey>> list() {
        return transport.call(Operation.get("/api/v0/ssh/")
                .as(Shape.list(SshKey.class, "ssh_keys", "keys"))
                .recover(refused -> saysThereAreNone(refused.detail()) ? Listing.of(List.of()) : null));
    }

    /**
     * Registers a public key with the account. Whether running instances get it too is not certain: the service's own
     * texts disagree.
     *
     * <p>{@code POST /api/v0/ssh/}. Free; not repeated once it may have arrived, since a second time registers the key
     * twice.
     *
     * @param key the public key
     * @return the call
     * @see BadRequestException with code {@code team_ssh_keys_not_supported} when the API key belongs to a team
     */
    public Call<SshKey> create(SshPublicKey key) {
        return transport.call(Operation.post(UNSAFE, "/api/v0/ssh/")
                .json("ssh_key", key.toString())
                .as(Shape.tree(json -> SshKeyReader.read(json, null)))
                .every(1.0));
    }

    /**
     * Does what {@link #create(SshPublicKey)} does.
     *
     * @param key the public key, as one line of OpenSSH text
     * @return the call
     * @throws IllegalArgumentException if the text is no public key; the message says what it is and does not repeat it
     */
    public Call<SshKey> create(String key) {
        return create(SshPublicKey.parse(key));
    }

    /**
     * Does what {@link #create(SshPublicKey)} does.
     *
     * @param publicKeyFile a {@code .pub} file
     * @return the call
     * @throws IllegalArgumentException if the file holds no public key
     */
    public Call<SshKey> create(Path publicKeyFile) {
        return create(SshPublicKey.fromFile(publicKeyFile));
    }

    /**
     * Replaces the key that is registered under an id.
     *
     * <p>{@code PUT /api/v0/ssh/{id}/}. Free; idempotent.
     *
     * @param sshKeyId the id of the registered key, from {@link #list()}
     * @param key the new public key
     * @return the call
     * @see NoSuchSshKeyException
     */
    public Call<SshKey> update(long sshKeyId, SshPublicKey key) {
        return transport.call(Operation.put(IDEMPOTENT, "/api/v0/ssh/{id}/", Args.id(sshKeyId, "sshKeyId"))
                .json("id", sshKeyId)
                .json("ssh_key", key.toString())
                .as(Shape.tree(json -> SshKeyReader.read(json, sshKeyId)))
                .every(1.0)
                .kind(VastKind.NAMES_SSH_KEY));
    }

    /**
     * Does what {@link #update(long, SshPublicKey)} does.
     *
     * @param sshKeyId the id of the registered key
     * @param key the new public key, as one line of OpenSSH text
     * @return the call
     * @throws IllegalArgumentException if the text is no public key; the message says what it is and does not repeat it
     */
    public Call<SshKey> update(long sshKeyId, String key) {
        return update(sshKeyId, SshPublicKey.parse(key));
    }

    /**
     * Does what {@link #update(long, SshPublicKey)} does.
     *
     * @param sshKeyId the id of the registered key
     * @param publicKeyFile a {@code .pub} file
     * @return the call
     * @throws IllegalArgumentException if the file holds no public key
     */
    public Call<SshKey> update(long sshKeyId, Path publicKeyFile) {
        return update(sshKeyId, SshPublicKey.fromFile(publicKeyFile));
    }

    /**
     * Deletes a key from the account. Instances that have it keep it.
     *
     * <p>{@code DELETE /api/v0/ssh/{id}/}. Destroys the registration; idempotent.
     *
     * @param sshKeyId the id of the registered key, from {@link #list()}
     * @return the call
     * @see NoSuchSshKeyException
     */
    public Call<Ack> delete(long sshKeyId) {
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/ssh/{id}/", Args.id(sshKeyId, "sshKeyId"))
                .as(Shape.ack())
                .kind(VastKind.NAMES_SSH_KEY));
    }

    // An account without keys is answered with a 404 that says so; a 404 that says anything else is an error.
    private static boolean saysThereAreNone(@Nullable String detail) {
        return detail != null && detail.toLowerCase(Locale.ROOT).contains("no ssh keys found");
    }
}
