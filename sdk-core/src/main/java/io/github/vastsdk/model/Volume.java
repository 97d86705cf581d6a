package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume that the account rents. Related members are in groups, which are never null even if all that they hold is.
 *
 * <p>{@code id} is the id of the volume: it is neither that of the offer the volume was rented from, nor
 * {@code machineId}.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the volume
 * @param label the name of the volume
 * @param status the state of the volume; it can be used once this is {@code available}
 * @param disk the storage: {@link Disk#spaceGb()} is the size of the volume
 * @param price the costs: {@link Price#storageTotalCost()} is what the volume costs
 * @param instances the instances that use it; it can be deleted when there is none
 * @param machineId the id of the machine that it is on, and that an instance must be on to use it
 * @param hostId the id of the host, who owns the machine
 * @param clusterId the id of the cluster, for a network volume
 * @param gpu what the machine's GPUs are
 * @param cpu what the machine's processor is
 * @param network the bandwidth
 * @param host the machine
 * @param times since when it is rented
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record Volume(
        @JsonProperty("id") Long id,
        @JsonProperty("label") @Nullable String label,
        @JsonProperty("status") @Nullable String status,
        @JsonUnwrapped Disk disk,
        @JsonUnwrapped Price price,
        @JsonProperty("instances") List<AttachedInstance> instances,
        @JsonProperty("machine_id") @Nullable Long machineId,
        @JsonProperty("host_id") @Nullable Long hostId,
        @JsonProperty("cluster_id") @Nullable Long clusterId,
        @JsonUnwrapped Gpu gpu,
        @JsonUnwrapped Cpu cpu,
        @JsonUnwrapped Network network,
        @JsonUnwrapped Host host,
        @JsonUnwrapped Times times,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static Volume fromJson(String json) {
        return Json.read(json, Volume.class);
    }

    /** Returns one line such as {@code Volume 42 data 500 GB available, used by 1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Volume " + id);
        if (label != null) {
            text.append(' ').append(label);
        }
        if (disk.spaceGb() != null) {
            text.append(String.format(Locale.ROOT, " %.0f GB", disk.spaceGb()));
        }
        if (status != null) {
            text.append(' ').append(status);
        }
        return instances.isEmpty() ? text.toString() : text + ", used by " + instances.size();
    }
}
