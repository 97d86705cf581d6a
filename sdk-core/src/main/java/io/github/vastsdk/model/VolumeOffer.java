package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Storage that can be rented as a volume, local to a machine or in a network. Related members are in groups, which are
 * never null even if all that they hold is.
 *
 * <p>{@code id}, which equals {@code askContractId}, is what a volume is created from. It is not the id of the volume,
 * and not {@code machineId}.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id to rent by
 * @param disk the storage; {@link Disk#spaceGb()} is the most that a volume can have
 * @param price the costs: {@link Price#storageCost()} in dollars per GB and month
 * @param host the machine
 * @param machineId the id of the machine, which an instance must be on to use a local volume
 * @param hostId the id of the host, who owns the machine
 * @param clusterId the id of the cluster, for a network volume
 * @param askContractId the id to rent by, under its other name
 * @param gpu what the machine's GPUs are
 * @param cpu what the machine's processor is
 * @param network the bandwidth
 * @param times until when it can be rented
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record VolumeOffer(
        @JsonProperty("id") Long id,
        @JsonUnwrapped Disk disk,
        @JsonUnwrapped Price price,
        @JsonUnwrapped Host host,
        @JsonProperty("machine_id") @Nullable Long machineId,
        @JsonProperty("host_id") @Nullable Long hostId,
        @JsonProperty("cluster_id") @Nullable Long clusterId,
        @JsonProperty("ask_contract_id") @Nullable Long askContractId,
        @JsonUnwrapped Gpu gpu,
        @JsonUnwrapped Cpu cpu,
        @JsonUnwrapped Network network,
        @JsonUnwrapped Times times,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static VolumeOffer fromJson(String json) {
        return Json.read(json, VolumeOffer.class);
    }

    /** Returns one line such as {@code VolumeOffer 42 500 GB $0.15/GB/month SE 99.9% verified}. */
    @Override
    public String toString() {
        return Stream.of("VolumeOffer " + id, disk.toString(), price.toString(), host.summary())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
