package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model of GPU that the service knows.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param canonicalName the name, such as {@code RTX 4090}
 * @param gpuRamMb the memory of one GPU in MB
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record GpuType(
        @JsonProperty("canonical_name") @Nullable String canonicalName,
        @JsonProperty("gpu_ram_mb") @Nullable Double gpuRamMb,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static GpuType fromJson(String json) {
        return Json.read(json, GpuType.class);
    }
}
