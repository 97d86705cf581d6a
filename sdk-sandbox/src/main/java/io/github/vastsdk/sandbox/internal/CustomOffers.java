package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Completes an offer of which only some members are given. */
final class CustomOffers {
    private CustomOffers() {}

    /**
     * Puts the given members over made-up ones, and keeps what follows from them in step.
     *
     * @param madeUp a complete row
     * @param given the members that count
     * @param now the time, in seconds
     * @return the offer
     */
    static Offer over(ObjectNode madeUp, JsonNode given, double now) {
        ObjectNode row = madeUp.deepCopy();
        row.put("rentable", true).put("rented", false);
        row.setAll((ObjectNode) given);
        follow(row, given, "id", "ask_contract_id");
        follow(row, given, "reliability", "reliability2");
        if (given.has("gpu_ram") || given.has("num_gpus")) {
            derive(
                    row,
                    given,
                    "gpu_total_ram",
                    row.path("gpu_ram").asDouble() * row.path("num_gpus").asInt());
        }
        if (given.path("driver_version").isTextual() && !given.has("driver_vers")) {
            row.put(
                    "driver_vers",
                    OfferColumn.driverNumber(given.path("driver_version").textValue()));
        }
        if (given.path("dph_total").isNumber()) {
            double disk = row.path("storage_cost").asDouble() * OfferSearch.DEFAULT_STORAGE / 720;
            derive(row, given, "dph_base", given.path("dph_total").doubleValue() - disk);
        }
        if (given.path("duration").isNumber()) {
            derive(row, given, "end_date", now + given.path("duration").doubleValue());
        }
        Set<String> names = new HashSet<>();
        given.fieldNames().forEachRemaining(names::add);
        return new Offer(row, names);
    }

    /** Makes two names of one thing agree when only one of them is given. */
    private static void follow(ObjectNode row, JsonNode given, String one, String other) {
        if (given.has(one) && !given.has(other)) {
            row.set(other, given.get(one));
        } else if (given.has(other) && !given.has(one)) {
            row.set(one, given.get(other));
        }
    }

    private static void derive(ObjectNode row, JsonNode given, String name, double value) {
        if (!given.has(name)) {
            row.put(name, value);
        }
    }
}
