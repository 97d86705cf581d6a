package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer to renting a volume. It can be used when lists show it as {@code available}, a little later.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param volumeId the id of the volume: as sent, or else taken from the name; null if the answer holds neither, and then
 *     the list of volumes tells it
 * @param volumeName the name by which copies and docker flags call the volume, such as {@code V.20118481}
 * @param success whether it worked; null if the answer does not say
 * @param msg what the service says about it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record CreatedVolume(
        @JsonProperty("volume_id") @Nullable Long volumeId,
        @JsonProperty("volume_name") @Nullable String volumeName,
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("msg") @Nullable String msg,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
    private static final Pattern NAME = Pattern.compile("V\\.([0-9]{1,18})");

    /**
     * Takes the id from the name if the answer does not hold it.
     *
     * @param volumeId the id as sent
     * @param volumeName the name as sent
     * @param success whether it worked
     * @param msg what the service says about it
     * @param extra the members that this version does not know
     */
    public CreatedVolume {
        volumeId = volumeId == null && volumeName != null ? idIn(volumeName) : volumeId;
    }

    private static @Nullable Long idIn(String name) {
        Matcher matcher = NAME.matcher(name.strip());
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static CreatedVolume fromJson(String json) {
        return Json.read(json, CreatedVolume.class);
    }
}
