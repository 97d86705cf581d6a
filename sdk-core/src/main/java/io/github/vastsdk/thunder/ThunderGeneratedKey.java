package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.internal.json.NonBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A private key that the service made for an instance. It is shown this once and never again.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param uuid the uuid of the instance that lets the key in
 * @param key the private key as the service wrote it; a call whose answer lacks it fails
 * @param message what the service says about it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ThunderGeneratedKey(
        @JsonProperty("uuid") @Nullable String uuid,
        @JsonProperty("key") @JsonDeserialize(using = NonBlank.OfSecret.class) Secret key,
        @JsonProperty("message") @Nullable String message,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderGeneratedKey fromJson(String json) {
        return Json.read(json, ThunderGeneratedKey.class);
    }
}
