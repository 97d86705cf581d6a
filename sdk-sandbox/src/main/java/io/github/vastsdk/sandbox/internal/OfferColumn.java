package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column that offers can be filtered and sorted by.
 *
 * @param value reads it from a row
 * @param operand turns what it is compared with into the same unit
 */
record OfferColumn(UnaryOperator<JsonNode> value, UnaryOperator<JsonNode> operand) {
    private static final Set<String> STORED =
            Set.of(("ask_contract_id avail_vol_ask_id avail_vol_dph avail_vol_size bundle_id bundled_results bw_nvlink"
                            + " cluster_id compute_cap cpu_arch cpu_cores cpu_cores_effective cpu_ghz cpu_name cpu_ram"
                            + " credit_discount_max cuda_max_good direct_port_count discounted_dph_total disk_bw"
                            + " disk_name disk_space dlperf dlperf_per_dphtotal dph_base dph_total driver_vers duration"
                            + " end_date expected_reliability external flops_per_dphtotal geolocode gpu_arch"
                            + " gpu_display_active gpu_frac gpu_lanes gpu_max_power gpu_max_temp gpu_mem_bw gpu_name"
                            + " gpu_ram gpu_total_ram has_avx host_id hosting_type hostname inet_down inet_down_cost"
                            + " inet_up inet_up_cost is_bid is_vm_deverified logo machine_id min_bid mobo_name num_gpus"
                            + " nw_disk_avg_bw nw_disk_max_bw nw_disk_min_bw os_version pci_gen pcie_bw platform_fee"
                            + " public_ipaddr reliability reliability_mult rentable rented resource_type score"
                            + " start_date static_ip storage_cost storage_total_cost total_flops vericode verification"
                            + " vms_enabled vram_costperhour webpage")
                    .split(" "));
    private static final Map<String, OfferColumn> VIRTUAL = virtual();

    /** Finds a column; null when there is none of that name, and then the service ignores what is said about it. */
    static @Nullable OfferColumn of(String name) {
        return STORED.contains(name) ? stored(name) : VIRTUAL.get(name);
    }

    private static Map<String, OfferColumn> virtual() {
        Map<String, OfferColumn> columns = new HashMap<>();
        // Every offer has an id, yet a filter on it finds none of them.
        columns.put("id", new OfferColumn(row -> NullNode.instance, UnaryOperator.identity()));
        columns.put("reliability2", stored("reliability"));
        columns.put("dphtotal", stored("dph_total"));
        columns.put("gpu_totalram", stored("gpu_total_ram"));
        columns.put("ubuntu_version", stored("os_version"));
        columns.put("allocated_storage", stored("disk_space"));
        columns.put("target_reliability", stored("expected_reliability"));
        columns.put("gpu_ram_GB", gigabytes("gpu_ram"));
        columns.put("gpu_totalram_GB", gigabytes("gpu_total_ram"));
        columns.put("cpu_ram_GB", gigabytes("cpu_ram"));
        columns.put("geolocation", new OfferColumn(OfferColumn::country, UnaryOperator.identity()));
        columns.put("verified", truth("verification", value -> value.asText().equals("verified")));
        columns.put("datacenter", truth("hosting_type", value -> value.asInt() == 1));
        columns.put("driver_version", new OfferColumn(row -> row.path("driver_vers"), OfferColumn::driver));
        return Map.copyOf(columns);
    }

    private static OfferColumn stored(String name) {
        return new OfferColumn(row -> row.path(name), UnaryOperator.identity());
    }

    private static OfferColumn gigabytes(String name) {
        return new OfferColumn(row -> row.path(name), operand -> {
            BigDecimal number = Scalars.number(operand);
            return number == null ? operand : DecimalNode.valueOf(number.movePointRight(3));
        });
    }

    private static OfferColumn truth(String name, Predicate<JsonNode> test) {
        return new OfferColumn(
                row -> row.path(name).isValueNode() && !row.path(name).isNull()
                        ? BooleanNode.valueOf(test.test(row.path(name)))
                        : NullNode.instance,
                UnaryOperator.identity());
    }

    /** Gives the country code at the end of a place such as {@code Sweden, SE}. */
    private static JsonNode country(JsonNode row) {
        String place = row.path("geolocation").asText("").strip();
        return place.length() < 2 || row.path("geolocation").isNull()
                ? NullNode.instance
                : TextNode.valueOf(place.substring(place.length() - 2));
    }

    private static JsonNode driver(JsonNode version) {
        String text = version.asText("");
        return text.matches("\\d{1,6}(\\.\\d{1,3}){1,2}") ? LongNode.valueOf(driverNumber(text)) : version;
    }

    /** Turns {@code 535.86.05} into 535086005: three digits for each part. */
    static long driverNumber(String version) {
        String[] parts = version.split("\\.", -1);
        long number = 0;
        for (int i = 0; i < 3; i++) {
            String part = i < parts.length ? parts[i].replaceAll("\\D", "") : "";
            number = number * 1000 + (part.isEmpty() ? 0 : Long.parseLong(part));
        }
        return number;
    }
}
