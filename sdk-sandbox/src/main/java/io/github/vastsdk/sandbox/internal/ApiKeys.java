package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The account's API keys. */
final class ApiKeys implements Resource {
    private static final int MAX_NAME = 255;

    private final World world;
    private final Map<Long, ApiKey> keys = new TreeMap<>();
    private final long ownerId;

    ApiKeys(World world) {
        this.world = world;
        this.ownerId = add("owner", BooleanNode.FALSE).id();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/v0/auth/apikeys/", "user_read", "api.apikeys.list", this::list)
                        .every(1),
                Route.of("POST", "/api/v0/auth/apikeys/", "user_write", "api.apikeys.create", this::create)
                        .every(2),
                Route.of("GET", "/api/v0/auth/apikeys/{id}/", "user_read", "api.apikeys.show", this::show),
                Route.of("DELETE", "/api/v0/auth/apikeys/{id}/", "user_write", "api.apikeys.delete", this::delete)
                        .every(2),
                Route.of("PUT", "/api/v0/commands/reset_apikey/", "user_write", "api.apikeys.reset", this::reset));
    }

    /** Gives the token of the unrestricted key that the account started with; null once that key is deleted. */
    @Nullable
    String ownerSecret() {
        ApiKey owner = keys.get(ownerId);
        return owner == null ? null : owner.secret();
    }

    /** Gives the key to which a token belongs. */
    @Nullable
    ApiKey find(String secret) {
        return keys.values().stream()
                .filter(key -> key.secret().equals(secret))
                .findFirst()
                .orElse(null);
    }

    private ApiKey add(String name, JsonNode permissions) {
        ApiKey key = new ApiKey(world.ids().id(), name, world.ids().hex(64), permissions, world.now());
        keys.put(key.id(), key);
        return key;
    }

    private Answer list(Call call) {
        ArrayNode rows = Json.array();
        keys.values().forEach(key -> rows.add(key.row(world.userId())));
        return Answers.ok(Json.object().set("apikeys", rows));
    }

    private Answer create(Call call) {
        String name = call.text("name");
        if (name == null || name.length() > MAX_NAME) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: name is a text of at most 255 characters");
        }
        JsonNode permissions = call.member("permissions");
        if (permissions == null) {
            permissions = BooleanNode.FALSE;
        } else {
            Permissions.check(permissions);
        }
        ApiKey key = add(name, permissions);
        return Answers.ok(Json.object()
                .put("id", key.id())
                .put("key", key.secret())
                .put("sandbox_unlisted", 1)
                .set("permissions", permissions));
    }

    private Answer show(Call call) {
        return Answers.ok(existing(call).row(world.userId()));
    }

    private Answer delete(Call call) {
        keys.remove(existing(call).id());
        // Success is a bare JSON text here.
        return Answers.ok(TextNode.valueOf("The API key is deleted"));
    }

    private ApiKey existing(Call call) {
        Long id = call.id("id");
        if (id == null) {
            throw new Refusal(Answers.message(400, "The id of the API key is missing."));
        }
        ApiKey key = keys.get(id);
        if (key == null) {
            throw new Refusal(Answers.message(404, "API Key not found."));
        }
        return key;
    }

    private Answer reset(Call call) {
        ApiKey fresh = call.key().withSecret(world.ids().hex(64));
        keys.put(fresh.id(), fresh);
        return Answers.ok(Answers.success().put("new_api_key", fresh.secret()).put("msg", "The API key is replaced"));
    }
}
