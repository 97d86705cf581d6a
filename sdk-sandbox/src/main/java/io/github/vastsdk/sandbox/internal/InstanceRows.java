package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Instant;
import java.util.List;

/** Makes up instances with every member that the service shows. */
final class InstanceRows {
    private static final List<Gpu> GPUS = List.of(
            new Gpu("RTX 4090", 24564, 82.6, 0.40),
            new Gpu("RTX 3090", 24576, 35.6, 0.18),
            new Gpu("A100 SXM4", 81920, 19.5, 1.10),
            new Gpu("H100 SXM", 81559, 66.9, 2.35),
            new Gpu("RTX 5090", 32607, 104.8, 0.55));
    private static final List<String> PLACES = List.of("Sweden, SE", "Texas, US", "South Korea, KR", "Quebec, CA");
    private static final List<String> LABELS = List.of("training", "inference", "notebook");
    private static final long DAY = 86_400;

    private static final List<String> PORTS = List.of("22/tcp", "8080/tcp");

    private final World world;
    private final ObjectNode template = JsonFile.read("instance.json");

    /**
     * A kind of GPU.
     *
     * @param name as the service writes it
     * @param ramMb memory of one
     * @param teraflops of one
     * @param dollarsPerHour of one
     */
    private record Gpu(String name, int ramMb, double teraflops, double dollarsPerHour) {}

    InstanceRows(World world) {
        this.world = world;
    }

    /** Makes the next instance; every third is stopped and every second has no label. */
    Contract next(int index) {
        Ids ids = world.ids();
        ObjectNode row = template.deepCopy();
        Gpu gpu = ids.pick(GPUS);
        int count = 1 << ids.between(0, 2);
        String place = ids.pick(PLACES);
        long id = ids.id();
        String address = "203.0.113." + ids.between(1, 254);
        double base = gpu.dollarsPerHour() * count;
        double storage = row.path("storage_total_cost").doubleValue();
        Instant start = world.now().minusSeconds(ids.between(1, 72) * 3600L);
        row.put("id", id)
                .put("machine_id", ids.between(1_000, 60_000))
                .put("host_id", ids.between(1_000, 300_000))
                .put("bundle_id", ids.between(1_000_000, 9_000_000))
                .put("label", index % 2 == 0 ? ids.pick(LABELS) : null)
                .put("gpu_name", gpu.name())
                .put("num_gpus", count)
                .put("gpu_ram", gpu.ramMb())
                .put("gpu_totalram", gpu.ramMb() * count)
                .put("total_flops", gpu.teraflops() * count)
                .put("flops_per_dphtotal", gpu.teraflops() * count / (base + storage))
                .put("min_bid", base / 2)
                .put("dph_base", base)
                .put("dph_total", base + storage)
                .put("start_date", World.seconds(start))
                .put("end_date", World.seconds(start.plusSeconds(30 * DAY)))
                .put("geolocation", place)
                .put("country_code", place.substring(place.length() - 2))
                .put("ssh_host", "ssh" + ids.between(1, 9) + ".vast.example")
                .put("ssh_idx", String.valueOf(ids.between(1, 9)))
                .put("ssh_port", ids.between(10_000, 39_999))
                // The service leaves blanks around some texts.
                .put("public_ipaddr", address + "\n")
                .put("local_ipaddrs", "172.17.0." + ids.between(2, 250) + " \n")
                .put("jupyter_token", ids.hex(64))
                .put("status_msg", "success, running " + row.path("image_uuid").textValue());
        prices(row, base, storage);
        ports(row, address, ids.between(40_000, 60_000));
        Contract contract = new Contract(row, PORTS, start);
        if (index % 3 == 2) {
            stop(row);
        } else {
            contract.runningSince(start);
        }
        return contract;
    }

    private static void prices(ObjectNode row, double base, double storage) {
        for (String name : List.of("search", "instance")) {
            ((ObjectNode) row.path(name))
                    .put("gpuCostPerHour", base)
                    .put("diskHour", storage)
                    .put("totalHour", base + storage)
                    .put("discountedTotalPerHour", base + storage);
        }
    }

    private static void ports(ObjectNode row, String address, int first) {
        row.put("direct_port_start", first).put("direct_port_end", first + 1).put("machine_dir_ssh_port", first);
        ObjectNode ports = row.putObject("ports");
        int port = first;
        for (String name : PORTS) {
            // The number is a text here.
            ports.putArray(name).addObject().put("HostIp", "0.0.0.0").put("HostPort", String.valueOf(port++));
        }
        row.put("webpage", "http://" + address + ":" + (first + 1));
    }

    private static void stop(ObjectNode row) {
        row.put("actual_status", "exited")
                .put("intended_status", "stopped")
                .put("cur_state", "stopped")
                .put("next_state", "stopped")
                .put("status_msg", "stopped by user")
                .put("direct_port_start", -1)
                .put("direct_port_end", -1)
                .put("disk_util", -1.0);
        for (String name : List.of(
                "ports", "webpage", "gpu_util", "gpu_temp", "uptime_mins", "mem_usage", "vmem_usage", "cpu_util")) {
            row.putNull(name);
        }
        Status.cost(row, false);
    }

    /** Gives an instance as the single read shows it. */
    static ObjectNode shown(Contract contract, Instant now) {
        ObjectNode view = timed(contract, now);
        view.remove(List.of("country_code", "volume_info"));
        return view;
    }

    /** Gives an instance as the list shows it. */
    static ObjectNode listed(Contract contract, Instant now) {
        ObjectNode view = timed(contract, now);
        view.remove(List.of("bundle_id", "hosting_type", "logo"));
        return view;
    }

    private static ObjectNode timed(Contract contract, Instant now) {
        double seconds = World.seconds(now);
        ObjectNode view = contract.row().deepCopy();
        view.put("duration", view.path("end_date").doubleValue() - seconds);
        Instant since = contract.runningSince();
        if (since != null && !view.path("uptime_mins").isNull()) {
            view.put("uptime_mins", (seconds - World.seconds(since)) / 60);
        }
        return view;
    }
}
