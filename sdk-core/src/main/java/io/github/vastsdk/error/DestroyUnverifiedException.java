package io.github.vastsdk.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Instances were to be destroyed, and the service did not confirm that they are gone. <strong>They may still exist and
 * cost money: look for {@link #mayStillExist()}.</strong>
 */
public final class DestroyUnverifiedException extends WaitException {
    @Serial
    private static final long serialVersionUID = 1L;

    // The lists that List.copyOf makes are serializable.
    @SuppressWarnings("serial")
    private final List<String> mayStillExist;

    /**
     * Makes the exception.
     *
     * @param wait the wait for the first of the instances
     * @param mayStillExist the ids of all instances that may still exist
     * @param what why that is not known
     * @param cause the failure behind it, if there is one
     */
    public DestroyUnverifiedException(
            WaitContext wait, List<String> mayStillExist, String what, @Nullable Throwable cause) {
        super(wait, message(wait, mayStillExist, what), cause);
        this.mayStillExist = List.copyOf(mayStillExist);
    }

    private static String message(WaitContext wait, List<String> ids, String what) {
        String who = ids.size() == 1 ? "instance " + ids.get(0) : "instances " + ids;
        return wait.call().operation() + " failed: " + who + " may still exist and cost money: " + what;
    }

    /**
     * Names the instances that may still exist.
     *
     * @return at least one id, as {@link WaitException#instanceId()} gives it
     */
    public List<String> mayStillExist() {
        return mayStillExist;
    }
}
