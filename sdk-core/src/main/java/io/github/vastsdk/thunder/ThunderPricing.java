package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What things cost, in dollars per hour. The keys are the service's, and other ones than of configurations may be among
 * them.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param dollarsPerHour dollars per hour by key: of a configuration, such as {@code h100_x1} (version 2) or
 *     {@code h100_x1_prototyping} (version 1), or of an extra, such as {@code disk_gb}
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ThunderPricing(
        @JsonProperty("pricing") Map<String, Double> dollarsPerHour,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderPricing fromJson(String json) {
        return Json.read(json, ThunderPricing.class);
    }

    /**
     * Finds a price.
     *
     * @param key the key, as sent
     * @return dollars per hour; empty if the service names no such price
     */
    public OptionalDouble find(String key) {
        Double price = dollarsPerHour.get(key);
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
    }
}
