package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.ScheduledJobExistsException;
import io.github.vastsdk.internal.FallbackCall;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.RetrySafety;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.VastKind;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.ScheduledJob;
import io.github.vastsdk.request.Schedule;
import io.github.vastsdk.request.ScheduledAction;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Jobs that the service runs at set times. Making one runs nothing at once. */
@CheckReturnValue
public final class ScheduledJobs {
    private static final String PATH = "/api/v0/commands/schedule_job/";
    private static final String ONE = "/api/v0/commands/schedule_job/{id}/";

    private final Transport transport;

    ScheduledJobs(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the jobs.
     *
     * <p>{@code GET /api/v0/commands/schedule_job/}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<ScheduledJob>> list() {
        return transport.call(Operation.get(PATH).as(Shape.list(ScheduledJob.class)));
    }

    /**
     * Creates a job. Nothing happens to the instance before its time.
     *
     * <p>{@code POST /api/v0/commands/schedule_job/}. Not repeated once it may have arrived. Free, but the action may cost
     * or destroy each time.
     *
     * @param action what to do to which instance
     * @param schedule when
     * @return the call
     * @see ScheduledJobExistsException when a job does this already; it names that job, which {@code update} changes
     */
    public Call<Ack> create(ScheduledAction action, Schedule schedule) {
        return create(UNSAFE, body(action, schedule));
    }

    /**
     * Creates a job, or changes the job that does this already: what {@link #create} and then perhaps {@link #update} do.
     * The options of the call hold for each of the two requests.
     *
     * @param action what to do to which instance
     * @param schedule when
     * @return the call
     */
    public Call<Ack> createOrUpdate(ScheduledAction action, Schedule schedule) {
        Map<String, @Nullable Object> body = body(action, schedule);
        // Within this call, creating is idempotent: if a lost attempt did create the job, the next one ends in an
        // update.
        return new FallbackCall<>("POST " + PATH, create(IDEMPOTENT, body), refused -> changing(refused, body));
    }

    private @Nullable Call<Ack> changing(ApiException refused, Map<String, @Nullable Object> body) {
        return refused instanceof ScheduledJobExistsException exists
                        && exists.scheduledJobId().isPresent()
                ? update(exists.scheduledJobId().getAsLong(), body)
                : null;
    }

    /**
     * Gives a job another action and schedule; both replace what was there.
     *
     * <p>{@code PUT /api/v0/commands/schedule_job/{id}/}; idempotent.
     *
     * @param scheduledJobId the id of the job, from {@link #list()} or {@link ScheduledJobExistsException}
     * @param action what to do to which instance
     * @param schedule when
     * @return the call
     * @see NotFoundException
     */
    public Call<Ack> update(long scheduledJobId, ScheduledAction action, Schedule schedule) {
        return update(scheduledJobId, body(action, schedule));
    }

    /**
     * Deletes a job; it runs no more.
     *
     * <p>{@code DELETE /api/v0/commands/schedule_job/{id}/}. Free; idempotent.
     *
     * @param scheduledJobId the id of the job
     * @return the call
     * @see NotFoundException
     */
    public Call<Ack> delete(long scheduledJobId) {
        return transport.call(Operation.delete(IDEMPOTENT, ONE, Args.id(scheduledJobId, "scheduledJobId"))
                .as(Shape.ack()));
    }

    private Call<Ack> create(RetrySafety safety, Map<String, @Nullable Object> body) {
        return transport.call(
                Operation.post(safety, PATH).withBody(body).as(Shape.ack()).kind(VastKind.SCHEDULES_JOB));
    }

    private Call<Ack> update(long scheduledJobId, Map<String, @Nullable Object> body) {
        return transport.call(Operation.put(IDEMPOTENT, ONE, Args.id(scheduledJobId, "scheduledJobId"))
                .withBody(body)
                .as(Shape.ack()));
    }

    /** A day or hour of null means every day or hour, and is sent. */
    private static Map<String, @Nullable Object> body(ScheduledAction action, Schedule schedule) {
        Instant from = Objects.requireNonNullElseGet(schedule.from(), Instant::now);
        Instant until = Objects.requireNonNullElseGet(schedule.until(), () -> from.plus(Schedule.DEFAULT_LENGTH));
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the schedule is over: it ends at " + until);
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("start_time", from.getEpochSecond());
        body.put("end_time", until.getEpochSecond());
        body.put("api_endpoint", action.endpoint());
        body.put("request_method", action.method());
        body.put("request_body", action.body());
        body.put("day_of_the_week", schedule.dayNumber());
        body.put("hour_of_the_day", schedule.hour());
        body.put("frequency", schedule.frequency());
        body.put("instance_id", action.instanceId());
        return Collections.unmodifiableMap(body);
    }
}
