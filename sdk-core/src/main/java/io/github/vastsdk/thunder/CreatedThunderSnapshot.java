package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to taking a snapshot. The service takes it in its own time: lists tell when it is ready.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param message what the service says about it
 * @param id the id of the snapshot; null if the answer does not hold it, and then the list tells it by the name
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record CreatedThunderSnapshot(
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("id") @Nullable String id,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static CreatedThunderSnapshot fromJson(String json) {
        return Json.read(json, CreatedThunderSnapshot.class);
    }
}
