package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The price increases that wait for an answer.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param pending the price increases
 * @param count how many there are, as the service counts
 * @param truncated whether the service left some out
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record PriceIncreases(
        @JsonProperty("pending_price_increases") List<PriceIncrease> pending,
        @JsonProperty("count") @Nullable Integer count,
        @JsonProperty("truncated") @Nullable Boolean truncated,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static PriceIncreases fromJson(String json) {
        return Json.read(json, PriceIncreases.class);
    }

    /**
     * Finds the price increase of an instance.
     *
     * @param instanceId the id of the instance
     * @return the price increase; nothing if none of those that came is about it
     */
    public Optional<PriceIncrease> of(long instanceId) {
        return pending.stream()
                .filter(increase -> Objects.equals(increase.instanceId(), instanceId))
                .findFirst();
    }
}
