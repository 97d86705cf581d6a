package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that instances can have: a type and number of GPUs, and what goes with them.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param key the key in the specifications, such as {@code h100_x1} (version 2) or {@code h100_x1_prototyping}
 *     (version 1)
 * @param displayName the name for people
 * @param gpuCount the number of GPUs
 * @param vramGb the memory of a GPU in GB
 * @param mode the mode; only version 1 has it
 * @param vcpuOptions the numbers of virtual processors to choose from
 * @param storageGb how large the disk may be, in GB
 * @param ramPerVcpuGib the main memory for each virtual processor in GiB
 * @param ramCapGib the most main memory in GiB; only version 2 has it
 * @param ephemeralStorageGb how large the ephemeral disk may be, in GB; only older answers have it
 * @param limits what a GPU can have at most; only version 1 is known to have it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ThunderGpuSpec(
        @JsonProperty("key") String key,
        @JsonProperty("displayName") @Nullable String displayName,
        @JsonProperty("gpuCount") @Nullable Integer gpuCount,
        @JsonProperty("vramGB") @Nullable Integer vramGb,
        @JsonProperty("mode") @Nullable String mode,
        @JsonProperty("vcpuOptions") List<Integer> vcpuOptions,
        @JsonProperty("storageGB") @Nullable Range storageGb,
        @JsonProperty("ramPerVCPUGiB") @Nullable Double ramPerVcpuGib,
        @JsonProperty("ramCapGiB") @Nullable Double ramCapGib,
        @JsonProperty("ephemeralStorageGB") @Nullable Range ephemeralStorageGb,
        @JsonProperty("limits") @Nullable Limits limits,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * The least and the most of something.
     *
     * @param min the least; null if the answer does not say
     * @param max the most; null if the answer does not say
     * @param extra the members that this version does not know, by name; printing the map hides what looks secret
     */
    public record Range(
            @JsonProperty("min") @Nullable Integer min,
            @JsonProperty("max") @Nullable Integer max,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
        /** Shows {@code 100 to 1000}; {@code ?} stands for what the answer does not say. */
        @Override
        public String toString() {
            return (min == null ? "?" : min) + " to " + (max == null ? "?" : max);
        }
    }

    /**
     * What a GPU can have at most.
     *
     * @param maxCpuPerGpu the most virtual processors for each GPU
     * @param maxMemoryGibPerGpu the most main memory in GiB for each GPU
     * @param extra the members that this version does not know, by name; printing the map hides what looks secret
     */
    public record Limits(
            @JsonProperty("maxCPUPerGPU") @Nullable Integer maxCpuPerGpu,
            @JsonProperty("maxMemoryGiBPerGPU") @Nullable Integer maxMemoryGibPerGpu,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {}

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderGpuSpec fromJson(String json) {
        return Json.read(json, ThunderGpuSpec.class);
    }
}
