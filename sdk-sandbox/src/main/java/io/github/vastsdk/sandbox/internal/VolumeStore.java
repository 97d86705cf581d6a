package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The volumes that the account rents, on one machine or on a network disk. */
final class VolumeStore {
    private static final double HOURS_PER_MONTH = 720;
    private static final Pattern MOUNT = Pattern.compile("-v +V\\.(\\d{1,18}):");

    private final World world;
    private final Ids ids;
    private final Instances instances;
    private final Map<Long, Volume> volumes = new TreeMap<>();

    /**
     * A volume.
     *
     * @param row as it is listed, save what changes by itself
     * @param offer the id of the offer that it was rented from
     * @param onNetwork whether it is on a network disk
     * @param availableAt when it can be used
     */
    record Volume(ObjectNode row, long offer, boolean onNetwork, Instant availableAt) {
        long id() {
            return row.path("id").longValue();
        }

        double size() {
            return row.path("disk_space").doubleValue();
        }
    }

    VolumeStore(World world, Instances instances) {
        this.world = world;
        this.ids = world.ids("volumes");
        this.instances = instances;
    }

    /**
     * Rents a volume.
     *
     * @param offer the row of the offer
     * @param size in GB
     * @param label the name that it is to have; null for none
     * @param onNetwork whether it is on a network disk
     * @return its name, {@code V.} and its id
     */
    String rent(ObjectNode offer, double size, @Nullable String label, boolean onNetwork) {
        long id = ids.id();
        ObjectNode row = offer.deepCopy();
        row.remove(List.of("ask_contract_id", "bundle_id", "end_date", "duration", "storage_cost"));
        row.put("id", id)
                .put("label", label)
                .put("disk_space", size)
                .put("storage_total_cost", offer.path("storage_cost").doubleValue() * size / HOURS_PER_MONTH)
                .put("start_date", World.seconds(world.now()))
                .put("sandbox_unlisted", true);
        volumes.put(
                id,
                new Volume(
                        row,
                        offer.path("id").longValue(),
                        onNetwork,
                        world.now().plus(world.settings().taskDelay())));
        return "V." + id;
    }

    @Nullable
    Volume find(long id) {
        return volumes.get(id);
    }

    /** Says whether something is rented from an offer. */
    boolean uses(long offer) {
        return volumes.values().stream().anyMatch(volume -> volume.offer() == offer);
    }

    void delete(Volume volume) {
        volumes.remove(volume.id());
    }

    /** Gives the rows of all volumes of a type: {@code local_volume}, {@code network_volume} or any other for both. */
    List<ObjectNode> rows(String type) {
        Map<Long, List<Long>> users = users();
        List<ObjectNode> rows = new ArrayList<>();
        for (Volume volume : volumes.values()) {
            if (!type.equals(volume.onNetwork() ? "local_volume" : "network_volume")) {
                ObjectNode row = volume.row().deepCopy();
                row.put("status", volume.availableAt().isAfter(world.now()) ? "creating" : "available");
                ArrayNode using = row.putArray("instances");
                users.getOrDefault(volume.id(), List.of())
                        .forEach(id -> using.addObject().put("id", id));
                rows.add(row);
            }
        }
        return rows;
    }

    /** Says whether an instance has a volume. */
    boolean inUse(Volume volume) {
        return users().containsKey(volume.id());
    }

    private Map<Long, List<Long>> users() {
        Map<Long, List<Long>> users = new HashMap<>();
        for (long instance : instances.ids()) {
            ObjectNode row = instances.find(instance);
            if (row != null) {
                used(row).forEach(volume -> users.computeIfAbsent(volume, id -> new ArrayList<>())
                        .add(instance));
            }
        }
        return users;
    }

    /** Gives the ids of the volumes that an instance mounts, by its volume_info or by a docker option. */
    private static Set<Long> used(ObjectNode instance) {
        Set<Long> ids = new TreeSet<>();
        instance.path("volume_info").forEach(volume -> ids.add(volume.path("id").longValue()));
        for (JsonNode pair : instance.path("extra_env")) {
            Matcher mount = MOUNT.matcher(pair.path(0).asText());
            if (mount.lookingAt()) {
                ids.add(Long.valueOf(mount.group(1)));
            }
        }
        return ids;
    }
}
