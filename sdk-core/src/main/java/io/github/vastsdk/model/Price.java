package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an instance or offer costs.
 *
 * @param dphBase the price of the GPUs in dollars per hour
 * @param dphTotal the whole price while running in dollars per hour
 * @param dphTotalAdjusted the whole price as the service adjusts it for its ranking, in dollars per hour
 * @param discountedDphTotal the whole price after the discount for reserving, in dollars per hour
 * @param discountedHourly the discount for reserving, in dollars per hour
 * @param discountRate the discount for reserving, 0 to 1
 * @param platformFee the share of the service, as sent; it names no unit
 * @param minBid the smallest bid in dollars per hour
 * @param isBid whether the instance is interruptible: rented by bidding
 * @param storageCost the storage in dollars per GB and month
 * @param storageTotalCost the storage of this instance in dollars per hour
 * @param vramCostPerHour the GPU memory in dollars per GB and hour
 * @param uploadCost the upload in dollars per GB
 * @param downloadCost the download in dollars per GB
 * @param uploadCostPerTb the upload in dollars per TB
 * @param downloadCostPerTb the download in dollars per TB
 * @param creditBalance the prepaid credit in dollars
 * @param creditDiscount the discount for prepaying, 0 to 1
 * @param creditDiscountMax the largest discount for prepaying, 0 to 1
 * @param dlperfPerDollar the deep learning score per dollar and hour
 * @param flopsPerDollar the TFLOPS per dollar and hour
 * @param score the service's ranking of value
 * @param search the price of the offer, as a search shows it
 * @param instance the price of the instance in its present state
 */
public record Price(
        @JsonProperty("dph_base") @Nullable Double dphBase,
        @JsonProperty("dph_total") @Nullable Double dphTotal,
        @JsonProperty("dph_total_adj") @Nullable Double dphTotalAdjusted,
        @JsonProperty("discounted_dph_total") @Nullable Double discountedDphTotal,
        @JsonProperty("discounted_hourly") @Nullable Double discountedHourly,
        @JsonProperty("discount_rate") @Nullable Double discountRate,
        @JsonProperty("platform_fee") @Nullable Double platformFee,
        @JsonProperty("min_bid") @Nullable Double minBid,
        @JsonProperty("is_bid") @Nullable Boolean isBid,
        @JsonProperty("storage_cost") @Nullable Double storageCost,
        @JsonProperty("storage_total_cost") @Nullable Double storageTotalCost,
        @JsonProperty("vram_costperhour") @Nullable Double vramCostPerHour,
        @JsonProperty("inet_up_cost") @Nullable Double uploadCost,
        @JsonProperty("inet_down_cost") @Nullable Double downloadCost,
        @JsonProperty("internet_up_cost_per_tb") @Nullable Double uploadCostPerTb,
        @JsonProperty("internet_down_cost_per_tb") @Nullable Double downloadCostPerTb,
        @JsonProperty("credit_balance") @Nullable Double creditBalance,
        @JsonProperty("credit_discount") @Nullable Double creditDiscount,
        @JsonProperty("credit_discount_max") @Nullable Double creditDiscountMax,
        @JsonProperty("dlperf_per_dphtotal") @Nullable Double dlperfPerDollar,
        @JsonProperty("flops_per_dphtotal") @Nullable Double flopsPerDollar,
        @JsonProperty("score") @Nullable Double score,
        @JsonProperty("search") @Nullable PriceBreakdown search,
        @JsonProperty("instance") @Nullable PriceBreakdown instance) {
    /** Shows the whole price, such as {@code $0.61/h}, or of storage alone such as {@code $0.15/GB/month}. */
    @Override
    public String toString() {
        if (dphTotal != null) {
            return String.format(Locale.ROOT, "$%.2f/h", dphTotal);
        }
        if (storageCost != null) {
            return String.format(Locale.ROOT, "$%.2f/GB/month", storageCost);
        }
        return storageTotalCost == null ? "" : String.format(Locale.ROOT, "$%.4f/h", storageTotalCost);
    }
}
