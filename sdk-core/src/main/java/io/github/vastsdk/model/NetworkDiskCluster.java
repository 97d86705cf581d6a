package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of machines with the disks that they share.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param clusterId the id of the cluster
 * @param disks its disks
 * @param machineIds the ids of its machines
 * @param mounts where each machine has the disks mounted, by the id of the machine
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record NetworkDiskCluster(
        @JsonProperty("cluster_id") @Nullable Long clusterId,
        @JsonProperty("network_disks") List<NetworkDisk> disks,
        @JsonProperty("machine_ids") List<Long> machineIds,
        @JsonProperty("mounts") Map<Long, String> mounts,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static NetworkDiskCluster fromJson(String json) {
        return Json.read(json, NetworkDiskCluster.class);
    }
}
