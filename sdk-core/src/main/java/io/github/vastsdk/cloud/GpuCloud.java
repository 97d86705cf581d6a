package io.github.vastsdk.cloud;

import io.github.vastsdk.Call;
import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.error.WrongInstanceException;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client seen as what every service has, for programs that manage instances of several:
 *
 * <pre>{@code
 * for (GpuCloud cloud : List.of(GpuCloud.of(vast), GpuCloud.of(thunder))) {
 *     for (RentedInstance instance : cloud.list().execute()) {
 *         cloud.ensureKey(instance.instanceId(), key).execute();
 *     }
 * }
 * }</pre>
 *
 * <p>It only hands on what the client's own methods do: calls are repeated, paced and observed as theirs are. What to
 * rent, and at which price, is too different to be said in common; rent with the client, and give the new id to the view.
 *
 * <p>Ids are opaque texts, as {@link RentedInstance#instanceId()} gives them. An address for SSH comes from
 * {@link RentedInstance#sshEndpoints()} and may change when an instance restarts: read the instance again before each
 * connection.
 *
 * <p>A view is immutable, safe to share between threads, and costs nothing to make. Close the client, not the view.
 */
@CheckReturnValue
public sealed interface GpuCloud permits VastCloud, ThunderCloud {
    /**
     * Makes a view of a client of Vast.ai.
     *
     * @param client the client, which the caller goes on to own
     * @return the view
     */
    static GpuCloud of(VastClient client) {
        return new VastCloud(Objects.requireNonNull(client, "client"));
    }

    /**
     * Makes a view of a client of Thunder Compute.
     *
     * @param client the client, which the caller goes on to own
     * @return the view
     */
    static GpuCloud of(ThunderClient client) {
        return new ThunderCloud(Objects.requireNonNull(client, "client"));
    }

    /**
     * Names the service, for people.
     *
     * @return such as {@code Vast.ai}
     */
    String name();

    /**
     * Tells what this service can that others cannot.
     *
     * @return the capabilities, unmodifiable
     */
    Set<CloudCapability> capabilities();

    /**
     * Lists all instances of the account. A new one may be missing for a while, and Thunder Compute may leave one out for
     * a moment: that the list lacks it does not prove that it is gone.
     *
     * <p>Vast.ai: {@code GET /api/v1/instances/}, page after page; the call's options hold for each page. Thunder Compute:
     * {@code GET /v1/instances/list}, once. Free; a read.
     *
     * @return the call; it gives the whole list, or fails
     */
    Call<Listing<RentedInstance>> list();

    /**
     * Finds an instance. A new one may be missing for a while. An answer that merely lacks it is not taken for an absence:
     * Vast.ai must say that there is no such instance, and of Thunder Compute two lists, 5 seconds apart, must lack it.
     *
     * <p>Vast.ai: {@code GET /api/v0/instances/{id}/}; if there is none, {@link Call#raw()} fails with a
     * {@link NoSuchInstanceException}. Thunder Compute: {@code GET /v1/instances/list}. Free; a read.
     *
     * @param instanceId the id of the instance
     * @return the call for the instance, or for nothing if there is none
     * @throws IllegalArgumentException if the service has no ids of that form
     */
    Call<Optional<RentedInstance>> find(String instanceId);

    /**
     * Ensures that the owner of a key can log in to an instance, and does nothing to one that has the key already. Do it
     * when the instance is ready; it may take a minute to have effect.
     *
     * <p>Vast.ai: {@code POST /api/v0/instances/{id}/ssh/}. Thunder Compute: {@code POST /v1/instances/{id}/add_key}. Free;
     * idempotent.
     *
     * @param instanceId the id of the instance
     * @param key the public key
     * @return the call; that it succeeds says that the service has the key for the instance, and whether it had it before
     *     no service says
     * @throws IllegalArgumentException if the service has no ids of that form
     * @see NoSuchInstanceException
     * @see WrongInstanceException
     * @see CloudCapability#DETACH_KEY
     */
    Call<Ack> ensureKey(String instanceId, SshPublicKey key);

    /**
     * Waits for instances, within limits that can be set.
     *
     * @return a waiter with the defaults of the service
     */
    CloudWaiter waiter();

    /**
     * Waits until an instance runs and can be used. Does what {@link CloudWaiter#untilReady(String)} does, with the
     * default limits.
     *
     * <p>Vast.ai: {@code GET /api/v1/instances/}. Thunder Compute: {@code GET /v1/instances/list}. Free; reads.
     *
     * @param instanceId the id of the instance
     * @return the wait for the instance
     * @throws IllegalArgumentException if the service has no ids of that form
     * @see InstanceFailedException
     * @see WaitTimedOutException
     */
    default Wait<RentedInstance> untilReady(String instanceId) {
        return waiter().untilReady(instanceId);
    }

    /**
     * Destroys an instance and all data on it, and waits until it is gone. <strong>This cannot be undone.</strong> Does
     * what {@link CloudWaiter#destroyAndVerify(String)} does, with the default limits.
     *
     * <p>Vast.ai: {@code DELETE /api/v0/instances/{id}/}. Thunder Compute: {@code POST /v1/instances/{id}/delete}. Then
     * reads of the list.
     *
     * @param instanceId the id of the instance
     * @return the wait
     * @throws IllegalArgumentException if the service has no ids of that form
     * @see DestroyUnverifiedException
     */
    default Wait<@Nullable Void> destroyAndVerify(String instanceId) {
        return waiter().destroyAndVerify(instanceId);
    }
}
