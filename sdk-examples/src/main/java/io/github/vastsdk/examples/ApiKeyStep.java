package io.github.vastsdk.examples;

import io.github.vastsdk.Secret;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.model.CreatedApiKey;
import io.github.vastsdk.request.Permissions;
import java.util.Objects;
import java.util.function.Supplier;

/** Creates an API key that may only read, and shows that the service keeps it from writing. */
final class ApiKeyStep {
    private static final String VARIABLE = "QUICKSTART_FORBIDDEN";

    private final VastClient vast;
    private final Supplier<VastClient.Builder> settings;
    private final Narrator narrator;

    ApiKeyStep(VastClient vast, Supplier<VastClient.Builder> settings, Narrator narrator) {
        this.vast = vast;
        this.settings = settings;
        this.narrator = narrator;
    }

    void show() {
        narrator.step("A read-only API key");
        CreatedApiKey created =
                vast.apiKeys().create("quickstart", Permissions.readOnly()).execute();
        try {
            Secret text = Objects.requireNonNull(created.key(), "The answer holds no key");
            narrator.say("Created key " + created.id() + ". Its text prints as " + text + "; reveal() would give it.");
            readAndWrite(text);
        } finally {
            vast.apiKeys().delete(created.id()).execute();
            narrator.say("Deleted key " + created.id() + ".");
        }
    }

    private void readAndWrite(Secret apiKey) {
        try (VastClient readOnly = settings.get().apiKey(apiKey).build()) {
            int instances = readOnly.instances().list().all().size();
            narrator.say("A client with that key may read (instances: " + instances + "), but not write:");
            readOnly.envVars().create(VARIABLE, "1").execute();
        } catch (PermissionDeniedException e) {
            narrator.say("PermissionDeniedException: " + e.getMessage());
            return;
        }
        vast.envVars().delete(VARIABLE).execute();
        throw new IllegalStateException("The service let a read-only key write");
    }
}
