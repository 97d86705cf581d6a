package io.github.vastsdk.thunder;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.NEVER;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.Call;
import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Secret;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.error.WrongInstanceException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account's instances at Thunder Compute.
 *
 * <p>The service addresses an instance by its index in the list, which changes when others come and go. The calls here
 * take the durable uuid instead: <strong>before each attempt the list is read, and the index of that moment is
 * used</strong>; where the answer says which instance it is about, that is compared, and another one is a
 * {@link WrongInstanceException}. If an attempt that got no answer is repeated by another index, it may have changed
 * another instance; a line is logged at WARN then. Only if two lists, 5 seconds apart, lack the uuid, the call ends with
 * a {@link NoSuchInstanceException}; if its {@code attempts()} are 0, nothing but the reads was sent. Of an instance that
 * was just created this proves nothing: lists may lack it for longer. An index that is not in use any more leads to
 * another attempt, or to a plain {@link NotFoundException} if there may be none; <strong>that says nothing about the
 * instance.</strong> What such a call shows of itself ({@code toString()}, {@code toCurl()}, messages) holds the uuid in
 * place of the index.
 *
 * <p>So that the calls of one client do not move indexes under each other, a {@link #delete} has the index all to
 * itself, from its look-up to its answer, and a {@link #create} does not run beside calls that go by one; they wait for
 * each other, within their deadlines. While an instance in front is being deleted, the index is about to move, and a call
 * looks again every 2 seconds, for half a minute at most. Calls of other clients and processes are not held back.
 */
@CheckReturnValue
public final class ThunderInstances {
    private final Transport transport;
    private final InstanceLocator locator;
    private final ThunderWaiter waiter;

    ThunderInstances(Transport transport) {
        this.transport = transport;
        this.locator = new InstanceLocator(transport);
        this.waiter = PolledThunderWaiter.of(transport.timer(), new ListedThunderInstances(this), transport::atClose);
    }

    /**
     * Lists the instances in the order of their index. The list lags behind: a new instance may be missing for a while,
     * and one that exists may be missing for a moment.
     *
     * <p>{@code GET /v1/instances/list}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<ThunderInstance>> list() {
        return transport.call(InstanceLocator.list(ThunderShapes.instances()));
    }

    /**
     * Finds an instance by its uuid. If the list lacks it, the call reads the list once more, 5 seconds later. An
     * instance that was just created may be missing for longer.
     *
     * <p>{@code GET /v1/instances/list}. Free; a read.
     *
     * @param uuid the uuid of the instance
     * @return the call for the instance, or for nothing if there is none
     */
    public Call<Optional<ThunderInstance>> find(String uuid) {
        return locator.find(Args.notBlank(uuid, "uuid"));
    }

    /**
     * Finds an instance by its name, as {@link #find(String)} does. Nothing says that names are unique.
     *
     * @param name the name
     * @return the call for the instance, or for nothing if there is none; its execution fails with an
     *     {@link IllegalStateException} if several have that name
     */
    public Call<Optional<ThunderInstance>> findByName(String name) {
        Args.notBlank(name, "name");
        return locator.find(list -> {
            List<ThunderInstance> named =
                    list.stream().filter(row -> name.equals(row.name())).toList();
            if (named.size() > 1) {
                throw new IllegalStateException(named.size() + " instances have the name " + name);
            }
            return named.stream().findFirst();
        });
    }

    /**
     * Finds the instance that has an index at this moment, as {@link #find(String)} does. <strong>The index may be that
     * of another instance a moment later</strong>: keep the uuid.
     *
     * @param index the index, zero or more
     * @return the call for the instance, or for nothing if there is none
     */
    public Call<Optional<ThunderInstance>> findByIndex(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative: " + index);
        }
        String id = String.valueOf(index);
        return locator.find(
                list -> list.stream().filter(row -> id.equals(row.id())).findFirst());
    }

    /**
     * Rents an instance. <strong>Costs money from now on</strong>, until the instance is deleted.
     *
     * <p>{@code POST /v1/instances/create}. Not repeated once it may have arrived, since a second time rents a second
     * instance: after a {@link TransportException}, {@link CallCancelledException}, {@link ServerException},
     * {@link ResponseFormatException} or {@link RejectedException} compare the list with an earlier one before renting
     * again, for instances have no name of the caller's choice. Save the {@link CreatedThunderInstance#uuid()} before
     * anything else.
     *
     * @param request what to rent
     * @return the call
     * @see BadRequestException
     */
    public Call<CreatedThunderInstance> create(CreateThunderInstance request) {
        return transport.call(locator.adding(Operation.post(UNSAFE, "/v1/instances/create")
                .withBody(request.body())
                .as(ThunderShapes.created())));
    }

    /**
     * Does what {@link #create(CreateThunderInstance)} does. <strong>Costs money.</strong>
     *
     * @param options sets template, GPUs, processors, disk and public key
     * @return the call
     */
    public Call<CreatedThunderInstance> create(Consumer<CreateThunderInstance.Builder> options) {
        return create(CreateThunderInstance.of(options));
    }

    /**
     * Changes GPUs, processors or disk of an instance that runs, <strong>and so its price</strong>. The instance
     * restarts; the list may show the old values for a while after that. A disk only grows.
     *
     * <p>{@code POST /v1/instances/{id}/modify}. Not repeated once it may have arrived, since a second time may restart
     * the instance again.
     *
     * @param uuid the uuid of the instance
     * @param change what to change; the rest stays
     * @return the call
     * @see ConflictException if the instance does not run
     * @see NoSuchInstanceException
     */
    public Call<ModifiedThunderInstance> modify(String uuid, ModifyThunderInstance change) {
        return transport.call(locator.at(
                uuid,
                Operation.post(UNSAFE, "/v1/instances/{id}/modify", Args.notBlank(uuid, "uuid"))
                        .withBody(change.body())
                        .as(Shape.about("instance_name", uuid, ThunderShapes::modified))));
    }

    /**
     * Does what {@link #modify(String, ModifyThunderInstance)} does.
     *
     * @param uuid the uuid of the instance
     * @param options sets what to change
     * @return the call
     */
    public Call<ModifiedThunderInstance> modify(String uuid, Consumer<ModifyThunderInstance.Builder> options) {
        return modify(uuid, ModifyThunderInstance.of(options));
    }

    /**
     * Opens and closes HTTP ports of an instance; {@link ThunderInstance#httpUrl(int)} tells the address of one.
     *
     * <p>{@code PATCH /v1/instances/{id}/ports}, idempotent; or, if the request says so, the older form
     * {@code POST /v1/instances/{id}/modify}, which is not repeated once it may have arrived. One form is never tried
     * in place of the other.
     *
     * @param uuid the uuid of the instance
     * @param change which ports to open and to close
     * @return the call
     * @see BadRequestException with code {@code unsupported_instance_version} for an instance of an older kind
     * @see NoSuchInstanceException
     */
    public Call<ModifiedThunderInstance> updatePorts(String uuid, UpdateThunderPorts change) {
        Operation<Void> form = change.isViaModify()
                ? Operation.post(UNSAFE, "/v1/instances/{id}/modify", Args.notBlank(uuid, "uuid"))
                : Operation.patch(IDEMPOTENT, "/v1/instances/{id}/ports", Args.notBlank(uuid, "uuid"));
        return transport.call(locator.at(
                uuid, form.withBody(change.body()).as(Shape.about("instance_name", uuid, ThunderShapes::modified))));
    }

    /**
     * Does what {@link #updatePorts(String, UpdateThunderPorts)} does.
     *
     * @param uuid the uuid of the instance
     * @param options sets which ports to open and to close
     * @return the call
     */
    public Call<ModifiedThunderInstance> updatePorts(String uuid, Consumer<UpdateThunderPorts.Builder> options) {
        return updatePorts(uuid, UpdateThunderPorts.of(options));
    }

    /**
     * Deletes an instance and all data on it. <strong>This cannot be undone.</strong> The service carries it out a
     * little later; {@link #destroyAndVerify(String)} waits for that.
     *
     * <p>{@code POST /v1/instances/{id}/delete}. Idempotent in its effect, and repeated only after the index was looked
     * up again: a second time says that there is no such instance. <strong>The answer does not say which instance it is
     * about</strong>: that one moved in the moment between the last look-up and the call cannot be told. This client's
     * own calls do not come between; another client's may.
     *
     * @param uuid the uuid of the instance
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<Ack> delete(String uuid) {
        return transport.call(locator.removing(
                uuid,
                Operation.post(IDEMPOTENT, "/v1/instances/{id}/delete", Args.notBlank(uuid, "uuid"))
                        .withBody(null)
                        .as(ThunderShapes.deleted())));
    }

    /**
     * Puts a public key onto an instance, so that its owner can log in; that it is there already is no error. It may
     * take a minute to have effect, and the service has no call that takes a key off again.
     *
     * <p>{@code POST /v1/instances/{id}/add_key}. Idempotent.
     *
     * @param uuid the uuid of the instance
     * @param key the public key
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<ThunderKeyAdded> addKey(String uuid, SshPublicKey key) {
        return transport.call(locator.at(
                uuid,
                Operation.post(IDEMPOTENT, "/v1/instances/{id}/add_key", Args.notBlank(uuid, "uuid"))
                        .json("public_key", key.toString())
                        .as(Shape.about("uuid", uuid, ThunderShapes::keyAdded))));
    }

    /**
     * Does what {@link #addKey(String, SshPublicKey)} does.
     *
     * @param uuid the uuid of the instance
     * @param key the public key, as one line of OpenSSH text
     * @return the call
     * @throws IllegalArgumentException if the text is no public key; the message says what it is and does not repeat it
     */
    public Call<ThunderKeyAdded> addKey(String uuid, String key) {
        return addKey(uuid, SshPublicKey.parse(key));
    }

    /**
     * Does what {@link #addKey(String, SshPublicKey)} does.
     *
     * @param uuid the uuid of the instance
     * @param publicKeyFile a {@code .pub} file
     * @return the call
     * @throws IllegalArgumentException if the file holds no public key
     */
    public Call<ThunderKeyAdded> addKey(String uuid, Path publicKeyFile) {
        return addKey(uuid, SshPublicKey.fromFile(publicKeyFile));
    }

    /**
     * Lets the service make a key pair, put the public half onto an instance, and hand out the private half.
     * <strong>It does so only this once</strong>: {@link Secret#writeTo(Path)} puts it into a file. To make a pair with
     * {@link SshKeyPair#generateEd25519(String)} and to {@link #addKey(String, SshPublicKey) add} its public half is
     * safer: the private half then never travels.
     *
     * <p>{@code POST /v1/instances/{id}/add_key} without a key. Never repeated, since each time makes another pair: if
     * the answer is lost, or is about another instance, so is its private key, and its public half stays on the
     * instance.
     *
     * @param uuid the uuid of the instance
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<ThunderGeneratedKey> generateKey(String uuid) {
        return transport.call(locator.at(
                uuid,
                Operation.post(NEVER, "/v1/instances/{id}/add_key", Args.notBlank(uuid, "uuid"))
                        .as(Shape.about("uuid", uuid, ThunderShapes::generatedKey))));
    }

    /**
     * Waits until instances run or are gone. All waits of this client share one poll of the list.
     *
     * @return a waiter with the default limits
     */
    public ThunderWaiter waiter() {
        return waiter;
    }

    /**
     * Deletes an instance and all data on it, and waits until it is gone. <strong>This cannot be undone.</strong> Does
     * what {@link ThunderWaiter#destroyAndVerify(String)} does, with the default limits.
     *
     * @param uuid the uuid of the instance
     * @return the wait
     * @see DestroyUnverifiedException
     */
    public Wait<@Nullable Void> destroyAndVerify(String uuid) {
        return waiter.destroyAndVerify(uuid);
    }
}
