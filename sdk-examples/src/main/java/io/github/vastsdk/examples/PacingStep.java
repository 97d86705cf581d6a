package io.github.vastsdk.examples;

import io.github.vastsdk.Call;
import io.github.vastsdk.Listing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.model.ApiKey;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Calls one operation faster than the service allows, and shows that every call gets its answer all the same. */
final class PacingStep {
    /** What {@code apiKeys().list()} is called by observers. */
    static final String OPERATION = "GET /api/v0/auth/apikeys/";

    private static final int CALLS = 5;

    private final VastClient vast;
    private final PaceCounter counter;
    private final Narrator narrator;

    PacingStep(VastClient vast, PaceCounter counter, Narrator narrator) {
        this.vast = vast;
        this.counter = counter;
        this.narrator = narrator;
    }

    void show() {
        narrator.step("Too many calls at once");
        Call<Listing<ApiKey>> list = vast.apiKeys().list();
        // toList starts all of them before the first answer is waited for.
        Stream.generate(list::executeAsync).limit(CALLS).toList().forEach(CompletableFuture::join);
        narrator.say("Calls of one operation, sent at the same moment: " + CALLS + ". All of them were answered.");
        narrator.say("Attempts that the service refused with 429: " + counter.refused() + ", sent again later.");
        narrator.say("Attempts that the client held back meanwhile: " + counter.heldBack() + ".");
    }
}
