package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A higher price that a host asks for an instance from the end of its contract on, and that the renter has not answered.
 * The components are as sent; {@link #oldTerms()} and {@link #newTerms()} have the units that people use.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the price increase, which accepting and rejecting take
 * @param instanceId the id of the instance
 * @param hostId the id of the host
 * @param oldGpuPerSecond the present price of the GPUs in dollars per second
 * @param newGpuPerSecond the price of the GPUs that is asked for in dollars per second
 * @param oldDiskPerGbSecond the present price of the storage in dollars per GB and second
 * @param newDiskPerGbSecond the price of the storage that is asked for in dollars per GB and second
 * @param oldUpload the present price of the upload, as sent
 * @param newUpload the price of the upload that is asked for, as sent
 * @param oldDownload the present price of the download, as sent
 * @param newDownload the price of the download that is asked for, as sent
 * @param oldPlatformFee the present fee of the service, 0 to 1
 * @param newPlatformFee the fee of the service from then on, 0 to 1
 * @param contractEnd when the contract ends, and an accepted increase takes effect
 * @param askEnd when the new contract would end
 * @param createdAt when the host asked
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record PriceIncrease(
        @JsonProperty("pending_price_increase_id") Long id,
        @JsonProperty("contract_id") @Nullable Long instanceId,
        @JsonProperty("host_id") @Nullable Long hostId,
        @JsonProperty("old_gpu_costpersec") @Nullable Double oldGpuPerSecond,
        @JsonProperty("new_gpu_costpersec") @Nullable Double newGpuPerSecond,
        @JsonProperty("old_disk_ram_costpersec") @Nullable Double oldDiskPerGbSecond,
        @JsonProperty("new_disk_ram_costpersec") @Nullable Double newDiskPerGbSecond,
        @JsonProperty("old_bwu_cost") @Nullable Double oldUpload,
        @JsonProperty("new_bwu_cost") @Nullable Double newUpload,
        @JsonProperty("old_bwd_cost") @Nullable Double oldDownload,
        @JsonProperty("new_bwd_cost") @Nullable Double newDownload,
        @JsonProperty("old_platform_fee") @Nullable Double oldPlatformFee,
        @JsonProperty("new_platform_fee") @Nullable Double newPlatformFee,
        @JsonProperty("contract_end_date") @Nullable Instant contractEnd,
        @JsonProperty("ask_end_date") @Nullable Instant askEnd,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static PriceIncrease fromJson(String json) {
        return Json.read(json, PriceIncrease.class);
    }

    /**
     * Gives the present prices.
     *
     * @return dollars per hour and per month
     */
    public PriceTerms oldTerms() {
        return PriceTerms.ofWire(oldGpuPerSecond, oldDiskPerGbSecond, oldUpload, oldDownload, oldPlatformFee);
    }

    /**
     * Gives the prices that are asked for.
     *
     * @return dollars per hour and per month
     */
    public PriceTerms newTerms() {
        return PriceTerms.ofWire(newGpuPerSecond, newDiskPerGbSecond, newUpload, newDownload, newPlatformFee);
    }

    /** Returns one line such as {@code PriceIncrease 77 of instance 42: GPUs $0.36/h → $0.72/h from 2026-02-01T00:00:00Z}. */
    @Override
    public String toString() {
        return "PriceIncrease " + id + " of instance " + instanceId + ": GPUs "
                + dollars(oldTerms().gpuPerHour()) + " → " + dollars(newTerms().gpuPerHour())
                + (contractEnd == null ? "" : " from " + contractEnd);
    }

    private static String dollars(@Nullable Double perHour) {
        return perHour == null ? "?" : String.format(Locale.ROOT, "$%.2f/h", perHour);
    }
}
