package io.github.vastsdk.internal.watch;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.InstanceFailedException.Reason;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.error.WaitContext;
import io.github.vastsdk.error.WaitTimedOutException;
import io.github.vastsdk.internal.Redactor;
import io.github.vastsdk.internal.watch.Reading.Suspicion;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a wait has seen so far, and what it concludes. Knows no threads and no clock: every event brings its time.
 *
 * @param <I> a row of the list
 */
final class Track<I extends RentedInstance> {
    /** An instance is gone only if the list has not held it for so long: twice, and not in the same breath. */
    static final Duration CONFIRMATION = Duration.ofSeconds(5);

    private static final Set<InstancePhase> ON_ITS_WAY =
            Set.of(InstancePhase.PROVISIONING, InstancePhase.LOADING, InstancePhase.STOPPING);
    private static final int DETAIL_CHARS = 300;

    private final String label;
    private final String id;
    private final Target<I> target;
    private final Function<I, Reading> reader;
    private final WaitSettings settings;
    private final long begun;

    private int looks;
    private InstancePhase phase = InstancePhase.UNLISTED;
    private long phaseSince;
    private @Nullable I lastSeen;

    /** Whether the instance was seen in a state that a start or stop leads through: later states are no old ones. */
    private boolean onItsWay;

    private @Nullable Suspicion suspicion;
    private long suspectSince;

    private boolean missing;
    private long missingSince;
    private boolean known;

    private @Nullable SdkException problem;
    private long outageSince;

    Track(String label, String id, Target<I> target, WaitSettings settings, long now) {
        this.label = label;
        this.id = id;
        this.target = target;
        this.reader = target.reader(settings.grace().isZero());
        this.settings = settings;
        this.begun = now;
        this.phaseSince = now;
    }

    /** The end of a wait: with what was waited for, or with a failure. */
    record End(@Nullable Throwable failure) {
        static final End REACHED = new End(null);
    }

    /** Takes in that the list holds the instance; returns null if the wait goes on. */
    @Nullable
    End seen(I instance, long now) {
        looked();
        missing = false;
        known = true;
        lastSeen = instance;
        Reading reading = reader.apply(instance);
        enter(reading.phase(), now);
        if (reading.reached()) {
            return End.REACHED;
        }
        Suspicion found = reading.suspicion();
        return found == null ? unsuspicious(now) : suspicious(found, now);
    }

    private @Nullable End unsuspicious(long now) {
        suspicion = null;
        onItsWay |= ON_ITS_WAY.contains(phase);
        Duration limit = settings.limits().get(phase);
        if (limit == null || since(phaseSince, now).compareTo(limit) < 0) {
            return null;
        }
        return phase == InstancePhase.NO_HEARTBEAT
                ? failed(Reason.NO_HEARTBEAT, null, now)
                : timedOut(limit, phase, now);
    }

    private @Nullable End suspicious(Suspicion found, long now) {
        if (!found.equals(suspicion)) {
            suspicion = found;
            suspectSince = now;
        }
        return onItsWay || since(suspectSince, now).compareTo(settings.grace()) >= 0
                ? failed(found.reason(), found.detail(), now)
                : null;
    }

    /** Takes in that a complete list does not hold the instance; returns null if the wait goes on. */
    @Nullable
    End missing(long now) {
        looked();
        suspicion = null;
        enter(InstancePhase.UNLISTED, now);
        if (!missing) {
            missing = true;
            missingSince = now;
        }
        Duration unlisted = settings.limits().getOrDefault(phase, CONFIRMATION);
        Duration must = known || unlisted.compareTo(CONFIRMATION) < 0 ? CONFIRMATION : unlisted;
        if (since(missingSince, now).compareTo(must) < 0) {
            return null;
        }
        return target.isAbsence() ? End.REACHED : failed(Reason.GONE, null, now);
    }

    /** Takes in that the list could not be read; returns null if the wait goes on. */
    @Nullable
    End unreadable(Throwable failure, long now) {
        if (!(failure instanceof SdkException trouble) || !mayPass(trouble)) {
            return new End(failure);
        }
        looks++;
        if (problem == null) {
            outageSince = now;
        }
        problem = trouble;
        return since(outageSince, now).compareTo(settings.outage()) < 0
                ? null
                : new End(new WaitTimedOutException(
                        context(now), settings.outage(), "an outage of the service", trouble));
    }

    /** Tells whether a failure may be gone the next time, and says nothing about instances. */
    static boolean mayPass(SdkException failure) {
        if (failure instanceof RateLimitedException limited) {
            return limited.isRateLimit();
        }
        return failure instanceof TransportException
                || failure instanceof ResponseFormatException
                || failure instanceof ServerException
                || (failure instanceof RejectedException rejected && isPassingStatus(rejected));
    }

    /** A redirect will not pass; a timeout reported by the service, or a failure reported with 200, may. */
    private static boolean isPassingStatus(ApiException rejected) {
        return rejected.status() == 408 || rejected.status() / 100 == 2;
    }

    /** Takes in that the time for the whole wait is over. */
    End overdue(long now) {
        return new End(new WaitTimedOutException(context(now), settings.timeout(), "the whole wait", problem));
    }

    /** Takes in that the service accepted to destroy the instance, so that it exists or is gone. */
    void confirmKnown() {
        known = true;
    }

    /** Tells whether the last look did not show the instance. */
    boolean isMissing() {
        return missing;
    }

    @Nullable
    I lastSeen() {
        return lastSeen;
    }

    /** Gives the time until the next look: sooner if it only has to confirm an absence. */
    Duration untilNextLook() {
        Duration interval = settings.interval();
        return isMissing() && known && interval.compareTo(CONFIRMATION) > 0 ? CONFIRMATION : interval;
    }

    WaitProgress progress(long now) {
        return new WaitProgress(id, phase, lastSeen, since(begun, now), problem);
    }

    WaitContext context(long now) {
        return new WaitContext(new CallContext(label, looks, since(begun, now)), id, phase, lastSeen);
    }

    private End failed(Reason reason, @Nullable String said, long now) {
        String detail = said == null ? "" : Redactor.line(said, DETAIL_CHARS);
        return new End(new InstanceFailedException(context(now), reason, detail));
    }

    private End timedOut(Duration limit, InstancePhase passed, long now) {
        String what = "the phase " + passed.name().toLowerCase(Locale.ROOT);
        return new End(new WaitTimedOutException(context(now), limit, what, null));
    }

    private void looked() {
        looks++;
        problem = null;
    }

    private void enter(InstancePhase next, long now) {
        if (phase != next) {
            phase = next;
            phaseSince = now;
        }
    }

    private static Duration since(long then, long now) {
        return Duration.ofNanos(now - then);
    }
}
