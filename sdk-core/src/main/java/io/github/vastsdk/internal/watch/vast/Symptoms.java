package io.github.vastsdk.internal.watch.vast;

import static io.github.vastsdk.model.InstanceStatus.Known.DESTROYED;
import static io.github.vastsdk.model.InstanceStatus.Known.EXITED;
import static io.github.vastsdk.model.InstanceStatus.Known.FROZEN;
import static io.github.vastsdk.model.InstanceStatus.Known.OFFLINE;
import static io.github.vastsdk.model.InstanceStatus.Known.RUNNING;
import static io.github.vastsdk.model.InstanceStatus.Known.STOPPED;
import static io.github.vastsdk.model.InstanceStatus.Known.TERMINATED;

import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceStatus;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** States from which an instance does not get where it should by itself. */
final class Symptoms {
    /** Whole phrases only: single words such as "error" also stand in the names of packages. */
    private static final List<Map.Entry<Reason, Pattern>> MESSAGES = Stream.of(
                    Map.entry(Reason.DISK_FULL, "no space left on device"),
                    Map.entry(
                            Reason.IMAGE_PULL,
                            "manifest unknown|failed to resolve reference|pull access denied"
                                    + "|repository does not exist|unauthorized:|pull rate limit"),
                    Map.entry(Reason.CONTAINER_START, "oci runtime create failed"))
            .map(entry -> Map.entry(entry.getKey(), Pattern.compile(entry.getValue(), Pattern.CASE_INSENSITIVE)))
            .toList();

    private Symptoms() {}

    /** Finds why an instance will not run; null if it may. */
    static @Nullable Reason whileStarting(Instance seen, @Nullable String message) {
        InstanceStatus actual = seen.actualStatus();
        InstanceStatus intended = seen.intendedStatus();
        if (seen.isReady()) {
            return null;
        }
        if (isDestroyed(actual)) {
            return Reason.GONE;
        }
        Reason said = message == null || actual == RUNNING ? null : said(message);
        if (said != null) {
            return said;
        }
        if (intended == STOPPED) {
            boolean outbid = Boolean.TRUE.equals(seen.price().isBid()) && seen.curState() == STOPPED;
            return outbid ? Reason.INTERRUPTED : Reason.STOPPED;
        }
        if (seen.isInterrupted()) {
            return Reason.INTERRUPTED;
        }
        if (actual == FROZEN || intended == FROZEN) {
            return Reason.FROZEN;
        }
        if (actual == OFFLINE) {
            return Reason.OFFLINE;
        }
        // With its contract stopped, it is a start that waits for its GPUs.
        return actual == EXITED && seen.curState() != STOPPED ? Reason.EXITED : null;
    }

    /** Finds why an instance will not become stopped; null if it may. */
    static @Nullable Reason whileStopping(Instance seen) {
        if (isDestroyed(seen.actualStatus())) {
            return Reason.GONE;
        }
        return seen.actualStatus() == OFFLINE ? Reason.OFFLINE : null;
    }

    private static boolean isDestroyed(@Nullable InstanceStatus actual) {
        return actual == DESTROYED || actual == TERMINATED;
    }

    private static @Nullable Reason said(String message) {
        return MESSAGES.stream()
                .filter(entry -> entry.getValue().matcher(message).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
