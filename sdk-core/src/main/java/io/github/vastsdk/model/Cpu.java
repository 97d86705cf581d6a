package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The processor and the main memory of a machine, as far as they belong to the instance or offer.
 *
 * @param name the model
 * @param arch the architecture, such as {@code amd64}
 * @param cores the number of cores of the machine
 * @param coresEffective the number of cores that may be used, possibly a fraction
 * @param ghz the clock rate in GHz
 * @param hasAvx whether the processor knows the AVX instructions
 * @param ramMb the memory of the machine in MB
 * @param utilization the load in percent
 * @param memoryLimit the memory that may be used, by its size in GB
 * @param memoryUsage the memory in use, in the unit of the limit
 * @param virtualMemoryUsage the virtual memory in use, in the unit of the limit
 */
public record Cpu(
        @JsonProperty("cpu_name") @Nullable String name,
        @JsonProperty("cpu_arch") @Nullable String arch,
        @JsonProperty("cpu_cores") @Nullable Integer cores,
        @JsonProperty("cpu_cores_effective") @Nullable Double coresEffective,
        @JsonProperty("cpu_ghz") @Nullable Double ghz,
        @JsonProperty("has_avx") @Nullable Boolean hasAvx,
        @JsonProperty("cpu_ram") @Nullable Double ramMb,
        @JsonProperty("cpu_util") @Nullable Double utilization,
        @JsonProperty("mem_limit") @Nullable Double memoryLimit,
        @JsonProperty("mem_usage") @Nullable Double memoryUsage,
        @JsonProperty("vmem_usage") @Nullable Double virtualMemoryUsage) {
    /** Shows the model. */
    @Override
    public String toString() {
        return name == null ? "" : name;
    }
}
