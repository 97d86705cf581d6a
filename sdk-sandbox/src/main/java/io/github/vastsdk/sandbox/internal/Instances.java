package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The account's instances, as they are shown. */
final class Instances implements Resource {
    private final World world;
    private final Lifecycle lifecycle;

    Instances(World world, Lifecycle lifecycle) {
        this.world = world;
        this.lifecycle = lifecycle;
        InstanceRows rows = new InstanceRows(world);
        for (int i = 0; i < world.settings().instances(); i++) {
            lifecycle.adopt(rows.next(i));
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/v1/instances/", "instance_read", "api.instance.list", this::list)
                        .every(1),
                Route.of("GET", "/api/v0/instances/", "instance_read", "api.instance.list_v0", this::retired),
                Route.of("GET", "/api/v0/instances/{id}/", "instance_read", "api.instance.show", this::show)
                        .every(2));
    }

    /** Gives the ids of the instances that exist, in ascending order. */
    Collection<Long> ids() {
        return lifecycle.ids();
    }

    /**
     * Gives the live row of an instance, for reading and for changing; null when there is none.
     *
     * @param id the id of the instance
     * @return the row as it is kept, not a copy
     */
    @Nullable
    ObjectNode find(long id) {
        Contract contract = lifecycle.find(id);
        return contract == null ? null : contract.row();
    }

    private Answer list(Call call) {
        Instant now = world.now();
        List<ObjectNode> visible = lifecycle.all().stream()
                .filter(contract -> contract.visible(now))
                .map(Contract::row)
                .toList();
        InstanceQuery.Page page = InstanceQuery.of(call).page(visible);
        ArrayNode rows = Json.array();
        for (ObjectNode row : page.rows()) {
            Contract contract =
                    Objects.requireNonNull(lifecycle.find(row.path("id").longValue()));
            rows.add(page.columns().of(InstanceRows.listed(contract, now)));
        }
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
        Contract contract = lifecycle.find(id(call, "invalid_args"));
        // An instance that is gone, or not there yet, is no error: the answer is null under a plural name.
        JsonNode shown = contract == null || !contract.visible(world.now())
                ? NullNode.instance
                : InstanceRows.shown(contract, world.now());
        return Answers.ok(Json.object().set("instances", shown));
    }

    /** Reads the id of an instance from the path. */
    static long id(Call call, String code) {
        Long id = call.id("id");
        if (id == null) {
            throw Refusal.of(400, code, "error 400: Invalid args: the instance id is no number");
        }
        return id;
    }
}
