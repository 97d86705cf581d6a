package io.github.vastsdk.internal.watch.vast;

import static io.github.vastsdk.model.InstanceStatus.Known.CREATED;
import static io.github.vastsdk.model.InstanceStatus.Known.EXITED;
import static io.github.vastsdk.model.InstanceStatus.Known.OFFLINE;
import static io.github.vastsdk.model.InstanceStatus.Known.UNKNOWN;

import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.internal.watch.Reading;
import io.github.vastsdk.internal.watch.Target;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.InstanceStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an instance of Vast.ai can be waited to become. */
enum VastTarget implements Target<Instance> {
    RUNNING("running") {
        @Override
        Reading read(Instance seen, @Nullable String message) {
            return reading(starting(seen), seen.isReady(), Symptoms.whileStarting(seen, message), seen, message);
        }
    },
    STOPPED("stopped") {
        @Override
        Reading read(Instance seen, @Nullable String message) {
            InstancePhase phase = silent(seen.actualStatus()) ? InstancePhase.NO_HEARTBEAT : InstancePhase.STOPPING;
            return reading(phase, isStopped(seen), Symptoms.whileStopping(seen), seen, message);
        }
    };

    /** Of other reasons the message says nothing: it is that of an earlier state. */
    private static final Set<Reason> EXPLAINED =
            Set.of(Reason.EXITED, Reason.IMAGE_PULL, Reason.DISK_FULL, Reason.CONTAINER_START);

    private final String word;

    VastTarget(String word) {
        this.word = word;
    }

    @Override
    public Function<Instance, Reading> reader(boolean believing) {
        StatusMessages messages = new StatusMessages(believing);
        return seen -> read(seen, messages.ofThisRun(seen));
    }

    /**
     * Reads a state.
     *
     * @param message what the service says about the state; null if that is known to be old
     */
    abstract Reading read(Instance seen, @Nullable String message);

    private static Reading reading(
            InstancePhase phase, boolean reached, @Nullable Reason why, Instance seen, @Nullable String message) {
        return new Reading(
                phase,
                reached,
                why == null
                        ? null
                        : new Reading.Suspicion(
                                why,
                                Arrays.asList(
                                        seen.actualStatus(), seen.intendedStatus(), seen.curState(), seen.statusMsg()),
                                EXPLAINED.contains(why) ? message : null));
    }

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
