package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to putting a public key onto an instance. It is the same if the instance had the key already.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param success whether it worked; null if the answer does not say
 * @param uuid the uuid of the instance
 * @param message what the service says about it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ThunderKeyAdded(
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("uuid") @Nullable String uuid,
        @JsonProperty("message") @Nullable String message,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderKeyAdded fromJson(String json) {
        return Json.read(json, ThunderKeyAdded.class);
    }
}
