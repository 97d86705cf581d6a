package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The account's instances. */
final class Instances implements Resource {
    private final World world;
    private final Map<Long, ObjectNode> instances = new TreeMap<>();

    Instances(World world) {
        this.world = world;
        InstanceRows rows = new InstanceRows(world);
        for (int i = 0; i < world.settings().instances(); i++) {
            ObjectNode row = rows.next(i);
            instances.put(row.path("id").longValue(), row);
        }
    }

    @Override
    public List<Route> routes() {
        String one = "/api/v0/instances/{id}/";
        return List.of(
                Route.of("GET", "/api/v1/instances/", "instance_read", "api.instance.list", this::list)
                        .every(1),
                Route.of("GET", "/api/v0/instances/", "instance_read", "api.instance.list_v0", this::retired),
                Route.of("GET", one, "instance_read", "api.instance.show", this::show)
                        .every(2),
                Route.of("DELETE", one, "instance_write", "api.instance.destroy", this::destroy)
                        .every(3, RateForm.MESSAGE));
    }

    /** Gives the ids of the instances that exist, in ascending order. */
    Collection<Long> ids() {
        return Collections.unmodifiableSet(instances.keySet());
    }

    private Answer list(Call call) {
        InstanceQuery.Page page = InstanceQuery.of(call).page(instances.values());
        ArrayNode rows = Json.array();
        page.rows().forEach(row -> rows.add(page.columns().of(InstanceRows.listed(row, world.now()))));
        ObjectNode labels = Json.object();
        page.labels().forEach(labels::put);
        return Answers.ok(Answers.success()
                .put("instances_found", rows.size())
                .put("total_instances", page.total())
                .put("next_token", page.nextToken())
                .<ObjectNode>set("label_counts", labels)
                .set("instances", rows));
    }

    private Answer retired(Call call) {
        throw Refusal.of(410, "deprecated_endpoint", "This endpoint is retired; use /api/v1/instances/");
    }

    private Answer show(Call call) {
        ObjectNode row = instances.get(id(call));
        // An instance that is gone is no error: the answer is null under a plural name.
        JsonNode shown = row == null ? NullNode.instance : InstanceRows.shown(row, world.now());
        return Answers.ok(Json.object().set("instances", shown));
    }

    private Answer destroy(Call call) {
        if (instances.remove(id(call)) == null) {
            throw Refusal.of(404, "not_found", "Instance not found");
        }
        return Answers.success("The instance is destroyed");
    }

    private static Long id(Call call) {
        Long id = call.id("id");
        if (id == null) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: the instance id is no number");
        }
        return id;
    }
}
