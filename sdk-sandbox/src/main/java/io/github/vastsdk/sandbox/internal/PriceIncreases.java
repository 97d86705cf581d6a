package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Higher prices that hosts have announced. Accepting one prolongs the contract; the price is to rise only when the
 * present contract ends, so what an instance costs now stays.
 */
final class PriceIncreases implements Resource {
    private static final String ID = "pending_price_increase_id";
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double SECONDS_PER_MONTH = 2_592_000;
    private static final Duration PROLONGED = Duration.ofDays(90);

    private final World world;
    private final Ids ids;
    private final Instances instances;
    private final Map<Long, ObjectNode> pending = new TreeMap<>();

    PriceIncreases(World world, Instances instances) {
        this.world = world;
        this.ids = world.ids("price increases");
        this.instances = instances;
    }

    @Override
    public List<Route> routes() {
        String path = "/api/v0/instances/";
        return List.of(
                Route.of(
                        "GET",
                        path + "pending-price-increases/",
                        "instance_read",
                        "api.instance.price_increases",
                        this::list),
                Route.of(
                        "PUT",
                        path + "accept-price-increase/",
                        "instance_write",
                        "api.instance.accept_price_increase",
                        this::accept),
                Route.of(
                        "PUT",
                        path + "reject-price-increase/",
                        "instance_write",
                        "api.instance.reject_price_increase",
                        this::reject));
    }

    /** Announces that an instance is to cost a multiple of what it costs now; in place of what was announced before. */
    long announce(ObjectNode instance, double factor) {
        long contract = instance.path("id").longValue();
        pending.values().removeIf(row -> row.path("contract_id").longValue() == contract);
        double end = instance.path("end_date").doubleValue();
        double gpu = instance.path("dph_base").doubleValue() / SECONDS_PER_HOUR;
        double disk = instance.path("storage_cost").doubleValue() / SECONDS_PER_MONTH;
        long id = ids.id();
        ObjectNode row = Json.object()
                .put(ID, id)
                .put("contract_id", contract)
                .put("host_id", instance.path("host_id").longValue())
                .put("contract_end_date", end)
                .put("ask_end_date", end + PROLONGED.toSeconds())
                .put("created_at", World.seconds(world.now()))
                .put("sandbox_unlisted", true);
        prices(row, "gpu_costpersec", gpu, gpu * factor);
        prices(row, "disk_ram_costpersec", disk, disk * factor);
        for (String name : List.of("bwu_cost", "bwd_cost")) {
            double cost = instance.path(name.equals("bwu_cost") ? "inet_up_cost" : "inet_down_cost")
                    .doubleValue();
            prices(row, name, cost, cost);
        }
        // The fee is not always told.
        row.putNull("old_platform_fee").putNull("new_platform_fee");
        pending.put(id, row);
        return id;
    }

    private static void prices(ObjectNode row, String name, double before, double after) {
        row.put("old_" + name, before).put("new_" + name, after);
    }

    private Answer list(Call call) {
        ArrayNode rows = Json.array();
        pending.values().stream().filter(this::lives).forEach(rows::add);
        return Answers.ok(Answers.success()
                .put("count", rows.size())
                .put("truncated", false)
                .set("pending_price_increases", rows));
    }

    private Answer accept(Call call) {
        ObjectNode row = take(call);
        ObjectNode instance = instances.find(row.path("contract_id").longValue());
        if (instance != null) {
            instance.set("end_date", row.get("ask_end_date"));
        }
        return decided(row);
    }

    private Answer reject(Call call) {
        return decided(take(call));
    }

    private ObjectNode take(Call call) {
        if (call.body().size() != 1 || !call.body().path(ID).isIntegralNumber()) {
            throw Refusal.invalid("the body is " + ID + " and nothing else");
        }
        ObjectNode row = pending.remove(call.body().path(ID).longValue());
        if (row == null || !lives(row)) {
            throw Refusal.of(404, "no_pending_price_increase", "It is decided, withdrawn or unknown");
        }
        return row;
    }

    private boolean lives(ObjectNode row) {
        return instances.find(row.path("contract_id").longValue()) != null;
    }

    private static Answer decided(ObjectNode row) {
        return Answers.ok(
                Answers.success().<ObjectNode>set(ID, row.get(ID)).set("contract_id", row.get("contract_id")));
    }
}
