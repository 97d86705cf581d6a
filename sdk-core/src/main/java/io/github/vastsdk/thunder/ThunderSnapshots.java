package io.github.vastsdk.thunder;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.Call;
import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import java.util.Optional;

/**
 * Snapshots of instances at Thunder Compute, from which instances can be created: their name goes where a template's
 * would. An instance cannot be stopped; a snapshot, then deleting the instance, takes the place of that.
 */
@CheckReturnValue
public final class ThunderSnapshots {
    private static final Operation<Listing<ThunderSnapshot>> LIST =
            Operation.get("/v1/snapshots/list").as(ThunderShapes.snapshots());

    private final Transport transport;

    ThunderSnapshots(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the snapshots.
     *
     * <p>{@code GET /v1/snapshots/list}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<ThunderSnapshot>> list() {
        return transport.call(LIST);
    }

    /**
     * Finds a snapshot by its name, which is unique. If the list lacks it, the call reads the list once more, 5 seconds
     * later.
     *
     * <p>{@code GET /v1/snapshots/list}. Free; a read.
     *
     * @param name the name
     * @return the call for the snapshot, or for nothing if there is none
     */
    public Call<Optional<ThunderSnapshot>> find(String name) {
        Args.notBlank(name, "name");
        return transport.callToFind(
                LIST,
                list -> list.stream().filter(row -> name.equals(row.name())).findFirst());
    }

    /**
     * Takes a snapshot of an instance that runs. <strong>It may cost money</strong> until it is deleted. It is
     * ready when the list says so. The service's guide says that the instance may be deleted as soon as the snapshot is
     * under way; to wait until it is ready is safer, for it may fail.
     *
     * <p>{@code POST /v1/snapshots/create}. Not repeated once it may have arrived: after a {@link TransportException},
     * {@link ServerException} or {@link ResponseFormatException} look for the {@link #find(String) name}, which may
     * take a minute to be listed.
     *
     * @param instanceUuid the uuid of the instance
     * @param name what to call it; no other snapshot may have the name
     * @return the call
     */
    public Call<CreatedThunderSnapshot> create(String instanceUuid, String name) {
        return transport.call(Operation.post(UNSAFE, "/v1/snapshots/create")
                .json("instanceId", Args.notBlank(instanceUuid, "instanceUuid"))
                .json("name", Args.notBlank(name, "name"))
                .as(ThunderShapes.snapshotCreated()));
    }

    /**
     * Deletes a snapshot. <strong>This cannot be undone.</strong>
     *
     * <p>{@code DELETE /v1/snapshots/{id}}. Idempotent: a second time may say that there is no such snapshot.
     *
     * @param snapshotId the id of the snapshot, from {@link #list()}
     * @return the call
     * @see NotFoundException
     */
    public Call<Ack> delete(String snapshotId) {
        return transport.call(
                Operation.delete(IDEMPOTENT, "/v1/snapshots/{id}", Args.notBlank(snapshotId, "snapshotId"))
                        .withBody(null)
                        .as(ThunderShapes.deleted()));
    }
}
