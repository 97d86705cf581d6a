package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SSH keys on each instance. */
final class InstanceSshKeys implements Resource {
    private final World world;
    private final SshKeyStore account;
    private final Instances instances;
    private final Map<Long, List<Attached>> attached = new HashMap<>();

    /**
     * A key on an instance.
     *
     * @param key the key
     * @param visibleFrom when lists begin to show it
     */
    private record Attached(SshKey key, Instant visibleFrom) {
        ObjectNode row() {
            return Json.object()
                    .put("id", key.id())
                    .put("name", SshKey.comment(key.publicKey()))
                    .put("public_key", key.publicKey())
                    .put("sandbox_unlisted", true);
        }
    }

    InstanceSshKeys(World world, SshKeyStore account, Instances instances) {
        this.world = world;
        this.account = account;
        this.instances = instances;
        SshKey first = account.all().get(0);
        instances.ids().forEach(id -> keysOn(id).add(new Attached(first, world.now())));
    }

    @Override
    public List<Route> routes() {
        String path = "/api/v0/instances/{id}/ssh/";
        return List.of(
                Route.of("GET", path, "instance_read", "api.instance.ssh_keys", this::list),
                Route.of("POST", path, "instance_write", "api.instance.attach_ssh", this::attach),
                Route.of("DELETE", path + "{key}/", "instance_write", "api.instance.detach_ssh", this::detach)
                        .every(2));
    }

    /** Puts a key on every instance that exists. */
    void addEverywhere(SshKey key) {
        instances.ids().forEach(id -> add(id, key));
    }

    /** Puts the account's keys on a new instance. */
    void join(long instance) {
        account.all().stream().filter(key -> !key.deleted()).forEach(key -> add(instance, key));
    }

    private Answer list(Call call) {
        Instant now = world.now();
        ArrayNode rows = Json.array();
        keysOn(instance(call)).stream()
                .filter(entry -> !entry.visibleFrom().isAfter(now))
                .forEach(entry -> rows.add(entry.row()));
        // JSON inside JSON: the list is sent as a text.
        return Answers.ok(Answers.success().put("ssh_keys", rows.toString()));
    }

    private Answer attach(Call call) {
        long id = instance(call);
        String line = call.text("ssh_key");
        if (line == null || line.isBlank()) {
            throw Refusal.of(400, "invalid_request", "Invalid request parameters");
        }
        Attached entry = keysOn(id).stream()
                .filter(present -> present.key().sameKey(line))
                .findFirst()
                .orElseGet(() -> add(id, account.find(line).orElseGet(() -> foreign(line))));
        return Answers.ok(Answers.success()
                .put("msg", "The SSH key is on the instance")
                .put("key", entry.row().toString()));
    }

    private Answer detach(Call call) {
        List<Attached> keys = keysOn(instance(call));
        Long key = call.id("key");
        if (key == null) {
            throw Refusal.of(400, "invalid_request", "Invalid request parameters");
        }
        if (!keys.removeIf(entry -> entry.key().id() == key)) {
            throw Refusal.of(404, "no_such_ssh_key", "The instance has no SSH key " + key);
        }
        return Answers.success("The SSH key is off the instance");
    }

    private Attached add(long instance, SshKey key) {
        Attached entry = new Attached(key, world.now().plus(world.settings().lag()));
        keysOn(instance).add(entry);
        return entry;
    }

    /** Makes a key that is on an instance and not in the account. */
    private SshKey foreign(String line) {
        return new SshKey(world.ids().id(), line.strip(), world.now(), null);
    }

    private List<Attached> keysOn(long instance) {
        return attached.computeIfAbsent(instance, id -> new ArrayList<>());
    }

    private long instance(Call call) {
        Long id = call.id("id");
        if (id == null) {
            throw Refusal.of(400, "invalid_request", "Invalid request parameters");
        }
        if (!instances.ids().contains(id)) {
            throw Refusal.of(404, "no_such_instance", "Instance not found.");
        }
        return id;
    }
}
