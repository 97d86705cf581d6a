package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.RentalForm;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.SshKeyReader;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.VastKind;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.internal.watch.vast.VastWaiter;
import io.github.vastsdk.launch.InstanceWaiter;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.CreatedInstance;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceSshKey;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.OfferType;
import io.github.vastsdk.request.CreateInstance;
import io.github.vastsdk.request.ListInstances;
import io.github.vastsdk.ssh.SshPublicKey;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account's instances: rented machines, running or stopped. Whatever names an instance may fail with a
 * {@link NoSuchInstanceException}.
 */
@CheckReturnValue
public final class Instances extends InstanceActions {
    private static final Shape<CreatedInstance> CREATED = Shape.objectWith("new_contract", CreatedInstance.class);

    private final BulkInstances bulk;
    private final InstancePricing pricing;
    private final InstanceWaiter waiter;

    Instances(Transport transport) {
        super(transport);
        this.bulk = new BulkInstances(transport);
        this.pricing = new InstancePricing(transport);
        this.waiter = VastWaiter.of(transport.timer(), new ListedInstances(this), transport::atClose);
    }

    /**
     * The operations that take many instances at once.
     *
     * @return the resource
     */
    public BulkInstances bulk() {
        return bulk;
    }

    /**
     * What instances cost: bids, prepayment, deposits and price increases.
     *
     * @return the resource
     */
    public InstancePricing pricing() {
        return pricing;
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
     * Rents an offer. <strong>Costs money from now on</strong>, until the instance is destroyed.
     *
     * <p>{@code PUT /api/v0/asks/{id}/}. Not repeated once it may have arrived, since a second time may rent a second
     * instance: after a {@link TransportException}, {@link CallCancelledException}, {@link ServerException} or
     * {@link ResponseFormatException} look for the label before renting again. Even a refusal may leave an instance
     * behind, see {@link ApiException#newContract()}.
     *
     * <p>An offer is rented at its asked price unless the request names a bid, also one that a search for
     * {@link OfferType#INTERRUPTIBLE} found, whose price there is the smallest bid.
     *
     * @param offerId the id of the offer; not of an instance, nor of the machine
     * @param request what to create
     * @return the call
     * @see OfferUnavailableException
     * @see InsufficientCreditException
     */
    public Call<CreatedInstance> create(long offerId, CreateInstance request) {
        return transport.call(Operation.put(UNSAFE, "/api/v0/asks/{id}/", Args.id(offerId, "offerId"))
                .withBody(request.body())
                .as(CREATED)
                .every(4.5)
                .kind(VastKind.RENTS_OFFER));
    }

    /**
     * Does what {@link #create(long, CreateInstance)} does. <strong>Costs money.</strong>
     *
     * @param offerId the id of the offer; not of an instance, nor of the machine
     * @param options sets image or template, disk, label, price and much else
     * @return the call
     */
    public Call<CreatedInstance> create(long offerId, Consumer<CreateInstance.Builder> options) {
        return create(offerId, CreateInstance.of(options));
    }

    /**
     * Searches, and rents the first offer found <strong>unseen</strong>, although the service does not apply every
     * condition that it accepts. <strong>Costs money from now on</strong>, until the instance is destroyed.
     *
     * <p>{@code PUT /api/v0/launch_instance/}, not documented: sent as the official client sends it, so that
     * {@code cancel_unavail} is false unless set. Prices are compared with the disk of the request. Not repeated once it
     * may have arrived, see {@link #create(long, CreateInstance)}. Nothing tells that the service would take a bid here,
     * and without one it rents at the asked price, which a query for {@link OfferType#INTERRUPTIBLE} neither shows nor
     * limits: search and {@link #create(long, CreateInstance) create} instead.
     *
     * @param query which offers will do, among them those with room for the disk, and which comes first
     * @param request what to create
     * @return the call
     * @throws IllegalArgumentException if the request names a bid, which might be passed over in silence
     * @see OfferUnavailableException
     */
    public Call<CreatedInstance> launch(OfferQuery query, CreateInstance request) {
        if (request.bidPrice() != null) {
            throw new IllegalArgumentException("launch is not known to take a bid; search, and create with the bid");
        }
        return transport.call(Operation.put(UNSAFE, "/api/v0/launch_instance/")
                .withBody(RentalForm.launch(request.body()))
                .json("q", query.storageGb(request.diskGb()).toMap())
                .as(CREATED)
                .every(5)
                .kind(VastKind.RENTS_OFFER));
    }

    /**
     * Does what {@link #launch(OfferQuery, CreateInstance)} does. <strong>Costs money.</strong>
     *
     * @param query which offers will do, and which comes first
     * @param options sets image or template, disk, label, price and much else
     * @return the call
     */
    public Call<CreatedInstance> launch(OfferQuery query, Consumer<CreateInstance.Builder> options) {
        return launch(query, CreateInstance.of(options));
    }

    /**
     * Destroys an instance and all data on it. <strong>This cannot be undone.</strong> The service carries it out a little
     * later, and instances have come back after it.
     *
     * <p>{@code DELETE /api/v0/instances/{id}/}. Ends the costs; idempotent in its effect: a second time says that there
     * is no such instance.
     *
     * @param instanceId the id of the instance; not of the offer it came from, nor of the machine
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<Ack> destroy(long instanceId) {
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/instances/{id}/", Args.id(instanceId, "instanceId"))
                .as(Shape.ack())
                .every(3.0));
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

    /**
     * Waits until instances run, are stopped or are gone. All waits of this client share one poll of the list.
     *
     * @return a waiter with the default limits
     */
    public InstanceWaiter waiter() {
        return waiter;
    }

    /**
     * Destroys an instance and all data on it, and waits until it is gone. <strong>This cannot be undone.</strong> Does
     * what {@link InstanceWaiter#destroyAndVerify(long)} does, with the default limits.
     *
     * @param instanceId the id of the instance; not of the offer it came from, nor of the machine
     * @return the wait
     * @see DestroyUnverifiedException
     */
    public Wait<@Nullable Void> destroyAndVerify(long instanceId) {
        return waiter.destroyAndVerify(instanceId);
    }
}
