package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The GPUs of a machine, as far as they belong to the instance or offer.
 *
 * @param name the model, such as {@code RTX 4090}
 * @param count the number of GPUs
 * @param ids the ids of the GPUs, on offers
 * @param arch the make, such as {@code nvidia}
 * @param ramMb the memory of each GPU in MB
 * @param totalRamMb the memory of all GPUs in MB
 * @param fraction the part of the machine's GPUs, 0 to 1
 * @param lanes the PCIe lanes of each GPU
 * @param memoryBandwidth the memory bandwidth in GB/s
 * @param nvlinkBandwidth the NVLink bandwidth in GB/s
 * @param utilization the load in percent; null if unknown
 * @param temperature the temperature in degrees Celsius; null if unknown
 * @param maxPower the power limit in watts
 * @param maxTemperature the temperature limit in degrees Celsius
 * @param displayActive whether a display is attached
 * @param computeCap the compute capability times 100, such as 890 for 8.9; see {@link #computeCapability()}
 * @param cudaMaxGood the newest CUDA version that the driver supports
 * @param driverVersion the version of the driver
 * @param driverVersionCode the version of the driver as one number, such as 535086005 for 535.86.05
 * @param totalFlops the computing power of all GPUs in TFLOPS
 * @param dlperf the service's deep learning score
 */
public record Gpu(
        @JsonProperty("gpu_name") @Nullable String name,
        @JsonProperty("num_gpus") @Nullable Integer count,
        @JsonProperty("gpu_ids") List<Long> ids,
        @JsonProperty("gpu_arch") @Nullable String arch,
        @JsonProperty("gpu_ram") @Nullable Double ramMb,
        @JsonProperty("gpu_totalram") @JsonAlias("gpu_total_ram") @Nullable Double totalRamMb,
        @JsonProperty("gpu_frac") @Nullable Double fraction,
        @JsonProperty("gpu_lanes") @Nullable Integer lanes,
        @JsonProperty("gpu_mem_bw") @Nullable Double memoryBandwidth,
        @JsonProperty("bw_nvlink") @Nullable Double nvlinkBandwidth,
        @JsonProperty("gpu_util") @Nullable Double utilization,
        @JsonProperty("gpu_temp") @Nullable Double temperature,
        @JsonProperty("gpu_max_power") @Nullable Double maxPower,
        @JsonProperty("gpu_max_temp") @Nullable Double maxTemperature,
        @JsonProperty("gpu_display_active") @Nullable Boolean displayActive,
        @JsonProperty("compute_cap") @Nullable Integer computeCap,
        @JsonProperty("cuda_max_good") @Nullable Double cudaMaxGood,
        @JsonProperty("driver_version") @Nullable String driverVersion,
        @JsonProperty("driver_vers") @Nullable String driverVersionCode,
        @JsonProperty("total_flops") @Nullable Double totalFlops,
        @JsonProperty("dlperf") @Nullable Double dlperf) {
    /**
     * Gives the compute capability as NVIDIA writes it.
     *
     * @return such as 8.9; empty if the answer does not hold it
     */
    public OptionalDouble computeCapability() {
        return computeCap == null ? OptionalDouble.empty() : OptionalDouble.of(computeCap / 100.0);
    }

    /** Shows the number and the model, such as {@code 2×RTX 4090}. */
    @Override
    public String toString() {
        return (count == null ? "" : count + "×") + (name == null ? "" : name);
    }
}
