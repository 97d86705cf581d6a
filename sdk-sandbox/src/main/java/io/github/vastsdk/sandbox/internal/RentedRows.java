package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes instances out of offers. */
final class RentedRows {
    private static final Pattern PORT = Pattern.compile("-p (?:\\d+:)?(\\d+)(/tcp|/udp)?");
    private static final String AUTOMATIC_TAG = "@vastai-automatic-tag";
    private static final double MONTH = 30 * 86_400.0;
    /** What an offer calls the same, but means differently. */
    private static final List<String> OWN =
            List.of("search", "instance", "start_date", "rentable", "webpage", "is_bid");

    private final World world;
    private final Ids ids;
    private final ObjectNode template = JsonFile.read("instance.json");

    RentedRows(World world, Ids ids) {
        this.world = world;
        this.ids = ids;
    }

    /** Makes the instance that an order gets from an offer. */
    Contract make(Offer offer, RentOrder order) {
        Instant now = world.now();
        ObjectNode row = template.deepCopy();
        for (Map.Entry<String, JsonNode> member : offer.row().properties()) {
            if (row.has(member.getKey()) && !OWN.contains(member.getKey())) {
                row.set(member.getKey(), member.getValue().deepCopy());
            }
        }
        String place = offer.row().path("geolocation").asText("");
        boolean located = offer.row().path("geolocation").isTextual() && place.length() >= 2;
        row.put("id", world.ids().id())
                .put("label", order.text("label").isEmpty() ? null : order.text("label"))
                .put("rentable", false)
                .put("country_code", located ? place.substring(place.length() - 2) : null)
                .put("gpu_totalram", offer.row().path("gpu_total_ram").asInt())
                .put(
                        "mem_limit",
                        offer.row().path("cpu_ram").asDouble()
                                / 1000
                                * row.path("gpu_frac").asDouble(1))
                .put("start_date", World.seconds(now))
                .put("local_ipaddrs", "172.17.0." + ids.between(2, 250) + " \n")
                .put("public_ipaddr", row.path("public_ipaddr").asText("") + "\n")
                .put("disk_usage", -1.0)
                // Of the machine, for copies: whether the container has a port for SSH does not matter.
                .put("machine_dir_ssh_port", 20_000 + row.path("machine_id").asInt() % 10_000)
                .put("jupyter_token", ids.hex(64));
        if (!row.path("end_date").isNumber()) {
            row.put("end_date", World.seconds(now) + MONTH);
        }
        for (String name : List.of("status_msg", "ssh_host", "ssh_idx", "ssh_port")) {
            row.putNull(name);
        }
        container(row, order);
        prices(row, offer, order);
        Status.idle(row);
        return new Contract(row, ports(order), now.plus(world.settings().lag()));
    }

    private static void container(ObjectNode row, RentOrder order) {
        row.put("image_uuid", order.text("image").replace(AUTOMATIC_TAG, "cuda-12.4.1-auto"))
                .put("image_runtype", order.text("runtype").isEmpty() ? "ssh" : order.text("runtype"))
                .put("onstart", order.text("onstart").isEmpty() ? null : order.text("onstart"));
        for (String name : List.of("template_id", "template_hash_id", "template_name")) {
            row.set(name, order.body().get(name));
        }
        JsonNode arguments = order.body().path("args");
        row.set("image_args", arguments.isArray() ? arguments.deepCopy() : Json.array());
        ArrayNode pairs = row.putArray("extra_env");
        // A text of docker flags, which some documents show, has no effect.
        order.body().path("env").properties().forEach(variable -> pairs.addArray()
                .add(variable.getKey())
                .add(variable.getValue().asText()));
    }

    /** Grants no more disk than the machine has, without a word. */
    private static void prices(ObjectNode row, Offer offer, RentOrder order) {
        double granted = Math.min(order.disk(), offer.row().path("disk_space").asDouble(order.disk()));
        Double storage = offer.storagePrice(granted);
        double disk = storage == null ? 0 : storage;
        Double price = order.price();
        double base = price == null ? offer.row().path("dph_base").asDouble() : price;
        row.put("disk_space", granted).put("is_bid", price != null).put("storage_total_cost", disk);
        price(row, base);
    }

    /** Changes what an instance costs per hour beside its disk. */
    static void price(ObjectNode row, double base) {
        double disk = row.path("storage_total_cost").doubleValue();
        double total = base + disk;
        row.put("dph_base", base).put("dph_total", total);
        for (String name : List.of("dlperf", "flops")) {
            double what = row.path(name.equals("dlperf") ? name : "total_flops").asDouble();
            row.put(name + "_per_dphtotal", total == 0 ? null : (Double) (what / total));
        }
        for (String name : List.of("search", "instance")) {
            ((ObjectNode) row.path(name))
                    .put("gpuCostPerHour", base)
                    .put("diskHour", disk)
                    .put("totalHour", total)
                    .put("discountedTotalPerHour", total);
        }
    }

    /** Gives the ports of the container that can be reached from outside: those of direct run types, and what is asked. */
    private static List<String> ports(RentOrder order) {
        Set<String> names = new LinkedHashSet<>();
        String runtype = order.text("runtype");
        if (runtype.contains("ssh_direc") || runtype.contains("jupyter_direc")) {
            names.add("22/tcp");
        }
        if (runtype.contains("jupyter_direc")) {
            names.add("8080/tcp");
        }
        order.body().path("env").fieldNames().forEachRemaining(name -> {
            Matcher port = PORT.matcher(name);
            if (port.matches()) {
                names.add(port.group(1) + (port.group(2) == null ? "/tcp" : port.group(2)));
            }
        });
        return new ArrayList<>(names);
    }
}
