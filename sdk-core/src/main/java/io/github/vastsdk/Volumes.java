package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.READ;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.NoSuchVolumeException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.VastKind;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.CreatedVolume;
import io.github.vastsdk.model.Volume;
import io.github.vastsdk.model.VolumeOffer;
import io.github.vastsdk.query.Term;
import io.github.vastsdk.query.VolumeOfferQuery;
import io.github.vastsdk.request.CloneVolume;
import io.github.vastsdk.request.VolumeKind;
import io.github.vastsdk.request.VolumeTerms;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Local volumes: storage on one machine that outlives an instance, and can be used by instances on the same machine.
 *
 * <p>Three kinds of ids must not be mixed up: a <em>volume offer</em> is what a search finds and what a volume is rented
 * from; a <em>volume</em> is what was rented; a <em>machine</em> holds both.
 */
@CheckReturnValue
public final class Volumes {
    private final Transport transport;

    Volumes(Transport transport) {
        this.transport = transport;
    }

    /**
     * Searches the market for storage that can be rented as a volume on one machine. To use it with an instance, search
     * for both on the same machine.
     *
     * @param terms conditions, all of which must hold, and orders, the first of which decides
     * @return the call
     * @throws IllegalArgumentException if a field has two conditions with the same operator
     * @see #search(VolumeOfferQuery)
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Call<VolumeOfferListing> search(Term<VolumeOffer>... terms) {
        return search(VolumeOfferQuery.of(terms));
    }

    /**
     * Searches the market for storage that can be rented as a volume on one machine.
     *
     * <p>{@code POST /api/v0/volumes/search/}. Free; a read. Offers that contradict the query are left out and counted.
     *
     * @param query which offers, and in which order
     * @return the call
     * @see BadRequestException
     */
    public Call<VolumeOfferListing> search(VolumeOfferQuery query) {
        return transport.call(Operation.post(READ, "/api/v0/volumes/search/")
                .withBody(query.toMap())
                .as(VolumeOfferListing.answering(query))
                .every(5.5));
    }

    /**
     * Lists all volumes of the account, network volumes included.
     *
     * @return the call
     * @see #list(VolumeKind)
     */
    public Call<Listing<Volume>> list() {
        return list(VolumeKind.ALL);
    }

    /**
     * Lists volumes of the account.
     *
     * <p>{@code GET /api/v0/volumes/}. Free; a read. There is no operation for a single volume.
     *
     * @param kind which volumes
     * @return the call
     */
    public Call<Listing<Volume>> list(VolumeKind kind) {
        return transport.call(Operation.get("/api/v0/volumes/")
                .query("owner", "me")
                .query("type", kind.wire())
                .as(Shape.list(Volume.class, "volumes"))
                .every(5.5));
    }

    /**
     * Rents a volume. <strong>It costs money until it is deleted</strong>, used or not.
     *
     * <p>{@code PUT /api/v0/volumes/}. Not repeated once it may have arrived, since a second time rents a second volume:
     * after a failure that leaves it open, look into {@link #list()}. The volume can be used when that shows it as
     * {@code available}.
     *
     * @param volumeOfferId the id of the offer, from a search of volumes; not of a volume, nor of a machine
     * @param sizeGb the size in GB, whole ones only; it cannot be changed later
     * @return the call
     * @throws IllegalArgumentException if the id or the size is not positive
     * @see OfferUnavailableException
     * @see InsufficientCreditException
     */
    public Call<CreatedVolume> create(long volumeOfferId, int sizeGb) {
        return rent(volumeOfferId, sizeGb, null);
    }

    /**
     * Rents a volume with a name. <strong>It costs money until it is deleted</strong>, used or not.
     *
     * @param volumeOfferId the id of the offer, from a search of volumes; not of a volume, nor of a machine
     * @param sizeGb the size in GB, whole ones only; it cannot be changed later
     * @param name 1 to 64 letters A to Z in either case, digits and underscores
     * @return the call
     * @throws IllegalArgumentException if the id or the size is not positive, or the name has other characters
     * @see #create(long, int)
     */
    public Call<CreatedVolume> create(long volumeOfferId, int sizeGb, String name) {
        return rent(volumeOfferId, sizeGb, Args.volumeName(name));
    }

    private Call<CreatedVolume> rent(long volumeOfferId, int sizeGb, @Nullable String name) {
        return transport.call(Operation.put(UNSAFE, "/api/v0/volumes/")
                .json("size", Args.id(sizeGb, "sizeGb"))
                .json("id", Args.id(volumeOfferId, "volumeOfferId"))
                .json("name", name)
                .as(Shape.object(CreatedVolume.class))
                .every(5.5)
                .kind(VastKind.RENTS_OFFER));
    }

