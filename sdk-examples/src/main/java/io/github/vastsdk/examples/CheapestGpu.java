package io.github.vastsdk.examples;

import static io.github.vastsdk.query.OfferFields.gpuRam;
import static io.github.vastsdk.query.OfferFields.reliability;

import io.github.vastsdk.Listing;
import io.github.vastsdk.OfferListing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches the market, and compares the cheapest offer of each GPU model: on the embedded sandbox, or with {@code --live}
 * on the real service. It rents nothing.
 */
public final class CheapestGpu {
    private CheapestGpu() {}

    /**
     * Runs the example.
     *
     * @param args {@code --live} or nothing, then a query such as {@code gpu_ram>=48 num_gpus=1}
     */
    public static void main(String[] args) {
        Place.run(System.out, List.of("--live"), args, (vast, query) -> compare(vast, query, System.out));
    }

    static void compare(VastClient vast, String text, PrintStream out) {
        OfferQuery query = text.isEmpty()
                ? OfferQuery.of(gpuRam.gteGb(24), reliability.gt(0.95)).storageGb(40)
                : OfferQuery.parse(text);
        OfferListing market = vast.offers().search(query).all(); // by ascending price, beyond the cap of one search
        Map<String, Offer> cheapest = new LinkedHashMap<>();
        for (Offer offer : market) {
            cheapest.putIfAbsent(offer.gpu().toString(), offer);
        }
        out.printf("%nThe cheapest of %d offers for: %s%n%n", market.size(), query);
        out.println(Listing.of(
                cheapest.values().stream().limit(10).map(OfferRow::of).toList()));
        out.printf(
                "%nDropped because they did not fit after all: %d. Nothing was rented.%n%nCheapestGpu finished%n",
                market.dropped());
    }
}
