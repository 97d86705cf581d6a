package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.NetworkDisk;
import io.github.vastsdk.model.NetworkDiskCluster;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** For hosts: the disks behind network volumes. */
@CheckReturnValue
public final class NetworkDisks {
    private final Transport transport;

    NetworkDisks(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the host's clusters, each with its disks and with where its machines have them mounted.
     *
     * <p>{@code GET /api/v0/network_disk/}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<NetworkDiskCluster>> list() {
        return transport.call(Operation.get("/api/v0/network_disk/").as(Shape.list(NetworkDiskCluster.class, "data")));
    }

    /**
     * Adds a disk that machines of a cluster share.
     *
     * <p>{@code POST /api/v0/network_disk/}. Free; not repeated once it may have arrived, since a second time adds a
     * second disk.
     *
     * @param machineIds the ids of the machines; all of one cluster
     * @param mountPoint where every one of them has the disk mounted
     * @return the call; its answer names the disk
     * @throws IllegalArgumentException if there is no machine, or an argument cannot be right
     * @see BadRequestException
     */
    public Call<NetworkDisk> add(Collection<Long> machineIds, String mountPoint) {
        return add(null, machineIds, mountPoint);
    }

    /**
     * Adds machines of the cluster to those that share a disk.
     *
     * <p>{@code POST /api/v0/network_disk/}. Free; not repeated once it may have arrived.
     *
     * @param networkDiskId the id of the disk
     * @param machineIds the ids of the machines; all of one cluster
     * @param mountPoint where every one of them has the disk mounted
     * @return the call
     * @throws IllegalArgumentException if there is no machine, or an argument cannot be right
     * @see BadRequestException
     */
    public Call<NetworkDisk> addMachines(long networkDiskId, Collection<Long> machineIds, String mountPoint) {
        return add(Args.id(networkDiskId, "networkDiskId"), machineIds, mountPoint);
    }

    private Call<NetworkDisk> add(@Nullable Long networkDiskId, Collection<Long> machineIds, String mountPoint) {
        return transport.call(Operation.post(UNSAFE, "/api/v0/network_disk/")
                .json("machines", Args.ids(machineIds, "machineIds"))
                .json("mount_point", Args.notBlank(mountPoint, "mountPoint"))
                .json("disk_id", networkDiskId)
                .as(Shape.object(NetworkDisk.class)));
    }
}
