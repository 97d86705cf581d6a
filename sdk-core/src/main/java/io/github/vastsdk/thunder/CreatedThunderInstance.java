package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.BestEffort;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.internal.json.NonBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to creating an instance. It costs money from here on, and lists may not show it yet.
 *
 * <p>Keep the uuid, and the private key if there is one, before doing anything else: the service shows the key this once.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param identifier the index in the list at that moment; it may be another one soon
 * @param uuid the durable id
 * @param key the private key that the service made, as nobody gave it a public key; null if it made none
 * @param extra the members that this version does not know or cannot read, by name; printing the map hides what looks
 *     secret
 */
public record CreatedThunderInstance(
        @JsonProperty("identifier") @JsonDeserialize(using = BestEffort.OfLong.class) @Nullable Long identifier,
        @JsonProperty("uuid") String uuid,
        @JsonProperty("key") @JsonDeserialize(using = NonBlank.OfSecret.class) @Nullable Secret key,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static CreatedThunderInstance fromJson(String json) {
        return Json.read(json, CreatedThunderInstance.class);
    }
}
