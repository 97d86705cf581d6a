package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be done to an instance beside its life cycle: a snapshot of it, another template, and the filters of lists. */
final class InstanceUpkeep implements Resource {
    private final World world;
    private final Lifecycle lifecycle;
    private final TemplateStore templates;

    InstanceUpkeep(World world, Lifecycle lifecycle, TemplateStore templates) {
        this.world = world;
        this.lifecycle = lifecycle;
        this.templates = templates;
    }

    @Override
    public List<Route> routes() {
        String path = "/api/v0/instances/";
        return List.of(
                Route.of("GET", path + "filters/", "instance_read", "api.instance.filters", this::filters),
                Route.of(
                        "POST",
                        path + "take_snapshot/{id}/",
                        "instance_write",
                        "api.instance.snapshot",
                        this::snapshot),
                Route.of(
                        "PUT",
                        path + "update_template/{id}/",
                        "instance_write",
                        "api.instance.update_template",
                        this::updateTemplate));
    }

    private Answer filters(Call call) {
        Set<ObjectNode> combinations = new LinkedHashSet<>();
        for (Contract contract : lifecycle.all()) {
            ObjectNode combination = Json.object();
            for (String name : List.of("actual_status", "verification", "gpu_name")) {
                combination.set(name, contract.row().get(name));
            }
            combinations.add(combination);
        }
        ArrayNode rows = Json.array();
        rows.addAll(combinations);
        return Answers.ok(Answers.success().set("filters", rows));
    }

    private Answer snapshot(Call call) {
        ObjectNode instance = existing(id(call)).row();
        String repository = call.text("personal_repo");
        if (repository == null || repository.isBlank()) {
            throw Refusal.invalid("personal_repo says where the image goes");
        }
        JsonNode pause = call.member("pause");
        // A text although it is a truth.
        if (pause != null && !pause.isTextual()) {
            throw Refusal.invalid("pause is a text, true or false");
        }
        String registry = call.text("container_registry");
        String image = (registry == null ? "docker.io" : registry) + "/" + repository + ":instance_"
                + instance.path("id").asText() + "_at_" + world.now().getEpochSecond();
        return Answers.success("The snapshot is taken and pushed as " + image + "; nothing tells when that is done");
    }

    private Answer updateTemplate(Call call) {
        Contract contract = existing(id(call));
        ObjectNode instance = contract.row();
        JsonNode body = call.body();
        if (call.member("id") != null
                && !call.member("id").asText().equals(instance.path("id").asText())) {
            throw Refusal.invalid("the id is another one than that in the path");
        }
        for (String reference : List.of("template_id", "template_hash_id")) {
            JsonNode value = call.member(reference);
            if (value != null) {
                use(instance, value);
            }
        }
        text(body, "image", instance, "image_uuid");
        text(body, "onstart", instance, "onstart");
        String args = call.text("args");
        if (args != null) {
            ArrayNode words = instance.putArray("image_args");
            List.of(args.strip().split("\\s+")).forEach(words::add);
        }
        JsonNode env = call.member("env");
        if (env != null) {
            ArrayNode pairs = instance.putArray("extra_env");
            for (Map.Entry<String, JsonNode> variable : env.properties()) {
                pairs.addArray().add(variable.getKey()).add(variable.getValue());
            }
        }
        return Answers.ok(Answers.success()
                .put("msg", "The instance is updated")
                .set("updated_instance", InstanceRows.shown(contract, world.now())));
    }

    private void use(ObjectNode instance, JsonNode reference) {
        ObjectNode template = templates.find(reference);
        if (template == null) {
            throw Refusal.of(404, "not_found", "There is no such template");
        }
        instance.<ObjectNode>set("template_id", template.get("id"))
                .<ObjectNode>set("template_hash_id", template.get("hash_id"))
                .<ObjectNode>set("template_name", template.get("name"))
                .<ObjectNode>set("onstart", template.get("onstart"))
                .put(
                        "image_uuid",
                        template.path("image").asText() + ":"
                                + template.path("tag").asText());
    }

    private static void text(JsonNode body, String from, ObjectNode instance, String to) {
        if (body.path(from).isTextual()) {
            instance.set(to, body.get(from));
        }
    }

    private static long id(Call call) {
        Long id = call.id("id");
        if (id == null) {
            throw Refusal.invalid("the instance id is no number");
        }
        return id;
    }

    private Contract existing(long id) {
        Contract contract = lifecycle.find(id);
        if (contract == null || contract.destroyed()) {
            throw Refusal.of(404, "no_such_instance", "There is no such instance");
        }
        return contract;
    }
}
