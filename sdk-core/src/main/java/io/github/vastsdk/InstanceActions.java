package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.READ;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.OutputUnavailableException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.internal.FallbackCall;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.OutputTicket;
import io.github.vastsdk.internal.RetrySafety;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.internal.checks.Limits;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.InstanceFilter;
import io.github.vastsdk.model.InstanceOutput;
import io.github.vastsdk.model.StartOutcome;
import io.github.vastsdk.request.ReadLogs;
import io.github.vastsdk.request.TakeSnapshot;
import io.github.vastsdk.request.UpdateInstance;
import java.time.Duration;
import java.util.function.Consumer;

/** What can be done with an instance that exists: a part of {@link Instances}, whose file would be too long otherwise. */
@CheckReturnValue
abstract sealed class InstanceActions permits Instances {
    private static final String ONE = "/api/v0/instances/{id}/";
    private static final String SNAPSHOT = "/api/v0/instances/take_snapshot/{id}/";
    private static final int LABEL_CHARS = 1024;

    final Transport transport;

    InstanceActions(Transport transport) {
        this.transport = transport;
    }

    /**
     * Starts a stopped instance. <strong>The GPUs cost money from then on.</strong> If others use them by now, the service
     * puts the start into a queue and answers so: {@link StartOutcome#isQueued()}. <strong>A start in the queue may begin,
     * and cost, at any later time</strong>; {@link #stop(long)} takes it out again.
     *
     * <p>{@code PUT /api/v0/instances/{id}/} with the state alone; idempotent.
     *
     * @param instanceId the id of the instance
     * @return the call
     */
    public Call<StartOutcome> start(long instanceId) {
        return transport.call(BulkInstances.starting(put(ONE, instanceId)).every(1.0));
    }

    /**
     * Stops an instance, and takes a queued start out of the queue. Its data stays, and its storage goes on costing. The
     * GPUs are free for others then.
     *
     * <p>{@code PUT /api/v0/instances/{id}/} with the state alone; idempotent.
     *
     * @param instanceId the id of the instance
     * @return the call
     */
    public Call<Ack> stop(long instanceId) {
        return transport.call(
                put(ONE, instanceId).json("state", "stopped").as(Shape.ack()).every(1.0));
    }

    /**
     * Restarts the container; the instance keeps its GPUs.
     *
     * <p>{@code PUT /api/v0/instances/reboot/{id}/}. Not repeated once it may have arrived.
     *
     * @param instanceId the id of the instance
     * @return the call
     */
    public Call<Ack> reboot(long instanceId) {
        return transport.call(put(UNSAFE, "/api/v0/instances/reboot/{id}/", instanceId)
                .as(Shape.ack())
                .every(1.0));
    }

    /**
     * Makes the container anew from its image, pulled again. <strong>What was only in the container is lost.</strong> The
     * instance keeps its GPUs.
     *
     * <p>{@code PUT /api/v0/instances/recycle/{id}/}. Not repeated once it may have arrived.
     *
     * @param instanceId the id of the instance
     * @return the call
     */
    public Call<Ack> recycle(long instanceId) {
        return transport.call(put(UNSAFE, "/api/v0/instances/recycle/{id}/", instanceId)
                .as(Shape.ack())
                .every(1.0));
    }

    /**
     * Sets the label of an instance.
     *
     * <p>{@code PUT /api/v0/instances/{id}/} with the label alone. Free; idempotent.
     *
     * @param instanceId the id of the instance
     * @param label at most 1024 characters; an empty text takes the label away
     * @return the call
     * @throws IllegalArgumentException if the label is too long
     */
    public Call<Ack> label(long instanceId, String label) {
        return transport.call(put(ONE, instanceId)
                .json("label", Args.atMost(LABEL_CHARS, label, "label"))
                .as(Shape.ack())
                .every(1.0));
    }

    /**
     * Changes the template, image or settings of an instance where it is.
     *
     * <p>{@code PUT /api/v0/instances/update_template/{id}/}. Sends what is set and nothing else; idempotent.
     *
     * @param instanceId the id of the instance
     * @param changes sets what to change
     * @return the call
     */
    public Call<Ack> updateTemplate(long instanceId, Consumer<UpdateInstance.Builder> changes) {
        UpdateInstance.Builder builder = UpdateInstance.builder();
        changes.accept(builder);
        return updateTemplate(instanceId, builder.build());
    }

    /**
     * Does what {@link #updateTemplate(long, Consumer)} does.
     *
     * @param instanceId the id of the instance
     * @param request what to change
     * @return the call
     */
    public Call<Ack> updateTemplate(long instanceId, UpdateInstance request) {
        Operation<Void> update =
                put("/api/v0/instances/update_template/{id}/", instanceId).json("id", instanceId);
        for (var change : request.changes().entrySet()) {
            update = update.json(change.getKey(), change.getValue());
        }
        return transport.call(update.as(Shape.ack()));
    }

