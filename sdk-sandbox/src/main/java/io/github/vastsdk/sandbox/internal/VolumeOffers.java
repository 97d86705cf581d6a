package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The market of local volumes: the machines that rent GPUs out have room for them, and so have those of the account. */
final class VolumeOffers implements Resource {
    private static final List<String> OF_THE_MACHINE = List.of(
            "bundle_id",
            "cpu_arch",
            "cpu_ghz",
            "cpu_name",
            "cuda_max_good",
            "disk_bw",
            "disk_name",
            "driver_version",
            "end_date",
            "external",
            "geolocation",
            "gpu_arch",
            "host_id",
            "inet_down",
            "inet_up",
            "machine_id",
            "mobo_name",
            "os_version",
            "public_ipaddr",
            "reliability",
            "reliability2",
            "reliability_mult",
            "start_date",
            "static_ip",
            "verification",
            "vms_enabled");
    /** Texts here, and numbers where GPUs are offered. */
    private static final List<String> AS_TEXT = List.of("driver_vers", "geolocode", "vericode");

    private final World world;
    private final Ids ids;
    private final VolumeAsks asks;
    private final VolumeStore store;
    private final ObjectNode blank = Json.object();

    VolumeOffers(World world, Offers market, VolumeAsks asks, VolumeStore store) {
        this.world = world;
        this.ids = world.ids("volume offers");
        this.asks = asks;
        this.store = store;
        OF_THE_MACHINE.forEach(blank::putNull);
        AS_TEXT.forEach(blank::putNull);
        Set<Long> machines = new HashSet<>();
        for (ObjectNode offer : market.all()) {
            if (machines.add(offer.path("machine_id").longValue())) {
                asks.add(ask(offer));
            }
        }
    }

    private ObjectNode ask(ObjectNode machine) {
        ObjectNode ask = blank.deepCopy();
        OF_THE_MACHINE.forEach(name -> ask.set(name, machine.get(name)));
        AS_TEXT.forEach(name -> ask.put(name, machine.path(name).asText()));
        return identified(ask, ids.between(20, 900), ids.between(4, 20) / 100.0);
    }

    private ObjectNode identified(ObjectNode ask, double size, double dollarsPerMonth) {
        long id = ids.id();
        return ask.put("id", id)
                .put("ask_contract_id", id)
                .put("disk_space", size)
                .put("storage_cost", dollarsPerMonth)
                .put("storage_total_cost", 0.0)
                .put("sandbox_unlisted", true);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/api/v0/volumes/search/", "misc", "api.volumes.search", asks::search)
                        .every(5.5),
                Route.of("POST", "/api/v0/volumes/", "instance_write", "api.volumes.list_volume", this::list),
                Route.of("POST", "/api/v0/volumes/unlist", "machine_write", "api.volumes.unlist", this::unlist)
                        .every(5));
    }

    private Answer list(Call call) {
        JsonNode machine = call.member("machine");
        List<Long> machines = new ArrayList<>();
        if (machine != null && machine.isArray()) {
            machine.forEach(id -> machines.add(id.asLong()));
        } else if (machine != null) {
            machines.add(machine.asLong());
        }
        double size = call.number("size", 15);
        double price = call.number("price_disk", 0.10);
        if (machines.isEmpty() || machines.contains(0L) || !(size >= 1) || !(price >= 0)) {
            throw Refusal.invalid("machine, size or price_disk");
        }
        double end = call.number("end_date", World.seconds(world.now().plus(Duration.ofDays(30))));
        for (long id : machines) {
            ObjectNode ask = blank.deepCopy();
            ask.put("machine_id", id)
                    .put("host_id", world.userId())
                    .put("verification", "unverified")
                    .put("external", false)
                    .put("start_date", World.seconds(world.now()))
                    .put("end_date", end);
            asks.addOwn(identified(ask, size, price));
        }
        return Answers.success("Room for volumes is offered on " + machines.size() + " machines");
    }

    private Answer unlist(Call call) {
        Long id = call.whole("id");
        if (id == null) {
            throw Refusal.uncoded(400, "The body has no id");
        }
        if (!asks.isOwn(id)) {
            throw Refusal.uncoded(400, "There is no such volume listing of yours");
        }
        if (store.uses(id)) {
            throw Refusal.uncoded(400, "Volumes are rented from this listing");
        }
        asks.removeOwn(id);
        return Answers.success("Volume listing " + id + " is off the market");
    }
}
