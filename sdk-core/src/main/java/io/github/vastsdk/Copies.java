package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NoSuchUserException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.CloudConnection;
import io.github.vastsdk.model.CopyStart;
import io.github.vastsdk.request.CloudCopy;
import io.github.vastsdk.request.CopyLocation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies between instances, volumes and clouds, and the cloud connections they use. */
@CheckReturnValue
public final class Copies {
    private static final List<String> HOME_OF_ROOT = List.of("root");

    private final Transport transport;

    Copies(Transport transport) {
        this.transport = transport;
    }

    /**
     * Copies between two places, at most one of which is on this machine.
     *
     * <p>Between remote places: {@code PUT /api/v0/commands/copy_direct/}. The service starts the copy and answers at
     * once; its progress shows in the status message of the instance, about 30 seconds late, and nothing tells that it
     * is complete. Virtual machines copy whole disks only.
     *
     * <p>Between an instance and this machine: {@code PUT /api/v0/commands/rsync/}. The service prepares the host and
     * names an address. <strong>Nothing is moved by this call</strong>: {@link CopyStart#rsync} describes the command
     * that does.
     *
     * <p>Traffic may be billed, and what is at the destination is overwritten. Not repeated once it may have arrived.
     *
     * @param source where to copy from
     * @param destination where to copy to; not {@code /} of an instance nor the home of root, where a copy ruins the
     *     permissions that SSH needs
     * @return the call
     * @throws IllegalArgumentException if both places are on this machine, if only one is and the other is not on an
     *     instance, or if the destination is {@code /} of an instance or the home of root
     * @see BadRequestException
     * @see NoSuchUserException if a place does not exist or belongs to someone else
     */
    public Call<CopyStart> copy(CopyLocation source, CopyLocation destination) {
        boolean local = source.isLocal() || destination.isLocal();
        if (local && !source.isInstance() && !destination.isInstance()) {
            throw new IllegalArgumentException(
                    "this machine copies with instances only, not from " + source + " to " + destination);
        }
        if (destination.isInstance() && isHome(destination.path())) {
            throw new IllegalArgumentException("copying to " + destination
                    + " ruins the permissions that SSH needs; choose another folder than / and the home of root");
        }
        return local
                ? transport.call(Operation.put(UNSAFE, "/api/v0/commands/rsync/")
                        .withBody(fromTo(source, destination))
                        .as(Shape.object(CopyStart.class)))
                : transport.call(Operation.put(UNSAFE, "/api/v0/commands/copy_direct/")
                        .withBody(fromTo(source, destination))
                        .as(Shape.object(CopyStart.class))
                        .every(3.5));
    }

    /**
     * Does what {@link #copy(CopyLocation, CopyLocation)} does.
     *
     * @param source where to copy from, such as {@code C.11824:/data}
     * @param destination where to copy to, such as {@code s3.101:/backup}
     * @return the call
     * @throws IllegalArgumentException if a text is no location, or the two do not go together
     */
    public Call<CopyStart> copy(String source, String destination) {
        return copy(CopyLocation.parse(source), CopyLocation.parse(destination));
    }

    /** This machine stands in it as null, which here says something and is sent. */
    private static Map<String, @Nullable Object> fromTo(CopyLocation source, CopyLocation destination) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("client_id", "me");
        body.put("src_id", source.isLocal() ? null : source.id());
        body.put("dst_id", destination.isLocal() ? null : destination.id());
        body.put("src_path", source.path());
        body.put("dst_path", destination.path());
        return body;
    }

    /** Paths of transfers start at the root, with or without a slash. */
    private static boolean isHome(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return names.isEmpty() || List.copyOf(names).equals(HOME_OF_ROOT);
    }

    /**
     * Cancels the running copies to a place.
     *
     * <p>{@code DELETE /api/v0/commands/copy_direct/}. What was copied so far stays; idempotent.
     *
     * @param destination where the copy ends, as it was started; its path is not sent, so every copy to that instance,
     *     volume or cloud is meant
     * @return the call
     * @throws IllegalArgumentException if the place is on this machine, where the rsync process is what to end
     * @see NoSuchUserException if the place does not exist or belongs to someone else
     */
    public Call<Ack> cancelCopy(CopyLocation destination) {
        if (destination.isLocal()) {
            throw new IllegalArgumentException("a copy to this machine ends with its rsync process: " + destination);
        }
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/commands/copy_direct/")
                .json("client_id", "me")
                .json("dst_id", Objects.requireNonNull(destination.id()))
                .as(Shape.ack())
                .every(3.5));
    }

    /**
     * Starts a copy between an instance and a cloud storage.
     *
     * <p>{@code POST /api/v0/commands/rclone/}. The service answers at once; the progress shows in the status message of
     * the instance. Traffic may be billed, and what is at the destination is overwritten. Not repeated once it may have
     * arrived.
     *
     * @param request what to copy where
     * @return the call
     * @see #connections()
     * @see BadRequestException
     */
    public Call<Ack> cloudCopy(CloudCopy request) {
        return transport.call(Operation.post(UNSAFE, "/api/v0/commands/rclone/")
                .withBody(request.body())
                .as(Shape.ack()));
    }

    /**
     * Cancels the running cloud copies of an instance. They cannot be resumed.
     *
     * <p>{@code DELETE /api/v0/commands/rclone/}. What was copied so far stays; idempotent.
     *
     * @param instanceId the id of the instance
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<Ack> cancelCloudCopy(long instanceId) {
        return transport.call(Operation.delete(IDEMPOTENT, "/api/v0/commands/rclone/")
                .json("client_id", "me")
                .json("dst_id", Args.id(instanceId, "instanceId"))
                .as(Shape.ack()));
    }

    /**
     * Lists the account's connections to cloud storages. They are made in the console.
     *
     * <p>{@code GET /api/v0/users/cloud_integrations/}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<CloudConnection>> connections() {
        return transport.call(Operation.get("/api/v0/users/cloud_integrations/")
                .as(Shape.list(CloudConnection.class))
                .every(2.9));
    }
}
