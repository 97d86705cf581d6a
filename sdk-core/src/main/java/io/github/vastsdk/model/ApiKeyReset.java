package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to resetting the API key of the caller. The old key stops working at once.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param newApiKey the text of the new key; null if the answer does not hold it
 * @param success whether it worked; null if the answer does not say
 * @param msg what the service says about it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ApiKeyReset(
        @JsonProperty("new_api_key") @JsonAlias({"api_key", "key"}) @Nullable Secret newApiKey,
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("msg") @Nullable String msg,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ApiKeyReset fromJson(String json) {
        return Json.read(json, ApiKeyReset.class);
    }
}
