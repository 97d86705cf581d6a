package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Disks that several machines share, and the offers of network volumes on them. */
final class NetworkDisks implements Resource {
    private static final double DISK_GB = 4_000;

    private final World world;
    private final Ids ids;
    private final VolumeAsks asks;
    private final VolumeStore store;
    private final Map<Long, Disk> disks = new TreeMap<>();
    /** What the account offers, by the id of the offer. */
    private final Map<Long, Listing> listings = new HashMap<>();

    /**
     * A disk.
     *
     * @param id its number
     * @param cluster the number of the cluster of machines
     * @param mounts where each machine has it, by the machine's number
     */
    private record Disk(long id, long cluster, ObjectNode mounts) {}

    /**
     * An offer of the account.
     *
     * @param disk the number of the disk
     * @param size in GB
     */
    private record Listing(long disk, double size) {}

    NetworkDisks(World world, VolumeAsks asks, VolumeStore store) {
        this.world = world;
        this.ids = world.ids("network disks");
        this.asks = asks;
        this.store = store;
        for (String place : List.of("Sweden, SE", "Texas, US", "Quebec, CA")) {
            asks.add(ask(ids.between(1_000, 300_000), ids.between(10, 900), ids.between(200, 2_000), place)
                    .put("verification", "verified")
                    .put("storage_cost", ids.between(8, 20) / 100.0)
                    .put("end_date", World.seconds(world.now().plus(Duration.ofDays(120)))));
        }
    }

    private ObjectNode ask(long host, long cluster, double size, @Nullable String place) {
        long id = ids.id();
        double speed = ids.between(200, 800);
        return Json.object()
                .put("id", id)
                .put("ask_contract_id", id)
                .put("host_id", host)
                .put("cluster_id", cluster)
                .put("disk_space", size)
                .put("geolocation", place)
                .put("external", false)
                .put("reliability", 0.99)
                .put("inet_up", speed)
                .put("inet_down", speed)
                .put("nw_disk_min_bw", speed)
                .put("nw_disk_avg_bw", 2 * speed)
                .put("nw_disk_max_bw", 4 * speed)
                .put("sandbox_unlisted", true);
    }

    @Override
    public List<Route> routes() {
        String volumes = "/api/v0/network_volumes/";
        String disk = "/api/v0/network_disk/";
        return List.of(
                Route.of("POST", volumes + "search/", "misc", "api.network_volumes.search", asks::search),
                Route.of("POST", volumes, "instance_write", "api.network_volumes.list_volume", this::offer),
                Route.of("POST", volumes + "unlist/", "machine_write", "api.network_volumes.unlist", this::unlist),
                Route.of("GET", disk, "machine_read", "api.network_disk.list", this::list),
                Route.of("POST", disk, "machine_write", "api.network_disk.add", this::add));
    }

    private Answer offer(Call call) {
        Disk disk = existing(call);
        double size = call.number("size", 15);
        double price = call.number("price_disk", 0.15);
        if (!(size >= 1) || !(price >= 0) || size > free(disk)) {
            throw Refusal.invalid("size or price_disk");
        }
        ObjectNode ask = ask(world.userId(), disk.cluster(), size, null)
                .put("verification", "unverified")
                .put("storage_cost", price)
                .put(
                        "end_date",
                        call.number("end_date", World.seconds(world.now().plus(Duration.ofDays(30)))));
        asks.addOwn(ask);
        listings.put(ask.path("id").longValue(), new Listing(disk.id(), size));
        return Answers.success("Network volumes are offered on disk " + disk.id());
    }

    private Answer unlist(Call call) {
        Long id = call.whole("id");
        if (id == null || !asks.isOwn(id) || store.uses(id)) {
            throw Refusal.invalid("there is no such unused listing of yours");
        }
        asks.removeOwn(id);
        listings.remove(id);
        return Answers.success("Network volume listing " + id + " is off the market");
    }

    private Answer list(Call call) {
        ArrayNode rows = Json.array();
        for (Disk disk : disks.values()) {
            ObjectNode row = rows.addObject().put("cluster_id", disk.cluster());
            row.putArray("network_disks")
                    .addObject()
                    .put("network_disk_id", disk.id())
                    .put("free_space", free(disk))
                    .put("total_space", DISK_GB);
            ArrayNode machines = row.putArray("machine_ids");
            disk.mounts().fieldNames().forEachRemaining(machine -> machines.add(Long.parseLong(machine)));
            row.set("mounts", disk.mounts());
        }
        return Answers.ok(Answers.success().set("data", rows));
    }

    private Answer add(Call call) {
        JsonNode machines = call.member("machines");
        String mount = call.text("mount_point");
        if (machines == null || !machines.isArray() || machines.isEmpty() || mount == null || !mount.startsWith("/")) {
            throw Refusal.invalid("machines is an array, and mount_point a path");
        }
        for (JsonNode machine : machines) {
            if (!machine.isIntegralNumber()) {
                throw Refusal.invalid("machines are whole numbers");
            }
        }
        Disk disk = call.member("disk_id") == null ? new Disk(ids.id(), ids.id(), Json.object()) : existing(call);
        machines.forEach(machine -> disk.mounts().put(machine.asText(), mount));
        disks.put(disk.id(), disk);
        return Answers.ok(Answers.success().put("msg", "The disk is added").put("disk_id", disk.id()));
    }

    private Disk existing(Call call) {
        Long id = call.whole("disk_id");
        Disk disk = id == null ? null : disks.get(id);
        if (disk == null) {
            throw Refusal.invalid("there is no such disk of yours");
        }
        return disk;
    }

    private double free(Disk disk) {
        return DISK_GB
                - listings.values().stream()
                        .filter(listing -> listing.disk() == disk.id())
                        .mapToDouble(Listing::size)
                        .sum();
    }
}
