package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;

import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.SshKeyReader;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceSshKey;
import io.github.vastsdk.request.ListInstances;
import io.github.vastsdk.ssh.SshPublicKey;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The account's instances: rented machines, running or stopped. */
@CheckReturnValue
public final class Instances {
    private final Transport transport;

    Instances(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists all instances by ascending id, 25 a page.
     *
     * @return the call; {@code execute()} gives one page, {@code all()} and {@code stream()} every instance
     * @see #list(ListInstances)
     */
    public PagedCall<Instance> list() {
        return list(request -> request.orderBy("id").limit(ListInstances.MAX_LIMIT));
    }

    /**
     * Lists the instances that a request describes.
     *
     * @param options sets filters, order, page size and columns; what stays unset is not sent
     * @return the call
     * @see #list(ListInstances)
     */
    public PagedCall<Instance> list(Consumer<ListInstances.Builder> options) {
        ListInstances.Builder builder = ListInstances.builder();
        options.accept(builder);
        return list(builder.build());
    }

    /**
     * Lists the instances that a request describes.
     *
     * <p>{@code GET /api/v1/instances/}, the one list that the service still supports. Free; a read.
     *
     * @param request which instances, in which order
     * @return the call; {@code execute()} gives one page, {@code all()} and {@code stream()} every matching instance
     */
    public PagedCall<Instance> list(ListInstances request) {
        return transport.paged(Operation.get("/api/v1/instances/")
                .query("select_filters", request.filtersJson())
                .query("order_by", request.orderJson())
                .query("limit", request.limit())
                .query("select_cols", request.columnsJson())
                .as(Shape.page(Instance.class, "instances"))
                .every(1.0));
    }

    /**
     * Shows one instance. To watch many, read the list: one request serves 25.
     *
     * <p>{@code GET /api/v0/instances/{id}/}. Free; a read. An instance that was created a moment ago may be missing for
     * a while.
     *
     * @param instanceId the id of the instance; not of the offer it came from, nor of the machine
     * @return the call
     * @see NoSuchInstanceException if there is no such instance, which the service also says with an empty 200
     */
    public Call<Instance> get(long instanceId) {
        return transport.call(Operation.get("/api/v0/instances/{id}/", Args.id(instanceId, "instanceId"))
                .query("owner", "me")
                .as(Shape.oneOf("instances", Instance.class, NoSuchInstanceException::new, ErrorCode.NO_SUCH_INSTANCE))
                .every(2.0));
    }

    /**
     * Lists the SSH keys that are on an instance.
     *
     * <p>{@code GET /api/v0/instances/{id}/ssh/}. Free; a read.
     *
     * @param instanceId the id of the instance
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<Listing<InstanceSshKey>> sshKeys(long instanceId) {
        return transport.call(Operation.get("/api/v0/instances/{id}/ssh/", Args.id(instanceId, "instanceId"))
                .as(Shape.tree(json -> Listing.of(SshKeyReader.readList(json)))));
    }

    /**
     * Puts a public key onto an instance, so that its owner can log in. On an instance that has just started this may
     * need a moment to take effect.
     *
     * <p>{@code POST /api/v0/instances/{id}/ssh/}. Free; idempotent.
     *
     * @param instanceId the id of the instance
     * @param key the public key
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<Ack> attachSshKey(long instanceId, SshPublicKey key) {
        return transport.call(
                Operation.post(IDEMPOTENT, "/api/v0/instances/{id}/ssh/", Args.id(instanceId, "instanceId"))
                        .json("ssh_key", key.toString())
                        .as(Shape.ack()));
    }

    /**
     * Does what {@link #attachSshKey(long, SshPublicKey)} does.
     *
     * @param instanceId the id of the instance
     * @param key the public key, as one line of OpenSSH text
     * @return the call
     * @throws IllegalArgumentException if the text is no public key; the message says what it is and does not repeat it
     */
    public Call<Ack> attachSshKey(long instanceId, String key) {
        return attachSshKey(instanceId, SshPublicKey.parse(key));
    }

    /**
     * Does what {@link #attachSshKey(long, SshPublicKey)} does.
     *
     * @param instanceId the id of the instance
     * @param publicKeyFile a {@code .pub} file
     * @return the call
     * @throws IllegalArgumentException if the file holds no public key
     */
    public Call<Ack> attachSshKey(long instanceId, Path publicKeyFile) {
        return attachSshKey(instanceId, SshPublicKey.fromFile(publicKeyFile));
    }

    /**
     * Takes a key off an instance. Sessions that are open stay open.
     *
     * <p>{@code DELETE /api/v0/instances/{id}/ssh/{ssh_key_id}/}. Idempotent in its effect: a second time says
     * {@code no_such_ssh_key}.
     *
     * @param instanceId the id of the instance
     * @param sshKeyId the id of the key, from {@link #sshKeys(long)}
     * @return the call
     * @see NoSuchSshKeyException
     * @see NoSuchInstanceException
     */
    public Call<Ack> detachSshKey(long instanceId, long sshKeyId) {
        return transport.call(Operation.delete(
                        IDEMPOTENT,
                        "/api/v0/instances/{id}/ssh/{ssh_key_id}/",
                        Args.id(instanceId, "instanceId"),
                        Args.id(sshKeyId, "sshKeyId"))
                .as(Shape.ack())
                .every(2.0));
    }
}
