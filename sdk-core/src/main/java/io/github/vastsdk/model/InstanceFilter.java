package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A combination of values that occurs among the account's instances, to offer in a list of filters.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param actualStatus the status of the container
 * @param verification whether the machine is verified
 * @param gpuName the model of the GPU
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record InstanceFilter(
        @JsonProperty("actual_status") @Nullable InstanceStatus actualStatus,
        @JsonProperty("verification") @Nullable Verification verification,
        @JsonProperty("gpu_name") @Nullable String gpuName,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static InstanceFilter fromJson(String json) {
        return Json.read(json, InstanceFilter.class);
    }
}