    /**
     * Lists which values occur among the account's instances, to choose filters from.
     *
     * <p>{@code GET /api/v0/instances/filters/}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<InstanceFilter>> filters() {
        return transport.call(
                Operation.get("/api/v0/instances/filters/").as(Shape.list(InstanceFilter.class, "filters")));
    }

    /**
     * Reads all logs of an instance's container.
     *
     * @param instanceId the id of the instance
     * @return the call
     * @see #logs(long, ReadLogs)
     */
    public Call<InstanceOutput> logs(long instanceId) {
        return logs(instanceId, ReadLogs.builder().build());
    }

    /**
     * Reads logs of an instance.
     *
     * @param instanceId the id of the instance
     * @param options sets how many lines, which of them, and how long to look for them
     * @return the call
     * @see #logs(long, ReadLogs)
     */
    public Call<InstanceOutput> logs(long instanceId, Consumer<ReadLogs.Builder> options) {
        ReadLogs.Builder builder = ReadLogs.builder();
        options.accept(builder);
        return logs(instanceId, builder.build());
    }

    /**
     * Reads logs of an instance. The service has the host put them to a storage, from where they are fetched as soon as
     * they are there, without the API key. They may be a little old, and there are none of an instance that was destroyed.
     *
     * <p>{@code PUT /api/v0/instances/request_logs/{id}/}, then {@code GET} of the address in its answer. Free; a read.
     * {@link Call#raw()} gives that answer and fetches nothing.
     *
     * @param instanceId the id of the instance
     * @param request which logs
     * @return the call
     * @see OutputUnavailableException if they do not appear in time
     */
    public Call<InstanceOutput> logs(long instanceId, ReadLogs request) {
        return transport.callForOutput(
                put(READ, "/api/v0/instances/request_logs/{id}/", instanceId)
                        .json(
                                "tail",
                                request.tail() == null ? null : request.tail().toString())
                        .json("filter", request.filter())
                        .json("daemon_logs", request.daemonLogs() ? "true" : null)
                        .as(Shape.tree(OutputTicket::read)),
                request.within());
    }

    /**
     * Does what {@link #executeConstrained(long, String, Duration)} does, and looks 60 seconds for the output.
     *
     * @param instanceId the id of the instance
     * @param command the command
     * @return the call
     */
    public Call<InstanceOutput> executeConstrained(long instanceId, String command) {
        return executeConstrained(instanceId, command, ReadLogs.DEFAULT_WITHIN);
    }

    /**
     * Runs {@code ls}, {@code rm} or {@code du} on the disk of an instance, above all of a stopped one. The service
     * refuses every other command, and shell characters; use SSH for those.
     *
     * <p>{@code PUT /api/v0/instances/command/{id}/}, then {@code GET} of the address in its answer, without the API key.
     * Free; {@code rm} destroys data. Not repeated once it may have arrived. {@link Call#raw()} runs the command too, and
     * does not fetch its output.
     *
     * @param instanceId the id of the instance
     * @param command the command, at most 512 characters
     * @param within how long to look for the output once the service has accepted the command; an attempt to fetch it
     *     that is under way at the end gets up to 15 seconds more
     * @return the call
     * @throws IllegalArgumentException if the command is blank or too long, or the duration is not positive
     * @see RejectedException if the service refuses the command
     * @see OutputUnavailableException if the output does not appear in time; the command was run all the same
     */
    public Call<InstanceOutput> executeConstrained(long instanceId, String command, Duration within) {
        return transport.callForOutput(
                put(UNSAFE, "/api/v0/instances/command/{id}/", instanceId)
                        .json("command", Limits.command(command))
                        .as(Shape.tree(OutputTicket::read))
                        .every(1.5),
                Args.positive(within, "within"));
    }

    /**
     * Stores the present state of an instance's container as an image in a registry. The service answers at once, and
     * nothing tells how far it is; the image gets a tag such as {@code instance_42_at_…}.
     *
     * <p>{@code POST /api/v0/instances/take_snapshot/{id}/}. Free of charge at the service; not repeated once it may have
     * arrived.
     *
     * @param instanceId the id of the instance
     * @param options sets repository, registry and login
     * @return the call
     */
    public Call<Ack> takeSnapshot(long instanceId, Consumer<TakeSnapshot.Builder> options) {
        TakeSnapshot.Builder builder = TakeSnapshot.builder();
        options.accept(builder);
        return takeSnapshot(instanceId, builder.build());
    }

    /**
     * Does what {@link #takeSnapshot(long, Consumer)} does.
     *
     * @param instanceId the id of the instance
     * @param request where the snapshot goes
     * @return the call
     */
    public Call<Ack> takeSnapshot(long instanceId, TakeSnapshot request) {
        Operation<Ack> snapshot = Operation.post(UNSAFE, SNAPSHOT, Args.id(instanceId, "instanceId"))
                .withBody(request.body())
                .as(Shape.ack());
        // The official client names the instance in the body too; the service has been seen to refuse that.
        return new FallbackCall<>(
                "POST " + SNAPSHOT,
                transport.call(snapshot.json("id", instanceId)),
                refused -> refused.status() == 400 ? transport.call(snapshot) : null);
    }

    private static Operation<Void> put(String template, long instanceId) {
        return put(IDEMPOTENT, template, instanceId);
    }

    private static Operation<Void> put(RetrySafety safety, String template, long instanceId) {
        return Operation.put(safety, template, Args.id(instanceId, "instanceId"));
    }
}
