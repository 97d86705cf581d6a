package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the account to a cloud storage.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the connection
 * @param name the name that its owner gave it
 * @param cloudType the kind of storage, such as {@code s3} or {@code drive}
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record CloudConnection(
        @JsonProperty("id") Long id,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("cloud_type") @Nullable String cloudType,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static CloudConnection fromJson(String json) {
        return Json.read(json, CloudConnection.class);
    }
}
