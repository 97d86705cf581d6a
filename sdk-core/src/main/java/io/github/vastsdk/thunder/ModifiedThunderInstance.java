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
 * The answer to changing an instance or its ports. The instance restarts unless only its ports change, and lists may show
 * for a while what it was.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param identifier the index in the list at that moment
 * @param instanceName the uuid of the instance
 * @param mode the mode; the service is giving modes up
 * @param gpuType the type of its GPUs
 * @param numGpus the number of GPUs
 * @param httpPorts the ports that are open to HTTP
 * @param extra the members that this version does not know or cannot read, by name; printing the map hides what looks
 *     secret
 */
public record ModifiedThunderInstance(
        @JsonProperty("identifier") @Nullable String identifier,
        @JsonProperty("instance_name") @Nullable String instanceName,
        @JsonProperty("mode") @Nullable String mode,
        @JsonProperty("gpu_type") @Nullable String gpuType,
        @JsonProperty("num_gpus") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable Integer numGpus,
        @JsonProperty("http_ports") List<Integer> httpPorts,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ModifiedThunderInstance fromJson(String json) {
        return Json.read(json, ModifiedThunderInstance.class);
    }
}
