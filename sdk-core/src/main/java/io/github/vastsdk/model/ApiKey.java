package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.request.Permissions;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key of the account, without its text: the service shows that once, when it creates the key.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the key
 * @param userId the id of the account that owns the key
 * @param name the name of the key
 * @param key the text of the key, should an answer hold it; usually null
 * @param rights what the key may do, in the service's own words
 * @param teamId the id of the team that the key belongs to
 * @param teamName the name of that team
 * @param permissions what the key may do; null if the answer does not say
 * @param createdAt when the key was created
 * @param deletedAt when the key was deleted; null for a live key
 * @param lastUsed when the key was last used
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ApiKey(
        @JsonProperty("id") Long id,
        @JsonProperty("user_id") @Nullable Long userId,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("key") @JsonAlias("api_key") @Nullable Secret key,
        @JsonProperty("rights") @Nullable String rights,
        @JsonProperty("team_id") @Nullable Long teamId,
        @JsonProperty("team_name") @Nullable String teamName,
        @JsonProperty("permissions") @Nullable Permissions permissions,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("deleted_at") @Nullable Instant deletedAt,
        @JsonProperty("last_used") @Nullable Instant lastUsed,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ApiKey fromJson(String json) {
        return Json.read(json, ApiKey.class);
    }

    /**
     * Tells whether the key was deleted. The service may list deleted keys for a while.
     *
     * @return true if it has a time of deletion
     */
    public boolean isDeleted() {
        return deletedAt != null;
    }
}
