package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import org.jspecify.annotations.Nullable;

/** Which volume is cloned to where. What is not set is not sent. */
public final class CloneVolume {
    private final long volumeId;
    private final long volumeOfferId;
    private final @Nullable Double sizeGb;
    private final boolean uncompressed;

    private CloneVolume(Builder builder) {
        this.volumeId = builder.volumeId;
        this.volumeOfferId = builder.volumeOfferId;
        this.sizeGb = builder.sizeGb;
        this.uncompressed = builder.uncompressed;
    }

    /**
     * Starts a request.
     *
     * @param volumeId the id of the volume to clone
     * @param volumeOfferId the id of the offer to rent the clone from; not of a volume, nor of a machine
     * @return a builder
     * @throws IllegalArgumentException if an id is not positive
     */
    public static Builder builder(long volumeId, long volumeOfferId) {
        return new Builder(Args.id(volumeId, "volumeId"), Args.id(volumeOfferId, "volumeOfferId"));
    }

    /**
     * Returns the volume to clone.
     *
     * @return its id
     */
    public long volumeId() {
        return volumeId;
    }

    /**
     * Returns the offer to rent the clone from.
     *
     * @return its id
     */
    public long volumeOfferId() {
        return volumeOfferId;
    }

    /**
     * Returns the size of the clone.
     *
     * @return GB; null for the size of the volume
     */
    public @Nullable Double sizeGb() {
        return sizeGb;
    }

    /**
     * Tells whether the data is moved as it is.
     *
     * @return true without compression
     */
    public boolean isUncompressed() {
        return uncompressed;
    }

    /** Collects the options of a clone. */
    public static final class Builder {
        private final long volumeId;
        private final long volumeOfferId;
        private @Nullable Double sizeGb;
        private boolean uncompressed;

        private Builder(long volumeId, long volumeOfferId) {
            this.volumeId = volumeId;
            this.volumeOfferId = volumeOfferId;
        }

        /**
         * Sets the size of the clone; without it, it is that of the volume.
         *
         * @param size GB, not less than the volume has
         * @return this builder
         * @throws IllegalArgumentException if the size is not positive or no number
         */
        public Builder sizeGb(double size) {
            if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("size must be positive: " + size);
            }
            sizeGb = size;
            return this;
        }

        /**
         * Moves the data without compression, which is faster for data that is compressed already.
         *
         * @return this builder
         */
        public Builder uncompressed() {
            uncompressed = true;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public CloneVolume build() {
            return new CloneVolume(this);
        }
    }
}
