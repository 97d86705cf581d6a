package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The volume that somebody wants with an instance: a new one, or one that is there. */
final class VolumeOrders {
    private static final double DEFAULT_SIZE = 15;

    private final VolumeStore store;
    private final VolumeAsks asks;

    VolumeOrders(VolumeStore store, VolumeAsks asks) {
        this.store = store;
        this.asks = asks;
    }

    /**
     * Mounts a volume, which is on the machine of the instance.
     *
     * @param wanted what the order says about it; missing or null when it wants none
     * @param instance the row of the instance
     */
    void mount(JsonNode wanted, ObjectNode instance) {
        if (!wanted.isObject()) {
            return;
        }
        if (!wanted.path("mount_path").isTextual() || !wanted.path("volume_id").isIntegralNumber()) {
            throw Refusal.of(
                    400, "invalid_args", "error 400: Invalid args: volume_info has no mount_path or volume_id");
        }
        long id = wanted.path("volume_id").longValue();
        VolumeStore.Volume volume =
                wanted.path("create_new").asBoolean() ? created(id, wanted, instance) : store.find(id);
        if (volume == null) {
            throw Refusal.of(404, "no_such_volume", "There is no such volume");
        }
        requireSameMachine(volume.row(), instance);
        instance.putArray("volume_info")
                .addObject()
                .put("id", volume.id())
                .put("label", volume.row().path("label").textValue())
                .put("avail_space", volume.size())
                .put("total_space", volume.size());
    }

    private VolumeStore.@Nullable Volume created(long ask, JsonNode wanted, ObjectNode instance) {
        double size = wanted.path("size").asDouble(DEFAULT_SIZE);
        ObjectNode offer = asks.find(ask);
        if (offer != null) {
            requireSameMachine(offer, instance);
        }
        String name = store.rent(asks.take(ask, size), size, wanted.path("name").textValue(), false);
        return store.find(Long.parseLong(name.substring("V.".length())));
    }

    private static void requireSameMachine(ObjectNode volume, ObjectNode instance) {
        if (volume.path("machine_id").longValue() != instance.path("machine_id").longValue()) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: the volume is on another machine");
        }
    }
}
