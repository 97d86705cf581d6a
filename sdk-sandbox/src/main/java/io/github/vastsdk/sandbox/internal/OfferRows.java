package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes up offers as hosts make them: a machine has one host, one place and one kind of GPU, and is rented in parts. */
final class OfferRows {
    private static final List<String> PLACES = List.of(
            "Sweden, SE",
            "Norway, NO",
            "Texas, US",
            "California, US",
            "Washington, US",
            "Quebec, CA",
            "Germany, DE",
            "Czechia, CZ",
            "Poland, PL",
            "United Kingdom, GB",
            "South Korea, KR",
            "Japan, JP",
            "Taiwan, TW",
            "India, IN",
            "Brazil, BR",
            "Australia, AU");
    private static final List<String> CPUS =
            List.of("AMD EPYC 7763 64-Core Processor ", "AMD EPYC 9354 32-Core Processor", "Xeon® Platinum 8358 ");
    private static final List<String> DRIVERS =
            List.of("535.183.01", "550.54.14", "560.35.03", "570.133.20", "580.95.05");
    private static final List<Double> CUDA = List.of(12.2, 12.4, 12.6, 12.8, 13.0);
    private static final List<String> SYSTEMS = List.of("20.04", "22.04", "24.04");
    private static final long FIRST_ASK = 20_000_000;
    private static final double DAY = 86_400;

    private final Ids ids;
    private final Instant now;
    private final ObjectNode template = JsonFile.read("offer.json");

    OfferRows(Ids ids, Instant now) {
        this.ids = ids;
        this.now = now;
    }

    /** Makes the rows of the next machine: one of all its GPUs, or several of some of them. */
    List<ObjectNode> machine() {
        GpuModel gpu = gpu();
        int total = 1 << ids.between(0, 3);
        List<Integer> parts = parts(total);
        ObjectNode machine = host(gpu, total);
        int first = 0;
        List<ObjectNode> rows = new ArrayList<>();
        for (int part : parts) {
            rows.add(offer(machine, gpu, first, part, total));
            first += part;
        }
        return rows;
    }

