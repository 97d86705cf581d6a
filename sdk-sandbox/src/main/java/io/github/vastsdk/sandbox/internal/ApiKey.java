package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;

/**
 * An API key of the account.
 *
 * @param id its number
 * @param name what it was called
 * @param secret the bearer token
 * @param permissions what it may do; {@code false} when it is not restricted
 * @param createdAt when it was made
 */
record ApiKey(long id, String name, String secret, JsonNode permissions, Instant createdAt) {
    boolean restricted() {
        return permissions.isObject();
    }

    ApiKey withSecret(String other) {
        return new ApiKey(id, name, other, permissions, createdAt);
    }

    /** Gives what the service shows of it: never the secret. */
    ObjectNode row(long userId) {
        ObjectNode row = Json.object()
                .put("id", id)
                .put("user_id", userId)
                .put("name", name)
                .put("rights", restricted() ? "custom" : "all")
                .put("team_id", 0)
                .put("team_name", "")
                .put("created_at", World.seconds(createdAt))
                .put("sandbox_unlisted", true);
        return row.set("permissions", permissions);
    }
}
