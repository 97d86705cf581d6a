package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an instance once achieved. The service has renamed columns, so that {@code model}, {@code name} and {@code score}
 * of older rows stand beside {@code templateHash}, {@code templateId}, {@code type} and {@code value} of newer ones;
 * a row has the ones or the others.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the benchmark
 * @param gpuName the model of the GPUs
 * @param numGpus the number of GPUs
 * @param type what was measured
 * @param value the result, in the unit of its type
 * @param model what was run, in older rows
 * @param name what was measured, in older rows
 * @param score the result, in older rows
 * @param machineId the id of the machine
 * @param contractId the id of the instance that ran it
 * @param image the image that ran
 * @param launchArgs the arguments that it ran with
 * @param templateId the id of the template
 * @param templateHash the hash id of the template
 * @param lastUpdate when it was measured
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record Benchmark(
        @JsonProperty("id") @Nullable Long id,
        @JsonProperty("gpu_name") @Nullable String gpuName,
        @JsonProperty("num_gpus") @Nullable Integer numGpus,
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("value") @Nullable Double value,
        @JsonProperty("model") @Nullable String model,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("score") @Nullable Double score,
        @JsonProperty("machine_id") @Nullable Long machineId,
        @JsonProperty("contract_id") @Nullable Long contractId,
        @JsonProperty("image") @Nullable String image,
        @JsonProperty("launch_args") @Nullable String launchArgs,
        @JsonProperty("template_id") @Nullable Long templateId,
        @JsonProperty("template_hash") @Nullable String templateHash,
        @JsonProperty("last_update") @Nullable Instant lastUpdate,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static Benchmark fromJson(String json) {
        return Json.read(json, Benchmark.class);
    }
}
