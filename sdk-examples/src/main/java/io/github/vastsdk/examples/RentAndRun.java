package io.github.vastsdk.examples;

import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.gpuRam;
import static io.github.vastsdk.query.OfferFields.numGpus;
import static io.github.vastsdk.query.OfferFields.reliability;

import io.github.vastsdk.Listing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.request.RunType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Rents the cheapest offer that fits, waits until it runs, shows how to log in and what it costs, and destroys it: on the
 * embedded sandbox, or with {@code --live --spend-money} on the real service, where it costs a few cents.
 */
public final class RentAndRun {
    private static final double DISK_GB = 20;
    private static final String IMAGE = "pytorch/pytorch";

    private final VastClient vast;
    private final Narrator narrator;
    /** Finds what was rented even if the answer to renting it is lost. */
    private final String label = "rent-and-run-" + UUID.randomUUID();

    private final Set<Long> rented = new TreeSet<>();

    private RentAndRun(VastClient vast, Narrator narrator) {
        this.vast = vast;
        this.narrator = narrator;
    }

    /**
     * Runs the example.
     *
     * @param args {@code --live --spend-money} or nothing, then a query such as {@code gpu_name=RTX_4090 num_gpus=1}
     */
    public static void main(String[] args) {
        Place.run(
                System.out,
                List.of("--live", "--spend-money"),
                args,
                (vast, query) -> run(vast, query, new Narrator(System.out)));
    }

    static void run(VastClient vast, String text, Narrator narrator) {
        OfferQuery query = text.isEmpty()
                ? OfferQuery.of(numGpus.eq(1), gpuRam.gteGb(24), reliability.gt(0.95))
                : OfferQuery.parse(text);
        new RentAndRun(vast, narrator).run(query.storageGb(DISK_GB).orderBy(dphTotal.asc()));
    }

    private void run(OfferQuery query) {
        try {
            narrator.step("Rent the cheapest offer that fits");
            long instanceId = rent(vast.offers().search(query).execute());
            narrator.step("Wait until it runs");
            Instance instance = vast.instances()
                    .waiter()
                    .pollInterval(Duration.ofSeconds(2))
                    .grace(Duration.ZERO) // it is new, so what is said of it is about this run
                    .untilRunning(instanceId)
                    .execute();
            narrator.say(instance);
            narrator.step("Log in");
            instance.sshEndpoints().forEach(endpoint -> narrator.say(endpoint.toCommand()));
            instance.currentHourlyCost()
                    .ifPresent(cost -> narrator.say(String.format(Locale.ROOT, "It costs $%.3f an hour.", cost)));
        } finally {
            destroy();
        }
        narrator.end("RentAndRun finished");
    }

    /** Tries one offer after the other: what a search found may be gone a moment later. */
    private long rent(List<Offer> offers) {
        narrator.say(Listing.of(offers.stream().limit(3).map(OfferRow::of).toList()));
        for (Offer offer : offers) {
            try {
                long id = vast.instances()
                        .create(offer.id(), r -> r.image(IMAGE)
                                .diskGb(DISK_GB)
                                .runType(RunType.SSH_DIRECT)
                                .label(label)
                                .cancelUnavailable(true))
                        .execute()
                        .instanceId();
                rented.add(id);
                narrator.say("Rented offer " + offer.id() + " as instance " + id + ".");
                return id;
            } catch (OfferUnavailableException e) {
                narrator.say("Offer " + offer.id() + " is gone: " + e.code());
            }
        }
        throw new IllegalStateException("No offer fits, or none was still there");
    }

    /** Destroys by the label, too: an instance whose id never arrived costs money like any other. */
    private void destroy() {
        narrator.step("Destroy it");
        try {
            for (Instance listed : vast.instances().list(request -> request.label(label))) {
                rented.add(listed.id());
            }
        } finally {
            vast.instances().waiter().destroyAndVerify(rented).execute(); // what is known, even if the list failed
        }
        narrator.say("Gone, as two looks at the account's instances show: " + rented);
    }
}
