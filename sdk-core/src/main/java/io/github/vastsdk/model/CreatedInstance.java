package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new instance. It costs money from now on, until it is destroyed.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param success whether it worked; null if the answer does not say
 * @param instanceId the id of the instance, which the service calls {@code new_contract}
 * @param instanceApiKey the API key that can manage this instance only; null if the answer does not hold it
 * @param askId the id of the offer that was rented; null if the answer does not say
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record CreatedInstance(
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("new_contract") Long instanceId,
        @JsonProperty("instance_api_key") @Nullable Secret instanceApiKey,
        @JsonProperty("ask_id") @Nullable Long askId,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static CreatedInstance fromJson(String json) {
        return Json.read(json, CreatedInstance.class);
    }
}
