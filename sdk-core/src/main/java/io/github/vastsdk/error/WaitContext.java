package io.github.vastsdk.error;

import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.RentedInstance;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which wait ended, and what was known then.
 *
 * @param call the wait as an operation; its attempts are looks at the list of instances
 * @param instanceId the id of the instance that was waited for, as {@link RentedInstance#instanceId()} gives it
 * @param phase where the instance stood
 * @param lastSeen the instance as it was last listed; null if it never was
 */
public record WaitContext(CallContext call, String instanceId, InstancePhase phase, @Nullable RentedInstance lastSeen) {
    /**
     * Checks the components.
     *
     * @param call the wait as an operation
     * @param instanceId the id of the instance that was waited for, as {@link RentedInstance#instanceId()} gives it
     * @param phase where the instance stood
     * @param lastSeen the instance as it was last listed; null if it never was
     */
    public WaitContext {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(instanceId, "instanceId");
        Objects.requireNonNull(phase, "phase");
    }

    /** Names the wait and says how the instance was. */
    String describe(String what) {
        String seen = lastSeen == null ? "never seen" : "last seen " + lastSeen.statusSummary();
        return call.operation() + " failed: " + what + "; instance " + instanceId + " was " + seen;
    }
}
