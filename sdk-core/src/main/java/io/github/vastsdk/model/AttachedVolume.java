package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume that is attached to an instance. Only lists of instances name them.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the volume
 * @param label the name of the volume
 * @param availableGb the free space in GB
 * @param totalGb the size in GB
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record AttachedVolume(
        @JsonProperty("id") @Nullable Long id,
        @JsonProperty("label") @Nullable String label,
        @JsonProperty("avail_space") @Nullable Double availableGb,
        @JsonProperty("total_space") @Nullable Double totalGb,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static AttachedVolume fromJson(String json) {
        return Json.read(json, AttachedVolume.class);
    }
}
