package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service says about the token.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param valid whether the token is good; null if the answer does not say
 * @param email the address of its owner
 * @param orgName the name of the organization that it belongs to
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ThunderToken(
        @JsonProperty("valid") @Nullable Boolean valid,
        @JsonProperty("email") @Nullable String email,
        @JsonProperty("org_name") @Nullable String orgName,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderToken fromJson(String json) {
        return Json.read(json, ThunderToken.class);
    }
}
