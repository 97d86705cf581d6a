package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the prepayment of a reserved instance.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param refundable what would be paid back, in dollars
 * @param totalDiscount the discount so far, in dollars
 * @param discountMonths for how many months the discount holds
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record Deposit(
        @JsonProperty("refundable_deposit") @Nullable Double refundable,
        @JsonProperty("total_discount") @Nullable Double totalDiscount,
        @JsonProperty("discount_months") @Nullable Double discountMonths,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static Deposit fromJson(String json) {
        return Json.read(json, Deposit.class);
    }
}