    /**
     * Clones a volume with all data, into a new volume of the same size. <strong>It costs money until it is
     * deleted.</strong>
     *
     * @param volumeId the id of the volume to clone
     * @param volumeOfferId the id of the offer to rent the clone from; not of a volume, nor of a machine
     * @return the call
     * @throws IllegalArgumentException if an id is not positive
     * @see #clone(CloneVolume)
     */
    public Call<CreatedVolume> clone(long volumeId, long volumeOfferId) {
        return clone(volumeId, volumeOfferId, options -> {});
    }

    /**
     * Clones a volume with all data. <strong>It costs money until it is deleted.</strong>
     *
     * @param volumeId the id of the volume to clone
     * @param volumeOfferId the id of the offer to rent the clone from; not of a volume, nor of a machine
     * @param options sets size and compression; what stays unset is not sent
     * @return the call
     * @throws IllegalArgumentException if an id is not positive
     * @see #clone(CloneVolume)
     */
    public Call<CreatedVolume> clone(long volumeId, long volumeOfferId, Consumer<CloneVolume.Builder> options) {
        CloneVolume.Builder builder = CloneVolume.builder(volumeId, volumeOfferId);
        options.accept(builder);
        return clone(builder.build());
    }

    /**
     * Clones a volume with all data. <strong>It costs money until it is deleted.</strong>
     *
     * <p>{@code POST /api/v0/volumes/copy/}. Not repeated once it may have arrived, since a second time rents a second
     * volume.
     *
     * @param request what to clone where
     * @return the call
     * @see NoSuchVolumeException
     * @see OfferUnavailableException
     * @see InsufficientCreditException
     */
    public Call<CreatedVolume> clone(CloneVolume request) {
        return transport.call(Operation.post(UNSAFE, "/api/v0/volumes/copy/")
                .json("src_id", request.volumeId())
                .json("dst_id", request.volumeOfferId())
                .json("size", request.sizeGb())
                .json("disable_compression", request.isUncompressed() ? true : null)
                .as(Shape.object(CreatedVolume.class))
                .kind(VastKind.RENTS_OFFER));
    }

    /**
     * Deletes a volume and all data on it. <strong>This cannot be undone.</strong> Every instance that uses the volume
     * must be destroyed first, and the volume is released about half a minute after that.
     *
     * <p>{@code DELETE /api/v0/volumes/}. Ends the costs; idempotent in its effect: a second time says that there is no
     * such volume.
     *
     * @param volumeId the id of the volume; not of the offer it was rented from, nor of a machine
     * @return the call
     * @see NoSuchVolumeException
     * @see BadRequestException if an instance uses it
     */
    public Call<Ack> delete(long volumeId) {
        // The service documents the body, and its own client sends the query alone.
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/volumes/")
                .query("id", Args.id(volumeId, "volumeId"))
                .json("id", volumeId)
                .as(Shape.ack())
                .every(5.5));
    }

    /**
     * For hosts: offers storage of a machine for volumes, or changes that offer.
     *
     * <p>{@code POST /api/v0/volumes/}. Idempotent: the terms replace those before.
     *
     * @param machineId the id of the machine
     * @param terms how much, for how much, and until when
     * @return the call
     * @throws IllegalArgumentException if the id is not positive
     * @see BadRequestException
     */
    public Call<Ack> offer(long machineId, VolumeTerms terms) {
        return offerOf(Args.id(machineId, "machineId"), terms);
    }

    /**
     * For hosts: does what {@link #offer(long, VolumeTerms)} does, for several machines at once.
     *
     * @param machineIds the ids of the machines
     * @param terms how much of each, for how much, and until when
     * @return the call
     * @throws IllegalArgumentException if there is no machine, or an id is not positive
     * @see BadRequestException
     */
    public Call<Ack> offer(Collection<Long> machineIds, VolumeTerms terms) {
        return offerOf(Args.ids(machineIds, "machineIds"), terms);
    }

    private Call<Ack> offerOf(Object machines, VolumeTerms terms) {
        return transport.call(Operation.post(IDEMPOTENT, "/api/v0/volumes/")
                .json("machine", machines)
                .json("size", terms.sizeGb())
                .json("price_disk", terms.pricePerGbMonth())
                .json("end_date", terms.endDate())
                .as(Shape.ack()));
    }

    /**
     * For hosts: withdraws an offer of storage. Volumes rented from it stay, and while there are any the service may
     * refuse.
     *
     * <p>{@code POST /api/v0/volumes/unlist}. Idempotent in its effect: a second time says that the listing does not
     * exist.
     *
     * @param volumeOfferId the id of the offer; not of a volume, nor of the machine
     * @return the call
     * @see BadRequestException
     */
    public Call<Ack> unlist(long volumeOfferId) {
        return transport.call(Operation.post(IDEMPOTENT, "/api/v0/volumes/unlist")
                .json("id", Args.id(volumeOfferId, "volumeOfferId"))
                .as(Shape.ack())
                .every(5.0));
    }
}
