package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The account's connections to cloud stores. They are made on the web site, so there are just these. */
final class CloudConnections implements Resource {
    private final List<ObjectNode> rows = new ArrayList<>();

    CloudConnections(World world) {
        Ids ids = world.ids("cloud connections");
        for (Map.Entry<String, String> connection : List.of(
                Map.entry("s3", "training-bucket"), Map.entry("drive", "My Drive"), Map.entry("b2", "backups"))) {
            rows.add(Json.object()
                    .put("id", ids.id())
                    .put("cloud_type", connection.getKey())
                    .put("name", connection.getValue())
                    .put("sandbox_unlisted", true));
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of(
                        "GET",
                        "/api/v0/users/cloud_integrations/",
                        "user_read",
                        "api.users.cloud_integrations",
                        this::list)
                .every(2.9));
    }

    /** Says whether there is a connection of a number. */
    boolean has(long id) {
        return rows.stream().anyMatch(row -> row.path("id").longValue() == id);
    }

    /** Says whether there is a connection of a kind, such as {@code s3}, or of a kind and number, {@code s3.101}. */
    boolean has(String reference) {
        return rows.stream().anyMatch(row -> {
            String kind = row.path("cloud_type").asText();
            return reference.equals(kind)
                    || reference.equals(kind + "." + row.path("id").asText());
        });
    }

    private Answer list(Call call) {
        ArrayNode all = Json.array();
        all.addAll(rows);
        return Answers.ok(all);
    }
}