    private GpuModel gpu() {
        int all = GpuModel.ALL.stream().mapToInt(GpuModel::weight).sum();
        int left = ids.between(0, all - 1);
        for (GpuModel gpu : GpuModel.ALL) {
            left -= gpu.weight();
            if (left < 0) {
                return gpu;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private List<Integer> parts(int total) {
        return switch (ids.between(0, 2)) {
            case 0 -> List.of(total);
            case 1 -> total >= 4 ? List.of(total / 2, total / 4, total / 4) : List.of(total);
            default -> total >= 2 ? List.of(total / 2, total / 2) : List.of(total);
        };
    }

    private ObjectNode host(GpuModel gpu, int total) {
        int driver = ids.between(0, DRIVERS.size() - 1);
        int cores = ids.between(1, 40) == 1 ? 0 : 16 << ids.between(0, 3);
        double reliability = ids.between(1, 8) == 1 ? ids.real(0.7, 0.95) : ids.real(0.95, 0.9999);
        double up = ids.real(80, 4_000);
        double trafficUp = ids.between(1, 3) == 1 ? 0 : ids.real(0.001, 0.02);
        double trafficDown = ids.between(1, 3) == 1 ? 0 : ids.real(0.001, 0.02);
        double end = World.seconds(now) + ids.real(0.3, 300) * DAY;
        ObjectNode row = template.deepCopy();
        row.put("machine_id", ids.between(1_000, 60_000))
                .put("host_id", ids.between(1_000, 300_000))
                .put("cpu_name", ids.pick(CPUS))
                .put("cpu_cores", cores)
                .put("cpu_ghz", ids.real(2.0, 4.2))
                .put("cpu_ram", 32_000 * total + ids.between(0, 31_999))
                .put("disk_bw", ids.real(400, 7_000))
                .put("inet_up", up)
                .put("inet_down", up * ids.real(0.9, 1.6))
                .put("inet_up_cost", trafficUp)
                .put("inet_down_cost", trafficDown)
                .put("internet_up_cost_per_tb", trafficUp * 1024)
                .put("internet_down_cost_per_tb", trafficDown * 1024)
                .put("pci_gen", (double) ids.between(3, 5))
                .put("pcie_bw", ids.real(5, 50))
                .put("os_version", ids.pick(SYSTEMS))
                .put("driver_version", DRIVERS.get(driver))
                .put("driver_vers", OfferColumn.driverNumber(DRIVERS.get(driver)))
                .put("cuda_max_good", CUDA.get(driver))
                .put("compute_cap", gpu.computeCap())
                .put("storage_cost", ids.real(0.05, 0.3))
                .put("direct_port_count", ids.between(1, 12) == 1 ? 0 : ids.between(10, 500))
                .put("public_ipaddr", "198.51.100." + ids.between(1, 254))
                .put("static_ip", ids.between(1, 3) > 1)
                .put("vms_enabled", ids.between(1, 6) == 1)
                .put("hosting_type", ids.between(1, 4) == 1 ? 1 : 0)
                .put("geolocation", ids.pick(PLACES))
                .put("geolocode", ids.between(1, 1 << 30))
                .put("reliability", reliability)
                .put("reliability2", reliability)
                .put("reliability_mult", reliability * reliability)
                .put("expected_reliability", reliability)
                .put("end_date", end);
        verification(row, ids.between(1, 20));
        nulls(row, ids.between(1, 30));
        return row;
    }

    private static void verification(ObjectNode row, int die) {
        String verification = die <= 15 ? "verified" : die <= 19 ? "unverified" : "deverified";
        row.put("verification", verification).put("vericode", die <= 15 ? 1 : die <= 19 ? 0 : 2);
    }

    /** Leaves out what hosts leave out now and then. */
    private static void nulls(ObjectNode row, int die) {
        switch (die) {
            case 1 -> row.putNull("geolocation");
            case 2 -> row.putNull("hosting_type");
            case 3 -> row.putNull("external");
            case 4 -> row.putNull("cpu_cores");
            case 5 -> row.put("external", true);
            default -> row.put("start_date", row.path("end_date").doubleValue() - 365 * DAY);
        }
    }

    private ObjectNode offer(ObjectNode machine, GpuModel gpu, int first, int count, int total) {
        long id = FIRST_ASK + ids.id();
        double fraction = (double) count / total;
        double base = gpu.dollarsPerHour() * count * ids.real(0.75, 1.5);
        double dlperf = gpu.teraflops() * count * ids.real(0.9, 1.4);
        boolean rented = ids.between(1, 12) == 1;
        ObjectNode row = machine.deepCopy();
        row.put("id", id)
                .put("ask_contract_id", id)
                .put("bundle_id", ids.between(1_000_000, 9_000_000))
                .put("num_gpus", count)
                .put("gpu_name", gpu.name())
                .put("gpu_ram", gpu.ramMb())
                .put("gpu_total_ram", gpu.ramMb() * count)
                .put("gpu_frac", fraction)
                .put("gpu_mem_bw", gpu.memoryBandwidth())
                .put("gpu_max_power", (double) gpu.watts())
                .put("bw_nvlink", count > 1 ? gpu.nvlink() : 0)
                .put("cpu_cores_effective", machine.path("cpu_cores").asInt() * fraction)
                .put("disk_space", ids.real(60, 2_000) * fraction)
                .put("total_flops", gpu.teraflops() * count)
                .put("dlperf", dlperf)
                .put("score", dlperf / base * machine.path("reliability").doubleValue())
                .put("vram_costperhour", base / (gpu.ramMb() * count))
                .put("dph_base", base)
                // Bids are not bound to be below the price.
                .put("min_bid", base * (ids.between(1, 25) == 1 ? 2.2 : ids.real(0.3, 0.8)))
                .put("discount_rate", ids.real(0.05, 0.4))
                .put("rentable", !rented)
                .put("rented", rented);
        ArrayNode gpus = row.putArray("gpu_ids");
        for (int i = first; i < first + count; i++) {
            gpus.add(i);
        }
        return row;
    }
}
