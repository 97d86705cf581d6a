package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Copies;
import io.github.vastsdk.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What can be had at present. The service may say nothing about a configuration that it has.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param gpuTypes what the service says about each type of GPU, in its own words
 * @param specs what it says about each configuration, by the key that {@link ThunderGpuSpec#key()} gives
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ThunderAvailability(
        @JsonProperty("gpu_type") Map<String, Map<String, String>> gpuTypes,
        @JsonProperty("specs") Map<String, String> specs,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    private static final String AVAILABLE = "available";

    /**
     * Copies the maps, the inner ones too.
     *
     * @param gpuTypes what the service says about each type of GPU
     * @param specs what it says about each configuration
     * @param extra the members that this version does not know
     */
    public ThunderAvailability {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>(gpuTypes);
        copy.replaceAll((type, says) -> Copies.map(says));
        gpuTypes = Copies.map(copy);
    }

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderAvailability fromJson(String json) {
        return Json.read(json, ThunderAvailability.class);
    }

    /**
     * Tells whether a configuration can be had.
     *
     * @param key the key of the configuration, such as {@code h100_x1}
     * @return true only if the service says exactly {@code available}; empty if it says nothing about the configuration,
     *     which its own clients take for a yes
     */
    public Optional<Boolean> isAvailable(String key) {
        return Optional.ofNullable(specs.get(key)).map(AVAILABLE::equals);
    }
}
