package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operations on the account's volumes. */
final class Volumes implements Resource {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final double DEFAULT_SIZE = 15;

    private final VolumeStore store;
    private final VolumeAsks asks;
    private final VolumeAsks networkAsks;

    Volumes(VolumeStore store, VolumeAsks asks, VolumeAsks networkAsks) {
        this.store = store;
        this.asks = asks;
        this.networkAsks = networkAsks;
    }

    @Override
    public List<Route> routes() {
        String path = "/api/v0/volumes/";
        return List.of(
                Route.of("GET", path, "instance_read", "api.volumes.list", this::list)
                        .every(5.5),
                Route.of("PUT", path, "instance_write", "api.volumes.rent", call -> rent(call, asks, false))
                        .every(5.5),
                Route.of("DELETE", path, "instance_write", "api.volumes.delete", this::delete)
                        .every(5.5),
                Route.of("POST", path + "copy/", "instance_write", "api.volumes.copy", this::copy),
                Route.of(
                        "PUT",
                        "/api/v0/network_volumes/",
                        "instance_write",
                        "api.network_volumes.rent",
                        call -> rent(call, networkAsks, true)));
    }

    private Answer list(Call call) {
        ArrayNode rows = Json.array();
        rows.addAll(store.rows(call.query().getOrDefault("type", "all_volume")));
        return Answers.ok(Answers.success().set("volumes", rows));
    }

    private Answer rent(Call call, VolumeAsks from, boolean onNetwork) {
        JsonNode size = call.member("size");
        if (call.whole("id") == null || (size != null && !size.isIntegralNumber())) {
            throw Refusal.invalid("id and size are whole numbers");
        }
        String name = call.text("name");
        if (name != null && !NAME.matcher(name).matches()) {
            throw Refusal.invalid("a name has up to 64 letters, digits and underscores");
        }
        double gigabytes = size == null ? DEFAULT_SIZE : size.doubleValue();
        return rented(store.rent(from.take(call.whole("id"), gigabytes), gigabytes, name, onNetwork));
    }

    private Answer delete(Call call) {
        // The id is taken from the query, as the official client sends it, and from the body, as the reference has it.
        JsonNode id = call.parameter("id");
        if (id == null || !id.isIntegralNumber()) {
            throw Refusal.of(400, "invalid_args", "A volume is named by its number");
        }
        VolumeStore.Volume volume = existing(id.longValue());
        if (store.inUse(volume)) {
            throw Refusal.of(400, "invalid_args", "Destroy the instances that have the volume first");
        }
        store.delete(volume);
        return Answers.ok(Answers.success());
    }

    private Answer copy(Call call) {
        VolumeStore.Volume source = existing(call.whole("src_id"));
        JsonNode wanted = call.member("size");
        double size = wanted == null ? source.size() : wanted.asDouble();
        if (!(size >= source.size())) {
            throw Refusal.invalid("the copy is smaller than the volume");
        }
        String label = source.row().path("label").textValue();
        ObjectNode offer = asks.take(call.whole("dst_id"), size);
        return rented(store.rent(offer, size, label, false));
    }

    private VolumeStore.Volume existing(@Nullable Long id) {
        VolumeStore.Volume volume = id == null ? null : store.find(id);
        if (volume == null) {
            throw Refusal.of(404, "no_such_volume", "There is no such volume");
        }
        return volume;
    }

    /** The name holds the number; there is no member for the number alone. */
    private static Answer rented(String name) {
        return Answers.ok(Answers.success().put("volume_name", name));
    }
}
