package io.github.vastsdk.model;

import org.jspecify.annotations.Nullable;

/**
 * The prices of a contract, in the units that people use. What is null did not come with the answer.
 *
 * @param gpuPerHour the GPUs in dollars per hour
 * @param diskPerGbMonth the storage in dollars per GB and month of 30 days
 * @param upload the upload, as sent
 * @param download the download, as sent
 * @param platformFeePercent the service's fee in percent
 */
public record PriceTerms(
        @Nullable Double gpuPerHour,
        @Nullable Double diskPerGbMonth,
        @Nullable Double upload,
        @Nullable Double download,
        @Nullable Double platformFeePercent) {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_MONTH = 2_592_000;

    static PriceTerms ofWire(
            @Nullable Double gpuPerSecond,
            @Nullable Double diskPerGbSecond,
            @Nullable Double upload,
            @Nullable Double download,
            @Nullable Double platformFee) {
        return new PriceTerms(
                times(gpuPerSecond, SECONDS_PER_HOUR),
                times(diskPerGbSecond, SECONDS_PER_MONTH),
                upload,
                download,
                times(platformFee, 100));
    }

    private static @Nullable Double times(@Nullable Double value, double factor) {
        return value == null ? null : Double.valueOf(value * factor);
    }
}
