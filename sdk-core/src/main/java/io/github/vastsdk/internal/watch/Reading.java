package io.github.vastsdk.internal.watch;

import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.model.InstancePhase;
import org.jspecify.annotations.Nullable;

/**
 * What one look at an instance means.
 *
 * @param phase where the instance stands
 * @param reached whether it is what is waited for
 * @param suspicion why it will not become that; null if it may
 */
public record Reading(InstancePhase phase, boolean reached, @Nullable Suspicion suspicion) {
    /**
     * Why an instance will not become what is waited for, unless the look shows an old state: equal ones must be seen for
     * a while.
     *
     * @param reason the reason
     * @param state all that it was concluded from
     * @param detail what the service says about it, not redacted; may be null
     */
    public record Suspicion(Reason reason, Object state, @Nullable String detail) {}
}
