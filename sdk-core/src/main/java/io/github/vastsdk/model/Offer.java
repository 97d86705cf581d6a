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
 * Something that can be rented: some GPUs of a machine at a price. Related members are in groups, which are never
 * null even if all that they hold is.
 *
 * <p><strong>Three ids look alike.</strong> {@code id}, which equals {@code askContractId}, is what an instance is
 * created from. It is not the id of the instance, which the answer to creating names, and not {@code machineId}, which
 * many offers share.
 *
 * <p>What is offered changes by the second. An offer says what a search saw; only creating an instance tells whether
 * it is still there. {@link Price#dphTotal()} holds for the type and the storage of the search that found the offer.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id to rent by
 * @param gpu the GPUs that belong to the offer
 * @param price the costs
 * @param host the machine
 * @param disk the storage; {@link Disk#spaceGb()} is the most that an instance can have
 * @param cpu the processor and the main memory
 * @param network the address, ports and bandwidth
 * @param times until when it can be rented; {@link Times#remaining()} bounds the life of an instance
 * @param machineId the id of the machine; not an id to rent by
 * @param hostId the id of the host, who owns the machine
 * @param askContractId the id to rent by, under its other name
 * @param rented whether GPUs of it are rented already; searches for bids say false for all
 * @param clusterId the id of the cluster; null if the machine is in none
 * @param resourceType the kind of resource
 * @param availableVolumeAskId the id of the volume offer on the same machine
 * @param availableVolumeDph the price of that volume in dollars per hour
 * @param availableVolumeGb the size of that volume in GB
 * @param rank the place in the answer
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record Offer(
        @JsonProperty("id") Long id,
        @JsonUnwrapped Gpu gpu,
        @JsonUnwrapped Price price,
        @JsonUnwrapped Host host,
        @JsonUnwrapped Disk disk,
        @JsonUnwrapped Cpu cpu,
        @JsonUnwrapped Network network,
        @JsonUnwrapped Times times,
        @JsonProperty("machine_id") @Nullable Long machineId,
        @JsonProperty("host_id") @Nullable Long hostId,
        @JsonProperty("ask_contract_id") @Nullable Long askContractId,
        @JsonProperty("rented") @Nullable Boolean rented,
        @JsonProperty("cluster_id") @Nullable Long clusterId,
        @JsonProperty("resource_type") @Nullable String resourceType,
        @JsonProperty("avail_vol_ask_id") @Nullable Long availableVolumeAskId,
        @JsonProperty("avail_vol_dph") @Nullable Double availableVolumeDph,
        @JsonProperty("avail_vol_size") @Nullable Double availableVolumeGb,
        @JsonProperty("rn") @Nullable Long rank,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static Offer fromJson(String json) {
        return Json.read(json, Offer.class);
    }

    /** Returns one line such as {@code Offer 42 2×RTX 4090 24 GB $0.61/h SE 99.9% verified}. */
    @Override
    public String toString() {
        // The memory is rounded down, so that a search for as many GB finds the offer.
        String memory = gpu.ramMb() == null ? "" : (int) (gpu.ramMb() / 1000) + " GB";
        return Stream.of("Offer " + id, gpu.toString(), memory, price.toString(), host.summary())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
