package io.github.vastsdk.error;

import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.RentedInstance;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A wait for an instance ended without what it waited for. {@link #attempts()} counts the looks at the list.
 * <strong>The instance is left as it is, and may cost money.</strong>
 */
public abstract sealed class WaitException extends SdkException
        permits WaitTimedOutException, InstanceFailedException, DestroyUnverifiedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String instanceId;
    private final InstancePhase phase;
    private final transient @Nullable RentedInstance lastSeen;

    WaitException(WaitContext wait, String message, @Nullable Throwable cause) {
        super(wait.call(), message, cause);
        this.instanceId = wait.instanceId();
        this.phase = wait.phase();
        this.lastSeen = wait.lastSeen();
    }

    /**
     * Names the instance.
     *
     * @return its id, as {@link RentedInstance#instanceId()} gives it
     */
    public String instanceId() {
        return instanceId;
    }

    /**
     * Tells where the instance stood.
     *
     * @return the phase at the end of the wait
     */
    public InstancePhase phase() {
        return phase;
    }

    /**
     * Gives the instance as it was last listed: the record of its own service. On Thunder Compute that is a
     * {@code ThunderInstance}; on Vast.ai an {@code Instance}, whose status message may tell more, and whose machine is
     * one to avoid.
     *
     * @return the instance; null if it was never listed during the wait, and after deserialization
     */
    public @Nullable RentedInstance lastSeen() {
        return lastSeen;
    }
}
