package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public SSH key that is installed on an instance.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the key
 * @param userId the id of the account that owns the key
 * @param name the name of the key
 * @param publicKey the public key in OpenSSH form, as sent
 * @param createdAt when the key was registered
 * @param deletedAt when the key was deleted; null for a live key
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record InstanceSshKey(
        @JsonProperty("id") Long id,
        @JsonProperty("user_id") @Nullable Long userId,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("public_key") @JsonAlias({"key", "ssh_key"}) @Nullable String publicKey,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("deleted_at") @Nullable Instant deletedAt,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static InstanceSshKey fromJson(String json) {
        return Json.read(json, InstanceSshKey.class);
    }

    /** Reads a key that comes as its bare text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("NullAway") // Such a key has no id.
    static InstanceSshKey ofText(String publicKey) {
        return new InstanceSshKey(null, null, null, publicKey, null, null, Map.of());
    }
}
