package io.github.vastsdk.examples;

import io.github.vastsdk.model.Offer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the examples show of an offer.
 *
 * @param offer the id to rent by
 * @param gpus such as {@code 2×RTX 4090}
 * @param hourly the whole price while running
 * @param perTflops the price of a TFLOPS and hour
 * @param reliability the reliability of the machine
 * @param where the place
 */
public record OfferRow(
        Long offer, String gpus, String hourly, String perTflops, String reliability, @Nullable String where) {
    static OfferRow of(Offer offer) {
        Double price = offer.price().dphTotal();
        Double power = offer.gpu().totalFlops();
        return new OfferRow(
                offer.id(),
                offer.gpu().toString(),
                format("$%.3f", price),
                price == null || power == null || power == 0 ? "" : format("$%.5f", price / power),
                format("%.1f%%", percent(offer.host().reliability())),
                offer.host().geolocation());
    }

    private static @Nullable Double percent(@Nullable Double part) {
        return part == null ? null : part * 100;
    }

    private static String format(String pattern, @Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, pattern, number);
    }
}
