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
 * The last restart of a Thunder Compute instance, as the service explains it.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param reason the reason in a word
 * @param timestamp when it restarted
 * @param message details for people
 * @param exitCode the exit code that it gives
 * @param extra the members that this version does not know or cannot read, by name; printing the map hides what looks
 *     secret
 */
public record ThunderRestart(
        @JsonProperty("reason") @Nullable String reason,
        @JsonProperty("timestamp") @JsonDeserialize(using = BestEffort.OfInstant.class) @Nullable Instant timestamp,
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("exitCode") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable Integer exitCode,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderRestart fromJson(String json) {
        return Json.read(json, ThunderRestart.class);
    }
}
