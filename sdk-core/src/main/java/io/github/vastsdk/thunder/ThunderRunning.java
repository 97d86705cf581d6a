package io.github.vastsdk.thunder;

import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.internal.watch.Reading;
import io.github.vastsdk.internal.watch.Target;
import io.github.vastsdk.model.InstancePhase;
import java.util.function.Function;

/** That an instance of Thunder Compute runs and can be reached. Each status stands for itself. */
enum ThunderRunning implements Target<ThunderInstance> {
    RUNNING;

    @Override
    public Function<ThunderInstance, Reading> reader(boolean believing) {
        return ThunderRunning::read;
    }

    private static Reading read(ThunderInstance seen) {
        ThunderStatus status = seen.status();
        if (status == null) {
            return on(InstancePhase.PROVISIONING); // no more is known than of UNKNOWN
        }
        if (!(status instanceof ThunderStatus.Known known)) {
            return on(InstancePhase.LOADING); // a status of its own may be new, and pass
        }
        return switch (known) {
            case QUEUED, PENDING -> on(InstancePhase.SCHEDULING);
            case PROVISIONING, CREATING, STAGING, UNKNOWN -> on(InstancePhase.PROVISIONING);
            case STARTING, RESTORING, MODIFYING, SNAPPING, MIGRATING -> on(InstancePhase.LOADING);
            case RUNNING -> new Reading(InstancePhase.LOADING, seen.isReady(), null);
            case STOPPING, STOPPED -> off(InstancePhase.STOPPING, Reason.STOPPED, status);
            case DELETING -> off(InstancePhase.DESTROYING, Reason.DELETING, status);
            case ERROR, FAILED, TERMINATED -> off(InstancePhase.LOADING, Reason.FAILED, status);
        };
    }

    private static Reading on(InstancePhase phase) {
        return new Reading(phase, false, null);
    }

    private static Reading off(InstancePhase phase, Reason why, ThunderStatus status) {
        return new Reading(phase, false, new Reading.Suspicion(why, status, null));
    }

    /** Returns the adjective. */
    @Override
    public String toString() {
        return "running";
    }
}
