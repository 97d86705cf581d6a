package io.github.vastsdk.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Makes offers as the service sends them, from few values, so that conditions hold about as often as not. */
final class RandomOffers {
    private final Random random;
    private final double nulls;

    /**
     * @param random decides everything
     * @param nulls how often a member is null, from 0 for never to 1; the ids are always there
     */
    RandomOffers(Random random, double nulls) {
        this.random = random;
        this.nulls = nulls;
    }

    ObjectNode next() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        int id = 1 + random.nextInt(5);
        row.put("id", id).put("ask_contract_id", id);
        texts(row);
        counts(row);
        amounts(row);
        flags(row);
        version(row);
        return row;
    }

    private void texts(ObjectNode row) {
        text(row, "gpu_name", "RTX 4090", "RTX 3090", "H100 SXM", "L4");
        text(row, "gpu_arch", "nvidia", "amd");
        text(row, "cpu_name", "Xeon® Gold 6248", "AMD EPYC 7B13 64-Core");
        text(row, "cpu_arch", "amd64", "arm64", "x86_64");
        text(row, "disk_name", "Samsung 990", "WD_BLACK SN850X, \"1TB\"");
        text(row, "mobo_name", "X570_PRO", "ROG STRIX", "[any]");
        text(row, "os_version", "20.04", "22.04", "24.04");
        text(row, "geolocation", "Sweden, SE", "California, US", ", CN");
        text(row, "verification", "verified", "unverified", "deverified");
        text(row, "public_ipaddr", "192.0.2.1", "192.0.2.2");
        text(row, "resource_type", "gpu", "cpu");
    }

    private void counts(ObjectNode row) {
        for (String name : List.of(
                "machine_id",
                "host_id",
                "bundle_id",
                "cluster_id",
                "num_gpus",
                "gpu_lanes",
                "cpu_cores",
                "direct_port_count",
                "avail_vol_ask_id",
                "geolocode")) {
            if (isThere(row, name)) {
                row.put(name, 1 + random.nextInt(4));
            }
        }
        if (isThere(row, "hosting_type")) {
            row.put("hosting_type", random.nextInt(2));
        }
        if (isThere(row, "compute_cap")) {
            row.put("compute_cap", 700 + 10 * random.nextInt(4));
        }
        for (String name : List.of("gpu_ram", "gpu_total_ram", "cpu_ram")) {
            if (isThere(row, name)) {
                row.put(name, 24_000 + 64 * random.nextInt(4));
            }
        }
    }

    private void amounts(ObjectNode row) {
        for (String name : List.of(
                "gpu_frac",
                "gpu_mem_bw",
                "gpu_max_power",
                "gpu_max_temp",
                "bw_nvlink",
                "cuda_max_good",
                "total_flops",
                "dlperf",
                "cpu_cores_effective",
                "cpu_ghz",
                "disk_space",
                "disk_bw",
                "inet_up",
                "inet_down",
                "inet_up_cost",
                "inet_down_cost",
                "dph_total",
                "dph_base",
                "min_bid",
                "storage_cost",
                "storage_total_cost",
                "vram_costperhour",
                "dlperf_per_dphtotal",
                "flops_per_dphtotal",
                "score",
                "reliability",
                "expected_reliability",
                "pci_gen",
                "pcie_bw",
                "avail_vol_dph",
                "avail_vol_size",
                "nw_disk_min_bw",
                "nw_disk_max_bw",
                "nw_disk_avg_bw")) {
            if (isThere(row, name)) {
                row.put(name, random.nextInt(5) / 10.0);
            }
        }
        for (String name : List.of("duration", "start_date", "end_date")) {
            if (isThere(row, name)) {
                row.put(name, 86_400L * (1 + random.nextInt(4)) + random.nextInt(2) / 4.0);
            }
        }
    }

    private void flags(ObjectNode row) {
        for (String name : List.of(
                "gpu_display_active",
                "static_ip",
                "external",
                "rentable",
                "rented",
                "vms_enabled",
                "is_vm_deverified")) {
            if (isThere(row, name)) {
                row.put(name, random.nextBoolean());
            }
        }
        if (isThere(row, "has_avx")) {
            row.put("has_avx", random.nextInt(2));
        }
    }

    private void version(ObjectNode row) {
        if (isThere(row, "driver_vers")) {
            long patch = random.nextInt(3);
            row.put("driver_vers", 535_086_000 + patch).put("driver_version", "535.86.0" + patch);
        }
    }

    private void text(ObjectNode row, String name, String... values) {
        if (isThere(row, name)) {
            row.put(name, values[random.nextInt(values.length)]);
        }
    }

    private boolean isThere(ObjectNode row, String name) {
        if (random.nextDouble() >= nulls) {
            return true;
        }
        row.putNull(name);
        return false;
    }
}
