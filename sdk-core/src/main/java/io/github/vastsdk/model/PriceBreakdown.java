package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes up a price.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param gpuCostPerHour the GPUs in dollars per hour
 * @param diskHour the storage in dollars per hour
 * @param totalHour the sum in dollars per hour
 * @param discountTotalHour the discount in dollars per hour
 * @param discountedTotalPerHour the sum after the discount in dollars per hour
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record PriceBreakdown(
        @JsonProperty("gpuCostPerHour") @Nullable Double gpuCostPerHour,
        @JsonProperty("diskHour") @Nullable Double diskHour,
        @JsonProperty("totalHour") @Nullable Double totalHour,
        @JsonProperty("discountTotalHour") @Nullable Double discountTotalHour,
        @JsonProperty("discountedTotalPerHour") @Nullable Double discountedTotalPerHour,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static PriceBreakdown fromJson(String json) {
        return Json.read(json, PriceBreakdown.class);
    }
}
