package io.github.vastsdk.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a builder checks about offers. */
final class MarketParts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MarketParts() {}

    static void requireOffer(String text) {
        JsonNode offer;
        try {
            offer = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an offer is a JSON object: " + text, e);
        }
        if (!offer.isObject()) {
            throw new IllegalArgumentException("an offer is a JSON object, not " + text);
        }
        for (String name : new String[] {"id", "ask_contract_id"}) {
            if (offer.has(name) && !offer.get(name).isIntegralNumber()) {
                throw new IllegalArgumentException("the " + name + " of an offer is a whole number: " + text);
            }
        }
    }
}
