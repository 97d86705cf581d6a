package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls that the service is to make at set times. They are kept here and not made. */
final class ScheduledJobs implements Resource {
    private static final List<String> MEMBERS = List.of(
            "instance_id",
            "api_endpoint",
            "request_method",
            "request_body",
            "start_time",
            "end_time",
            "day_of_the_week",
            "hour_of_the_day",
            "min_of_the_hour",
            "frequency");

    private final Ids ids;
    private final Instances instances;
    private final Map<Long, ObjectNode> jobs = new TreeMap<>();

    ScheduledJobs(World world, Instances instances) {
        this.ids = world.ids("jobs");
        this.instances = instances;
    }

    @Override
    public List<Route> routes() {
        String path = "/api/v0/commands/schedule_job/";
        return List.of(
                Route.of("GET", path, "instance_read", "api.schedule_job.list", this::list),
                Route.of("POST", path, "instance_write", "api.schedule_job.create", this::create),
                Route.of("PUT", path + "{id}/", "instance_write", "api.schedule_job.update", this::update),
                Route.of("DELETE", path + "{id}/", "instance_write", "api.schedule_job.delete", this::delete));
    }

    private Answer list(Call call) {
        ArrayNode rows = Json.array();
        rows.addAll(jobs.values());
        return Answers.ok(rows);
    }

    private Answer create(Call call) {
        ObjectNode job = Json.object();
        MEMBERS.forEach(name -> job.set(name, call.member(name)));
        check(job);
        for (ObjectNode other : jobs.values()) {
            // One job per call on an instance; the number leads to the update of the one that there is.
            if (List.of("instance_id", "api_endpoint").stream()
                    .allMatch(name ->
                            other.path(name).asText().equals(job.path(name).asText()))) {
                throw new Refusal(Answers.json(
                        422,
                        Json.object()
                                .put("success", false)
                                .put("msg", "There is such a job already")
                                .put("scheduled_job_id", other.path("id").longValue())));
            }
        }
        long id = ids.id();
        jobs.put(id, job.put("id", id).put("sandbox_unlisted", true));
        return changed(job, "The job is scheduled");
    }

    private Answer update(Call call) {
        ObjectNode job = existing(call);
        if (call.member("request_body") == null) {
            throw Refusal.invalid("request_body is required");
        }
        ObjectNode changed = job.deepCopy();
        MEMBERS.stream().filter(call.body()::has).forEach(name -> changed.set(name, call.member(name)));
        check(changed);
        jobs.put(changed.path("id").longValue(), changed);
        return changed(changed, "The job is updated");
    }

    private Answer delete(Call call) {
        jobs.remove(existing(call).path("id").longValue());
        return Answers.success("The job is deleted");
    }

    private ObjectNode existing(Call call) {
        Long id = call.id("id");
        ObjectNode job = id == null ? null : jobs.get(id);
        if (job == null) {
            throw Refusal.of(404, "not_found", "There is no such job");
        }
        return job;
    }

    private void check(ObjectNode job) {
        if (!job.path("api_endpoint").asText().startsWith("/api/v0/")
                || !job.path("request_method").isTextual()
                || !job.path("request_body").isObject()) {
            throw Refusal.invalid("api_endpoint, request_method and request_body say what to call");
        }
        if (!job.path("start_time").isNumber()
                || !job.path("end_time").isNumber()
                || job.path("start_time").doubleValue() >= job.path("end_time").doubleValue()) {
            throw Refusal.invalid("start_time and end_time are seconds, the first before the last");
        }
        boolean fits =
                switch (job.path("frequency").asText()) {
                    case "HOURLY" -> day(job) == null && hour(job) == null;
                    case "DAILY" -> day(job) == null && within(hour(job), 23);
                    case "WEEKLY" -> within(day(job), 6) && within(hour(job), 23);
                    default -> false;
                };
        if (!fits) {
            throw Refusal.invalid("frequency is HOURLY, DAILY with an hour, or WEEKLY with a day and an hour");
        }
        if (instances.find(job.path("instance_id").asLong()) == null) {
            throw Refusal.of(404, "no_such_instance", "There is no such instance");
        }
    }

    private static @Nullable JsonNode day(ObjectNode job) {
        return number(job, "day_of_the_week");
    }

    private static @Nullable JsonNode hour(ObjectNode job) {
        return number(job, "hour_of_the_day");
    }

    private static @Nullable JsonNode number(ObjectNode job, String name) {
        JsonNode value = job.path(name);
        return value.isNull() ? null : value;
    }

    private static boolean within(@Nullable JsonNode number, int max) {
        return number != null && number.isIntegralNumber() && number.intValue() >= 0 && number.intValue() <= max;
    }

    private static Answer changed(ObjectNode job, String msg) {
        return Answers.ok(
                Answers.success().put("msg", msg).put("id", job.path("id").longValue()));
    }
}
