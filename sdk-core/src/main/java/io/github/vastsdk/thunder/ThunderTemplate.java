package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.BestEffort;
import io.github.vastsdk.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an instance can be created with: an operating system and programs.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param key the key, which names the template when an instance is created
 * @param displayName the name for people
 * @param extendedDescription more about it
 * @param automountFolders folders that it mounts by itself
 * @param startupCommands commands that start its programs
 * @param cleanupCommands commands that end them
 * @param openPorts ports that its programs answer at
 * @param startupMinutes how many minutes its programs need to start
 * @param version the version
 * @param isDefault whether the service marks it as the default
 * @param defaultSpecs what an instance with it should have
 * @param extra the members that this version does not know or cannot read, by name; printing the map hides what looks
 *     secret
 */
public record ThunderTemplate(
        @JsonProperty("key") String key,
        @JsonProperty("displayName") @Nullable String displayName,
        @JsonProperty("extendedDescription") @Nullable String extendedDescription,
        @JsonProperty("automountFolders") List<String> automountFolders,
        @JsonProperty("startupCommands") List<String> startupCommands,
        @JsonProperty("cleanupCommands") List<String> cleanupCommands,
        @JsonProperty("openPorts") List<Integer> openPorts,
        @JsonProperty("startupMinutes") @Nullable Integer startupMinutes,
        @JsonProperty("version") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable Integer version,
        @JsonProperty("default") @Nullable Boolean isDefault,
        @JsonProperty("defaultSpecs") @Nullable DefaultSpecs defaultSpecs,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * What an instance with a template should have, if nothing else is asked for.
     *
     * @param cores the number of virtual processors
     * @param gpuType the type of GPU
     * @param numGpus the number of GPUs
     * @param storageGb the size of the disk in GB
     * @param template the template
     * @param extra the members that this version does not know, by name; printing the map hides what looks secret
     */
    public record DefaultSpecs(
            @JsonProperty("cores") @Nullable Integer cores,
            @JsonProperty("gpu_type") @Nullable String gpuType,
            @JsonProperty("num_gpus") @Nullable Integer numGpus,
            @JsonProperty("storage") @Nullable Integer storageGb,
            @JsonProperty("template") @Nullable String template,
            @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {}

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderTemplate fromJson(String json) {
        return Json.read(json, ThunderTemplate.class);
    }
}
