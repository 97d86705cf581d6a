package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.IncompleteBulkException;
import io.github.vastsdk.internal.ChunkedCall;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.RentalForm;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.VastKind;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.BulkCreated;
import io.github.vastsdk.model.StartOutcome;
import io.github.vastsdk.request.CreateInstance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many instances in one request. Up to 64 ids go into one; more make several requests, one after the other, to each of
 * which the options of the call apply. The first that fails ends the call with an {@link IncompleteBulkException}, which
 * tells what was done, what was not, and what is uncertain. Cancelling a future loses that knowledge; interrupting
 * {@code execute()} does not. An id that is given twice counts once. Without ids nothing is sent.
 */
@CheckReturnValue
public final class BulkInstances {
    private static final String ASKS = "/api/v0/asks/bulk/";
    private static final String ALL = "/api/v0/instances/";

    private final Transport transport;

    BulkInstances(Transport transport) {
        this.transport = transport;
    }

    /**
     * Rents many offers with the same request. <strong>Each costs money from now on</strong>, until its instance is
     * destroyed.
     *
     * @param offerIds the ids of the offers; not of instances, nor of machines
     * @param options sets image or template, disk, label, price and much else
     * @return the call
     * @throws IllegalArgumentException if the options contradict each other, or an id is not positive
     * @see #create(Collection, CreateInstance)
     */
    public Call<BulkCreated> create(Collection<Long> offerIds, Consumer<CreateInstance.Builder> options) {
        return create(offerIds, CreateInstance.of(options));
    }

    /**
     * Rents many offers with the same request. <strong>Each costs money from now on</strong>, until its instance is
     * destroyed. The service does not document what it answers, so give the instances a label and list them by it.
     *
     * <p>{@code POST /api/v0/asks/bulk/}, sent as the official client sends it, so that {@code cancel_unavail} is false
     * unless set. Not repeated once it may have arrived, since a second time may rent again. Even a refusal may leave
     * instances behind, see {@link ApiException#newContract()}.
     *
     * @param offerIds the ids of the offers; not of instances, nor of machines
     * @param request what to create from each
     * @return the call
     * @throws IllegalArgumentException if an id is not positive
     * @see IncompleteBulkException when more than 64 offers needed several requests and one of them failed
     */
    public Call<BulkCreated> create(Collection<Long> offerIds, CreateInstance request) {
        return ChunkedCall.of(
                "POST " + ASKS,
                offerIds,
                "offerIds",
                ids -> transport.call(Operation.post(UNSAFE, ASKS)
                        .withBody(RentalForm.bulk(request.body()))
                        .json("ids", ids)
                        .as(Shape.tree(BulkCreated::of))
                        .kind(VastKind.RENTS_OFFER)),
                BulkCreated::ofAll);
    }

    /**
     * Starts many instances. <strong>The GPUs cost money from then on</strong>, also those of an instance whose start the
     * service puts into a queue, as soon as they are free. An answer does not tell instances apart.
     *
     * <p>{@code PUT /api/v0/instances/} for each 64 ids; idempotent.
     *
     * @param instanceIds the ids of the instances; for none, nothing is sent
     * @return the call; it gives the answer to each request
     * @throws IllegalArgumentException if an id is not positive
     * @see IncompleteBulkException when there were several requests and one of them failed
     */
    public Call<Listing<StartOutcome>> start(Collection<Long> instanceIds) {
        return each("PUT", instanceIds, ids -> starting(Operation.put(IDEMPOTENT, ALL))
                .json("ids", ids));
    }

    /**
     * Stops many instances, and takes queued starts out of the queue. Their data stays, and their storage goes on costing.
     *
     * <p>{@code PUT /api/v0/instances/} for each 64 ids; idempotent.
     *
     * @param instanceIds the ids of the instances; for none, nothing is sent
     * @return the call; it gives the answer to each request
     * @throws IllegalArgumentException if an id is not positive
     * @see IncompleteBulkException when there were several requests and one of them failed
     */
    public Call<Listing<Ack>> stop(Collection<Long> instanceIds) {
        return each("PUT", instanceIds, ids -> Operation.put(IDEMPOTENT, ALL)
                .json("state", "stopped")
                .json("ids", ids)
                .as(Shape.ack()));
    }

    /**
     * Destroys many instances and all data on them. <strong>This cannot be undone.</strong> The service carries it out a
     * little later, and instances have come back after it.
     *
     * <p>{@code DELETE /api/v0/instances/} for each 64 ids; idempotent in its effect.
     *
     * @param instanceIds the ids of the instances; for none, nothing is sent
     * @return the call; it gives the answer to each request
     * @throws IllegalArgumentException if an id is not positive
     * @see IncompleteBulkException when there were several requests and one of them failed
     */
    public Call<Listing<Ack>> destroy(Collection<Long> instanceIds) {
        return each("DELETE", instanceIds, ids -> Operation.delete(IDEMPOTENT, ALL)
                .json("instance_ids", ids)
                .as(Shape.ack()));
    }

    private <T> Call<Listing<T>> each(
            String method, Collection<Long> instanceIds, Function<List<Long>, Operation<T>> request) {
        return ChunkedCall.of(
                method + " " + ALL, instanceIds, "instanceIds", ids -> transport.call(request.apply(ids)), Listing::of);
    }

    /** Asks for a start, which the service may refuse only to do it later. */
    static Operation<StartOutcome> starting(Operation<Void> request) {
        return request.json("state", "running")
                .as(Shape.object(StartOutcome.class))
                .recover(refused -> refused.status() < 500 ? queued(refused.detail()) : null);
    }

    private static @Nullable StartOutcome queued(@Nullable String words) {
        StartOutcome outcome = new StartOutcome(false, words, Map.of());
        return outcome.isQueued() ? outcome : null;
    }
}
