package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One offer on the market: its row, and whether it can be had. */
final class Offer {
    private static final double HOURS_PER_MONTH = 720;

    private final ObjectNode row;
    private final Set<String> given;
    private final boolean takenFirst;
    private boolean taken;
    private boolean contested;

    /**
     * Puts an offer on the market.
     *
     * @param row its members, without prices
     * @param given the members that were given and are not made up: they stay as they are while nothing changes them
     */
    Offer(ObjectNode row, Set<String> given) {
        this.row = row;
        this.given = given;
        this.takenFirst =
                row.path("rented").asBoolean() || !row.path("rentable").asBoolean(true);
        this.taken = takenFirst;
    }

    long id() {
        return row.path("id").longValue();
    }

    /** Gives the row itself, on which the prices are not up to date. */
    ObjectNode row() {
        return row;
    }

    boolean free() {
        return !taken;
    }

    /** Lets the offer look free until somebody asks for it, and then be taken. */
    void contest() {
        contested = true;
    }

    /** Takes the offer off the market; says whether it could be had. */
    boolean take() {
        boolean had = !taken && !contested;
        taken = true;
        contested = false;
        return had;
    }

    /** Puts the offer back on the market. */
    void giveBack() {
        taken = false;
    }

    /** Gives the lowest bid; 0 when the offer does not say. */
    double minBid() {
        return row.path("min_bid").asDouble();
    }

    /**
     * Gives what a search shows.
     *
     * @param storage how much disk the price includes, in GB
     * @param bid whether the price is the lowest bid
     * @param now the time
     * @return a new row
     */
    ObjectNode priced(double storage, boolean bid, Instant now) {
        ObjectNode shown = row.objectNode();
        Double base = number(bid ? "min_bid" : "dph_base");
        Double disk = storagePrice(storage);
        Double total = base == null || disk == null ? null : (Double) (base + disk);
        Double lessDiscount = times(total, 1 - row.path("discount_rate").asDouble());
        shown.put("is_bid", bid)
                .put("dph_base", base)
                .put("storage_total_cost", disk)
                .put("dph_total", total)
                .put("dph_total_adj", total)
                .put("discounted_dph_total", lessDiscount)
                .put("dlperf_per_dphtotal", ratio("dlperf", total))
                .put("flops_per_dphtotal", ratio("total_flops", total));
        for (String name : new String[] {"search", "instance"}) {
            shown.putObject(name)
                    .put("gpuCostPerHour", base)
                    .put("diskHour", disk)
                    .put("totalHour", total)
                    .put("discountTotalHour", 0.0)
                    .put("discountedTotalPerHour", lessDiscount);
        }
        Double end = number("end_date");
        shown.put("duration", end == null ? null : (Double) (end - World.seconds(now)));
        if (!bid && storage == OfferSearch.DEFAULT_STORAGE) {
            shown.remove(given);
        } else if (given.contains("duration")) {
            shown.remove("duration");
        }
        if (taken != takenFirst) {
            shown.put("rentable", !taken).put("rented", taken);
        }
        return shown.isEmpty() ? row.deepCopy() : ((ObjectNode) row.objectNode().setAll(row)).setAll(shown);
    }

    /** Gives what a disk costs per hour; null when the offer does not say. */
    @Nullable
    Double storagePrice(double gigabytes) {
        return times(number("storage_cost"), gigabytes / HOURS_PER_MONTH);
    }

    private @Nullable Double number(String name) {
        JsonNode value = row.path(name);
        return value.isNumber() ? (Double) value.doubleValue() : null;
    }

    private @Nullable Double ratio(String name, @Nullable Double total) {
        return total == null || total == 0 ? null : times(number(name), 1 / total);
    }

    private static @Nullable Double times(@Nullable Double value, double factor) {
        return value == null ? null : (Double) (value * factor);
    }
}
