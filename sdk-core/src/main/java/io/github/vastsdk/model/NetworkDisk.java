package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A disk that the machines of a cluster share.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the disk; null only in the answer to adding a disk that does not name it
 * @param freeSpace the free space, as sent; the service names no unit
 * @param totalSpace the size, as sent; the service names no unit
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record NetworkDisk(
        @JsonProperty("network_disk_id") @JsonAlias("disk_id") @Nullable Long id,
        @JsonProperty("free_space") @Nullable Double freeSpace,
        @JsonProperty("total_space") @Nullable Double totalSpace,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static NetworkDisk fromJson(String json) {
        return Json.read(json, NetworkDisk.class);
    }
}
