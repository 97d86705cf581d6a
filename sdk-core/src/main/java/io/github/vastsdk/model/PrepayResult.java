package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a prepayment gives.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param timescaleMonths for how many months the discount holds
 * @param discountRate the discount, 0 to 1
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record PrepayResult(
        @JsonProperty("timescale") @Nullable Double timescaleMonths,
        @JsonProperty("discount_rate") @Nullable Double discountRate,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static PrepayResult fromJson(String json) {
        return Json.read(json, PrepayResult.class);
    }
}
