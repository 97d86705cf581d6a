package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a container has logged and what a command prints in it; both are fetched from elsewhere, later. */
final class InstanceTasks implements Resource {
    private static final int DEFAULT_TAIL = 1_000;

    private final Instances instances;
    private final Results results;
    private final Ids ids;
    private final Map<Long, ContainerFiles> files = new HashMap<>();

    InstanceTasks(World world, Instances instances, Results results) {
        this.instances = instances;
        this.results = results;
        this.ids = world.ids("tasks");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(
                        "PUT",
                        "/api/v0/instances/request_logs/{id}/",
                        "instance_read",
                        "api.instance.request_logs",
                        this::logs),
                Route.of(
                                "PUT",
                                "/api/v0/instances/command/{id}/",
                                "instance_write",
                                "api.instance.command",
                                this::command)
                        .every(1.5)
                        .refusingBadJsonWith(483));
    }

    private Answer logs(Call call) {
        ObjectNode instance = instance(call);
        if (instance == null) {
            throw new Refusal(Answers.bareError(404, "invalid_id", "There is no such instance"));
        }
        String filter = call.text("filter");
        List<String> lines = "true".equals(call.text("daemon_logs"))
                ? ContainerLog.daemon(instance)
                : ContainerLog.container(instance);
        List<String> matching = lines.stream()
                .filter(line -> filter == null || line.contains(filter))
                .toList();
        List<String> last = matching.subList(Math.max(0, matching.size() - tail(call)), matching.size());
        String text = last.isEmpty() ? "" : String.join("\n", last) + "\n";
        return Answers.ok(Answers.success()
                .put("result_url", results.publish(call, text))
                .put("msg", "The logs can be read at the result_url in a few seconds"));
    }

    private static int tail(Call call) {
        JsonNode tail = call.member("tail");
        if (tail == null) {
            return DEFAULT_TAIL;
        }
        // A text although it is a number.
        if (!tail.isTextual() || !tail.textValue().matches("\\d{1,9}")) {
            throw Refusal.invalid("tail is a text of digits");
        }
        return Integer.parseInt(tail.textValue());
    }

    private Answer command(Call call) {
        ObjectNode instance = instance(call);
        if (instance == null) {
            throw Refusal.of(400, "invalid_container_id", "There is no such instance");
        }
        if (instance.path("actual_status").isNull()) {
            throw Refusal.of(400, "invalid_container", "The instance has no container yet");
        }
        String command = call.text("command");
        if (command == null || !ContainerFiles.allows(command)) {
            throw Refusal.of(400, "invalid_args", "Invalid command given");
        }
        ContainerFiles container = files.computeIfAbsent(
                instance.path("id").longValue(), id -> new ContainerFiles("/var/lib/docker/overlay2/" + ids.hex(16)));
        return Answers.ok(Answers.success()
                .put("writeable_path", container.root())
                .put("result_url", results.publish(call, container.run(command)))
                .put("msg", "The output can be read at the result_url in a few seconds"));
    }

    private @Nullable ObjectNode instance(Call call) {
        Long id = call.id("id");
        return id == null ? null : instances.find(id);
    }
}
