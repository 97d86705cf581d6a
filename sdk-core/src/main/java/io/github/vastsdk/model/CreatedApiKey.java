package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.request.Permissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new API key. Its text is shown this once and never again.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the key
 * @param key the text of the key; null if the answer does not hold it
 * @param name the name of the key
 * @param permissions what the key may do, as the service understood it; null if the answer does not say
 * @param msg what the service says about it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record CreatedApiKey(
        @JsonProperty("id") Long id,
        @JsonProperty("key") @JsonAlias("api_key") @Nullable Secret key,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("permissions") @Nullable Permissions permissions,
        @JsonProperty("msg") @Nullable String msg,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static CreatedApiKey fromJson(String json) {
        return Json.read(json, CreatedApiKey.class);
    }
}
