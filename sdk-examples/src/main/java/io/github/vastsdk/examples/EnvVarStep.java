package io.github.vastsdk.examples;

import io.github.vastsdk.Listing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.model.EnvVar;
import java.util.List;

/** Sets an environment variable for new instances, and reads it back. */
final class EnvVarStep {
    private static final String VARIABLE = "QUICKSTART_GREETING";

    private final VastClient vast;
    private final Narrator narrator;

    EnvVarStep(VastClient vast, Narrator narrator) {
        this.vast = vast;
        this.narrator = narrator;
    }

    void show() {
        narrator.step("An environment variable");
        // Unlike put, create refuses a name that is in use, so that no variable of yours is overwritten.
        vast.envVars().create(VARIABLE, "hello").execute();
        try {
            List<EnvVar> found = vast.envVars().list().execute().stream()
                    .filter(variable -> variable.name().equals(VARIABLE))
                    .toList();
            narrator.say(Listing.of(found));
            boolean masked = found.stream().allMatch(EnvVar::isMasked);
            narrator.say("Values never print; reveal() gives " + (masked ? "what the service masked." : "the value."));
        } finally {
            vast.envVars().delete(VARIABLE).execute();
            narrator.say("Deleted " + VARIABLE + ".");
        }
    }
}
