package io.github.vastsdk.launch;

import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the list showed of an instance that is waited for.
 *
 * <p>The canonical constructor is not part of the API.
 *
 * @param instanceId the id of the instance, as {@link RentedInstance#instanceId()} gives it
 * @param phase where it stands
 * @param lastSeen the instance as it was last listed; null if it was not listed yet
 * @param elapsed the time since the wait began
 * @param problem why this look failed; null if it did not
 */
public record WaitProgress(
        String instanceId,
        InstancePhase phase,
        @Nullable RentedInstance lastSeen,
        Duration elapsed,
        @Nullable SdkException problem) {
    /** Returns one line such as {@code Instance 42 loading → running (loading, 35 s)}. */
    @Override
    public String toString() {
        String seen = lastSeen == null ? "not listed" : lastSeen.statusSummary();
        String trouble = problem == null ? "" : "; " + problem.getMessage();
        return "Instance " + instanceId + " " + seen + " (" + phase.name().toLowerCase(Locale.ROOT) + ", "
                + elapsed.toSeconds() + " s)" + trouble;
    }
}
