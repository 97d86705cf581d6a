package io.github.vastsdk.request;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For hosts: how much storage is offered for volumes, for how much, and until when. What is not set is not sent. */
public final class VolumeTerms {
    private final int sizeGb;
    private final double pricePerGbMonth;
    private final @Nullable Instant endDate;

    private VolumeTerms(Builder builder) {
        this.sizeGb = builder.sizeGb;
        this.pricePerGbMonth = builder.pricePerGbMonth;
        this.endDate = builder.endDate;
    }

    /**
     * Starts with what every offer needs.
     *
     * @param sizeGb how much storage is offered in all, in GB
     * @param pricePerGbMonth the price in dollars per GB and month
     * @return a builder
     * @throws IllegalArgumentException if the size is not positive, or the price is negative or no number
     */
    public static Builder builder(int sizeGb, double pricePerGbMonth) {
        if (sizeGb <= 0) {
            throw new IllegalArgumentException("sizeGb must be positive: " + sizeGb);
        }
        if (!(pricePerGbMonth >= 0 && pricePerGbMonth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("pricePerGbMonth must be a price: " + pricePerGbMonth);
        }
        return new Builder(sizeGb, pricePerGbMonth);
    }

    /**
     * Returns how much is offered.
     *
     * @return GB
     */
    public int sizeGb() {
        return sizeGb;
    }

    /**
     * Returns the price.
     *
     * @return dollars per GB and month
     */
    public double pricePerGbMonth() {
        return pricePerGbMonth;
    }

    /**
     * Returns when the offer ends.
     *
     * @return the time; null for the service's own
     */
    public @Nullable Instant endDate() {
        return endDate;
    }

    /** Collects the terms of an offer. */
    public static final class Builder {
        private final int sizeGb;
        private final double pricePerGbMonth;
        private @Nullable Instant endDate;

        private Builder(int sizeGb, double pricePerGbMonth) {
            this.sizeGb = sizeGb;
            this.pricePerGbMonth = pricePerGbMonth;
        }

        /**
         * Sets when the offer ends, and with it the volumes that are rented from it.
         *
         * @param end the time
         * @return this builder
         */
        public Builder endDate(Instant end) {
            endDate = Objects.requireNonNull(end, "end");
            return this;
        }

        /**
         * Makes the terms.
         *
         * @return the terms
         */
        public VolumeTerms build() {
            return new VolumeTerms(this);
        }
    }
}
