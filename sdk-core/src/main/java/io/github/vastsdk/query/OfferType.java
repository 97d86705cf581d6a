package io.github.vastsdk.query;

/** How an instance would be rented, which decides the prices that a search shows. */
public enum OfferType {
    /** At a fixed price. */
    ON_DEMAND("on-demand"),
    /**
     * By bidding, and paused while others bid more: {@code dphTotal} shows the smallest bid. An instance is rented so
     * only if its creation names a bid, whatever the search asked for.
     */
    INTERRUPTIBLE("bid"),
    /** For a longer time, paid in advance: {@code discountedDphTotal} shows the price. */
    RESERVED("reserved");

    private final String wire;

    OfferType(String wire) {
        this.wire = wire;
    }

    /**
     * Returns the API's word.
     *
     * @return such as {@code on-demand}
     */
    public String wire() {
        return wire;
    }

    /**
     * Reads the API's word, or one of the official client's.
     *
     * @param wire such as {@code bid}, {@code interruptible} or {@code on-demand}
     * @return the type
     * @throws IllegalArgumentException if there is none of this name
     */
    public static OfferType of(String wire) {
        return switch (wire) {
            case "on-demand", "ondemand", "on_demand" -> ON_DEMAND;
            case "bid", "interruptible" -> INTERRUPTIBLE;
            case "reserved" -> RESERVED;
            default ->
                throw new IllegalArgumentException(
                        "unknown type of offer: " + wire + "; there are on-demand, bid or interruptible, and reserved");
        };
    }
}
