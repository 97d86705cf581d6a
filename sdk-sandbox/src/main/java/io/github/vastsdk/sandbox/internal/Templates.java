package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations on templates. */
final class Templates implements Resource {
    private static final StoredColumns STORED = new StoredColumns(
            Set.of(
                    "id",
                    "hash_id",
                    "creator_id",
                    "name",
                    "image",
                    "tag",
                    "default_tag",
                    "docker_login_repo",
                    "private",
                    "recommended",
                    "recommended_disk_space",
                    "use_ssh",
                    "ssh_direct",
                    "jup_direct",
                    "count_created",
                    "created_at",
                    "recent_create_date"),
            why -> Answers.error(400, "invalid_request", why));

    private static final List<String> RUN_TYPES = List.of("ssh", "jupyter", "args");

    private final TemplateStore store;

    Templates(TemplateStore store) {
        this.store = store;
    }

    @Override
    public List<Route> routes() {
        String path = "/api/v0/template/";
        return List.of(
                Route.of("GET", path, "user_read", "api.template.list", this::list)
                        .every(3),
                Route.of("POST", path, "user_write", "api.template.create", this::create),
                Route.of("PUT", path, "user_write", "api.template.update", this::update),
                Route.of("DELETE", path, "user_write", "api.template.delete", this::delete));
    }

    private Answer list(Call call) {
        RowQuery query = RowQuery.of(call, STORED);
        ArrayNode rows = Json.array();
        query.select(store.all()).forEach(row -> rows.add(query.columns().of(row)));
        return Answers.ok(Answers.success().put("templates_found", rows.size()).set("templates", rows));
    }

    private Answer create(Call call) {
        ObjectNode content = TemplateStore.defaults();
        write(content, call);
        for (String required : List.of("name", "image")) {
            if (content.path(required).isNull()) {
                throw Refusal.of(400, "invalid_args", required + " is required");
            }
        }
        int before = store.all().size();
        ObjectNode template = store.add(content);
        String id = template.path("id").asText();
        return changed(
                template,
                store.all().size() == before ? "Existing template found: " + id : "New template created: " + id);
    }

    private Answer update(Call call) {
        ObjectNode template = own(call.member("hash_id"));
        ObjectNode content = TemplateStore.defaults();
        content.properties().forEach(member -> member.setValue(template.path(member.getKey())));
        write(content, call);
        store.edit(template, content);
        return changed(template, "Template updated");
    }

    private Answer delete(Call call) {
        // The reference takes only the number; the official client sends either.
        JsonNode id = call.member("template_id");
        store.delete(own(id == null ? call.member("hash_id") : id));
        return Answers.success("Template deleted");
    }

    /** Writes the members that a body has over content. A null is a value: it takes back what was said. */
    private static void write(ObjectNode content, Call call) {
        for (Map.Entry<String, JsonNode> member : TemplateStore.defaults().properties()) {
            String name = member.getKey();
            if (call.body().has(name)) {
                JsonNode value = call.member(name);
                content.set(name, value == null ? member.getValue() : stored(name, value));
            }
        }
    }

    private static JsonNode stored(String name, JsonNode value) {
        return switch (name) {
            case "name", "image" ->
                require(value, value.isTextual() && !value.textValue().isBlank(), name + " is a text");
            // Docker options on one line, unlike on an instance.
            case "env", "onstart" -> require(value, value.isTextual(), name + " is a text");
            case "runtype" -> require(value, RUN_TYPES.contains(value.asText()), "runtype is one of " + RUN_TYPES);
            // JSON inside JSON: it is listed as a text.
            case "extra_filters" -> value.isTextual() ? value : TextNode.valueOf(value.toString());
            // The official client sends it as a text.
            case "recommended_disk_space" -> DoubleNode.valueOf(value.asDouble());
            default -> value;
        };
    }

    private static JsonNode require(JsonNode value, boolean condition, String rule) {
        if (!condition) {
            throw Refusal.invalid(rule);
        }
        return value;
    }

    private ObjectNode own(@Nullable JsonNode reference) {
        ObjectNode template = reference == null ? null : store.find(reference);
        if (template == null || !store.isOwn(template)) {
            throw Refusal.of(404, "not_found", "Invalid Template ID or User ID");
        }
        return template;
    }

    private static Answer changed(ObjectNode template, String msg) {
        ObjectNode shown = Json.object();
        for (String name : List.of("id", "hash_id", "name")) {
            shown.set(name, template.get(name));
        }
        return Answers.ok(Answers.success().put("msg", msg).set("template", shown));
    }
}
