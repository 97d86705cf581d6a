package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.BestEffort;
import io.github.vastsdk.internal.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A public SSH key of the organization. The service puts none of them onto an instance by itself.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the key
 * @param name the name of the key
 * @param publicKey the public key in OpenSSH form, as sent
 * @param fingerprint the fingerprint of the key
 * @param keyType the type of the key, such as {@code ssh-ed25519}
 * @param createdAt when the key was registered
 * @param extra the members that this version does not know or cannot read, by name; printing the map hides what looks
 *     secret
 */
public record ThunderSshKey(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("public_key") @Nullable String publicKey,
        @JsonProperty("fingerprint") @Nullable String fingerprint,
        @JsonProperty("key_type") @Nullable String keyType,
        @JsonProperty("created_at") @JsonDeserialize(using = BestEffort.OfInstant.class) @Nullable Instant createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderSshKey fromJson(String json) {
        return Json.read(json, ThunderSshKey.class);
    }
}
