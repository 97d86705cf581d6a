package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;

/** The operations on the account's SSH keys. */
final class SshKeys implements Resource {
    private static final String CODE = "no_ssh_key";

    private final World world;
    private final SshKeyStore store;
    private final InstanceSshKeys onInstances;

    SshKeys(World world, SshKeyStore store, InstanceSshKeys onInstances) {
        this.world = world;
        this.store = store;
        this.onInstances = onInstances;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/v0/ssh/", "user_read", "api.ssh.list", this::list),
                Route.of("POST", "/api/v0/ssh/", "user_write", "api.ssh.create", this::create)
                        .every(1),
                Route.of("PUT", "/api/v0/ssh/{id}/", "user_write", "api.ssh.update", this::update)
                        .every(1),
                Route.of("DELETE", "/api/v0/ssh/{id}/", "user_write", "api.ssh.delete", this::delete));
    }

    private Answer list(Call call) {
        ArrayNode rows = Json.array();
        store.all().stream()
                .filter(key -> !key.deleted() || world.settings().listDeletedSshKeys())
                .forEach(key -> rows.add(key.listRow(world.userId())));
        if (rows.isEmpty()) {
            // An account without keys is "not found", not an empty list.
            throw Refusal.uncoded(404, "No SSH keys found for the user.");
        }
        return Answers.ok(rows);
    }

    private Answer create(Call call) {
        SshKey key = store.add(line(call));
        if (world.settings().newSshKeysJoinInstances()) {
            onInstances.addEverywhere(key);
        }
        return changed(key);
    }

    private Answer update(Call call) {
        SshKey key = existing(call);
        return changed(store.replace(key, line(call)));
    }

    private Answer delete(Call call) {
        store.delete(existing(call));
        return Answers.ok(Answers.success());
    }

    private Answer changed(SshKey key) {
        return Answers.ok(Answers.success().set("key", key.row(world.userId())));
    }

    private static String line(Call call) {
        String line = call.text("ssh_key");
        if (line == null || line.isBlank()) {
            throw Refusal.of(400, CODE, "No ssh key provided");
        }
        return line.strip();
    }

    private SshKey existing(Call call) {
        Long id = call.id("id");
        if (id == null) {
            throw Refusal.of(400, "invalid_request", "Invalid request parameters");
        }
        SshKey key = store.live(id);
        if (key == null) {
            // Not 404: the service answers so for a key that does not exist.
            throw Refusal.of(400, CODE, "SSH key not found");
        }
        return key;
    }
}
