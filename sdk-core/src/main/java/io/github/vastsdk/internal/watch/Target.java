package io.github.vastsdk.internal.watch;

import static io.github.vastsdk.model.InstanceStatus.Known.CREATED;
import static io.github.vastsdk.model.InstanceStatus.Known.EXITED;
import static io.github.vastsdk.model.InstanceStatus.Known.OFFLINE;
import static io.github.vastsdk.model.InstanceStatus.Known.UNKNOWN;

import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.InstanceStatus;
import org.jspecify.annotations.Nullable;

/** What is waited for, and what a state of an instance means for it. */
enum Target {
    RUNNING("running") {
        @Override
        Reading read(Instance seen, @Nullable String message) {
            return new Reading(starting(seen), seen.isReady(), Symptoms.whileStarting(seen, message));
        }
    },
    STOPPED("stopped") {
        @Override
        Reading read(Instance seen, @Nullable String message) {
            InstancePhase phase = silent(seen.actualStatus()) ? InstancePhase.NO_HEARTBEAT : InstancePhase.STOPPING;
            return new Reading(phase, isStopped(seen), Symptoms.whileStopping(seen));
        }
    },
    GONE("gone") {
        @Override
        Reading read(Instance seen, @Nullable String message) {
            return new Reading(InstancePhase.DESTROYING, false, null);
        }
    };

    private final String word;

    Target(String word) {
        this.word = word;
    }

    /**
     * What one look means.
     *
     * @param phase where the instance stands
     * @param reached whether it is what is waited for
     * @param suspect why it will not become that, unless the look shows an old state
     */
    record Reading(InstancePhase phase, boolean reached, @Nullable Reason suspect) {}

    /**
     * Reads a state.
     *
     * @param message what the service says about the state; null if that is known to be old
     */
    abstract Reading read(Instance seen, @Nullable String message);

    private static InstancePhase starting(Instance seen) {
        InstanceStatus actual = seen.actualStatus();
        if (silent(actual)) {
            return InstancePhase.NO_HEARTBEAT;
        }
        if (actual == InstanceStatus.Known.STOPPED
                || actual == EXITED
                || seen.curState() == InstanceStatus.Known.STOPPED) {
            return InstancePhase.SCHEDULING;
        }
        return actual == null || actual == CREATED ? InstancePhase.PROVISIONING : InstancePhase.LOADING;
    }

    private static boolean silent(@Nullable InstanceStatus actual) {
        return actual == UNKNOWN || actual == OFFLINE;
    }

    /** A container that exited may still be wanted running; one that is not there yet need not be stopped. */
    private static boolean isStopped(Instance seen) {
        InstanceStatus actual = seen.actualStatus();
        boolean idle = actual == null || actual == CREATED || actual == OFFLINE || actual == UNKNOWN;
        return seen.intendedStatus() == InstanceStatus.Known.STOPPED
                && (actual == EXITED
                        || actual == InstanceStatus.Known.STOPPED
                        || (idle && seen.curState() == InstanceStatus.Known.STOPPED));
    }

    /** Returns the adjective. */
    @Override
    public String toString() {
        return word;
    }
}
