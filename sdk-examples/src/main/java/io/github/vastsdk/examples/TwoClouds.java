package io.github.vastsdk.examples;

import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.numGpus;

import io.github.vastsdk.VastClient;
import io.github.vastsdk.cloud.GpuCloud;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.sandbox.ThunderSandbox;
import io.github.vastsdk.sandbox.VastSandbox;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Puts the same key onto an instance of Vast.ai and one of Thunder Compute by the same code, shows how to log in to each,
 * and destroys both: on two embedded sandboxes. {@link RentAndRun} shows how to rent so that nothing is left behind even
 * if the answer to it is lost.
 */
public final class TwoClouds {
    private final VastClient vast;
    private final ThunderClient thunder;
    private final Narrator narrator;
    private final List<Rental> rentals = new ArrayList<>();

    private TwoClouds(VastClient vast, ThunderClient thunder, Narrator narrator) {
        this.vast = vast;
        this.thunder = thunder;
        this.narrator = narrator;
    }

    /** What is known of an instance from the moment in which it costs money. */
    private record Rental(GpuCloud cloud, String instanceId) {
        @Override
        public String toString() {
            return cloud.name() + " " + instanceId;
        }
    }

    /**
     * Runs the example.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        if (args.length > 0) {
            throw new IllegalArgumentException("TwoClouds takes no arguments; it runs on sandboxes only");
        }
        try (VastSandbox vastSandbox = VastSandbox.start();
                ThunderSandbox thunderSandbox = ThunderSandbox.start();
                VastClient vast = VastClient.builder()
                        .baseUrl(vastSandbox.url().toString())
                        .apiKey(vastSandbox.apiKey())
                        .build();
                ThunderClient thunder = ThunderClient.builder()
                        .baseUrl(thunderSandbox.url().toString())
                        .token(thunderSandbox.token())
                        .build()) {
            System.out.println("On two embedded sandboxes: no account, no cost, nothing leaves this machine.");
            run(vast, thunder, new Narrator(System.out));
        }
    }

    static void run(VastClient vast, ThunderClient thunder, Narrator narrator) {
        new TwoClouds(vast, thunder, narrator).run();
    }

    private void run() {
        try {
            narrator.step("Rent an instance on each, in the way of each");
            rentOnVast();
            rentOnThunder();
            narrator.step("Let the same key in, by the same code");
            SshPublicKey key = SshKeyPair.generateEd25519("two-clouds@example").publicKey();
            rentals.forEach(rental -> letIn(rental, key));
            narrator.step("What a program has to know beyond that");
            for (Rental rental : rentals) {
                narrator.say(rental.cloud().name() + ": " + rental.cloud().capabilities());
            }
        } finally {
            destroy();
        }
        narrator.end("TwoClouds finished");
    }

    private void rentOnVast() {
        long offerId = vast.offers()
                .search(numGpus.eq(1), dphTotal.asc())
                .execute()
                .get(0)
                .id();
        long id = vast.instances()
                .create(offerId, r -> r.image("pytorch/pytorch").diskGb(20))
                .execute()
                .instanceId();
        rented(new Rental(GpuCloud.of(vast), String.valueOf(id)));
    }

    private void rentOnThunder() {
        String uuid = thunder.instances()
                .create(r -> r.template("base")
                        .gpuType("a6000")
                        .numGpus(1)
                        .cpuCores(4)
                        .diskGb(100))
                .execute()
                .uuid();
        rented(new Rental(GpuCloud.of(thunder), uuid));
    }

    private void rented(Rental rental) {
        rentals.add(rental);
        narrator.say("Rented: " + rental);
    }

    private void letIn(Rental rental, SshPublicKey key) {
        GpuCloud cloud = rental.cloud();
        RentedInstance ready = cloud.waiter()
                .pollInterval(Duration.ofSeconds(2))
                .grace(Duration.ZERO) // it is new, so what is said of it is about this run
                .untilReady(rental.instanceId())
                .execute();
        cloud.ensureKey(ready.instanceId(), key).execute();
        ready.sshEndpoints().forEach(endpoint -> narrator.say(cloud.name() + ": " + endpoint.toCommand()));
    }

    private void destroy() {
        narrator.step("Destroy them");
        // At the same time, and each to its end, whatever becomes of the other.
        CompletableFuture.allOf(rentals.stream()
                        .map(rental -> rental.cloud()
                                .destroyAndVerify(rental.instanceId())
                                .executeAsync())
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        narrator.say("Gone, as two looks at each account's instances show: " + rentals);
    }
}
