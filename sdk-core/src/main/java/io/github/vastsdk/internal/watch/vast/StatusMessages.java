package io.github.vastsdk.internal.watch.vast;

import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the status messages of the run that a wait is about from one that an earlier run left behind. */
final class StatusMessages {
    private final boolean believing;
    private boolean begun;
    private @Nullable String old;

    /** @param believing whether the caller knows that there was no earlier run */
    StatusMessages(boolean believing) {
        this.believing = believing;
    }

    /** Gives the message of the next look; null if there is none, or it is old. */
    @Nullable
    String ofThisRun(Instance seen) {
        String message = seen.statusMsg();
        if (!begun && !believing && isAtRest(seen)) {
            old = message; // until it changes
        }
        begun = true;
        if (!Objects.equals(message, old)) {
            old = null;
        }
        return old == null ? message : null;
    }

    private static boolean isAtRest(Instance seen) {
        InstanceStatus actual = seen.actualStatus();
        return actual == InstanceStatus.Known.EXITED || actual == InstanceStatus.Known.STOPPED;
    }
}
