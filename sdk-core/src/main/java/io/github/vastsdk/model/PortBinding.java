package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a port of a container is reachable on its host.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param hostIp the address of the host that listens, usually {@code 0.0.0.0}
 * @param hostPort the port of the host
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record PortBinding(
        @JsonProperty("HostIp") @Nullable String hostIp,
        @JsonProperty("HostPort") @Nullable Integer hostPort,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static PortBinding fromJson(String json) {
        return Json.read(json, PortBinding.class);
    }
}
