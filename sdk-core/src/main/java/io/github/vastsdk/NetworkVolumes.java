package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.READ;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.VastKind;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.CreatedVolume;
import io.github.vastsdk.model.VolumeOffer;
import io.github.vastsdk.query.Term;
import io.github.vastsdk.query.VolumeOfferQuery;
import io.github.vastsdk.request.VolumeTerms;
import org.jspecify.annotations.Nullable;

/**
 * Network volumes: storage that machines of one cluster share. By the accounts of its users the service withdrew them
 * from its market in July 2026; the operations remain. {@link Volumes#list()} shows those that are rented, and
 * {@link Volumes#delete(long)} deletes them.
 */
@CheckReturnValue
public final class NetworkVolumes {
    private final Transport transport;

    NetworkVolumes(Transport transport) {
        this.transport = transport;
    }

    /**
     * Searches the market for storage that can be rented as a network volume.
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
     * Searches the market for storage that can be rented as a network volume.
     *
     * <p>{@code POST /api/v0/network_volumes/search/}. Free; a read. Offers that contradict the query are left out and
     * counted.
     *
     * @param query which offers, and in which order
     * @return the call
     * @see BadRequestException
     */
    public Call<VolumeOfferListing> search(VolumeOfferQuery query) {
        return transport.call(Operation.post(READ, "/api/v0/network_volumes/search/")
                .withBody(query.toMap())
                .as(VolumeOfferListing.answering(query)));
    }

    /**
     * Rents a network volume. <strong>It costs money until it is deleted</strong>, used or not.
     *
     * <p>{@code PUT /api/v0/network_volumes/}. Not repeated once it may have arrived, since a second time rents a second
     * volume: after a failure that leaves it open, look into {@link Volumes#list()}.
     *
     * @param networkVolumeOfferId the id of the offer, from a search of network volumes; not of a volume, nor of a
     *     machine
     * @param sizeGb the size in GB, whole ones only; it cannot be changed later
     * @return the call
     * @throws IllegalArgumentException if the id or the size is not positive
     * @see OfferUnavailableException
     * @see InsufficientCreditException
     */
    public Call<CreatedVolume> create(long networkVolumeOfferId, int sizeGb) {
        return rent(networkVolumeOfferId, sizeGb, null);
    }

    /**
     * Rents a network volume with a name. <strong>It costs money until it is deleted</strong>, used or not.
     *
     * @param networkVolumeOfferId the id of the offer, from a search of network volumes; not of a volume, nor of a
     *     machine
     * @param sizeGb the size in GB, whole ones only; it cannot be changed later
     * @param name 1 to 64 letters A to Z in either case, digits and underscores
     * @return the call
     * @throws IllegalArgumentException if the id or the size is not positive, or the name has other characters
     * @see #create(long, int)
     */
    public Call<CreatedVolume> create(long networkVolumeOfferId, int sizeGb, String name) {
        return rent(networkVolumeOfferId, sizeGb, Args.volumeName(name));
    }

    private Call<CreatedVolume> rent(long networkVolumeOfferId, int sizeGb, @Nullable String name) {
        return transport.call(Operation.put(UNSAFE, "/api/v0/network_volumes/")
                .json("size", Args.id(sizeGb, "sizeGb"))
                .json("id", Args.id(networkVolumeOfferId, "networkVolumeOfferId"))
                .json("name", name)
                .as(Shape.object(CreatedVolume.class))
                .kind(VastKind.RENTS_OFFER));
    }

    /**
     * For hosts: offers storage of a network disk for volumes, or changes that offer.
     *
     * <p>{@code POST /api/v0/network_volumes/}. Idempotent: the terms replace those before.
     *
     * @param networkDiskId the id of the disk, from {@link NetworkDisks#list()}; not of a machine
     * @param terms how much, for how much, and until when
     * @return the call
     * @throws IllegalArgumentException if the id is not positive
     * @see BadRequestException
     */
    public Call<Ack> offer(long networkDiskId, VolumeTerms terms) {
        return transport.call(Operation.post(IDEMPOTENT, "/api/v0/network_volumes/")
                .json("disk_id", Args.id(networkDiskId, "networkDiskId"))
                .json("price_disk", terms.pricePerGbMonth())
                .json("size", terms.sizeGb())
                .json("end_date", terms.endDate())
                .as(Shape.ack()));
    }

    /**
     * For hosts: withdraws an offer of network storage.
     *
     * <p>{@code POST /api/v0/network_volumes/unlist/}. Idempotent in its effect.
     *
     * @param networkVolumeOfferId the id of the offer; not of a volume, nor of the disk
     * @return the call
     * @see BadRequestException
     */
    public Call<Ack> unlist(long networkVolumeOfferId) {
        return transport.call(Operation.post(IDEMPOTENT, "/api/v0/network_volumes/unlist/")
                .json("id", Args.id(networkVolumeOfferId, "networkVolumeOfferId"))
                .as(Shape.ack()));
    }
}
