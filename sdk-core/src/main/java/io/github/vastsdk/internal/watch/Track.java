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
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.InstanceStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a wait has seen so far, and what it concludes. Knows no threads and no clock: every event brings its time. */
final class Track {
    /** An instance is gone only if the list has not held it for so long: twice, and not in the same breath. */
    static final Duration CONFIRMATION = Duration.ofSeconds(5);

    private static final Set<InstancePhase> ON_ITS_WAY =
            Set.of(InstancePhase.PROVISIONING, InstancePhase.LOADING, InstancePhase.STOPPING);
    private static final Set<Reason> EXPLAINED =
            Set.of(Reason.EXITED, Reason.IMAGE_PULL, Reason.DISK_FULL, Reason.CONTAINER_START);
    private static final int MESSAGE_CHARS = 300;

    private final String label;
    private final long id;
    private final Target target;
    private final WaitSettings settings;
    private final long begun;

    private int looks;
    private InstancePhase phase = InstancePhase.UNLISTED;
    private long phaseSince;
    private @Nullable Instance lastSeen;
    private @Nullable String oldMessage;

    /** Whether the instance was seen in a state that a start or stop leads through: later states are no old ones. */
    private boolean onItsWay;

    private @Nullable List<Object> suspicion;
    private long suspectSince;

    private boolean missing;
    private long missingSince;
    private boolean known;

    private @Nullable SdkException problem;
    private long outageSince;

    Track(String label, long id, Target target, WaitSettings settings, long now) {
        this.label = label;
        this.id = id;
        this.target = target;
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
    End seen(Instance instance, long now) {
        looked();
        missing = false;
        if (lastSeen == null && isAtRest(instance) && !settings.grace().isZero()) {
            // Of an earlier run, until it changes; unless the caller knows that there was none.
            oldMessage = instance.statusMsg();
        }
        known = true;
        lastSeen = instance;
        String message = instance.statusMsg();
        if (!Objects.equals(message, oldMessage)) {
            oldMessage = null;
        }
        Target.Reading reading = target.read(instance, oldMessage == null ? message : null);
        enter(reading.phase(), now);
        if (reading.reached()) {
            return End.REACHED;
        }
        Reason reason = reading.suspect();
        return reason == null ? unsuspicious(now) : suspicious(reason, instance, now);
    }

    private static boolean isAtRest(Instance instance) {
        InstanceStatus actual = instance.actualStatus();
        return actual == InstanceStatus.Known.EXITED || actual == InstanceStatus.Known.STOPPED;
    }

    private @Nullable End unsuspicious(long now) {
        suspicion = null;
        onItsWay |= ON_ITS_WAY.contains(phase);
        Duration limit = settings.limits().get(phase);
        if (limit == null || since(phaseSince, now).compareTo(limit) < 0) {
            return null;
        }
        return phase == InstancePhase.NO_HEARTBEAT ? failed(Reason.NO_HEARTBEAT, now) : timedOut(limit, phase, now);
    }

    private @Nullable End suspicious(Reason reason, Instance instance, long now) {
        List<Object> state = Arrays.asList(
                reason, instance.actualStatus(), instance.intendedStatus(), instance.curState(), instance.statusMsg());
        if (!state.equals(suspicion)) {
            suspicion = state;
            suspectSince = now;
        }
        return onItsWay || since(suspectSince, now).compareTo(settings.grace()) >= 0 ? failed(reason, now) : null;
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
        return target == Target.GONE ? End.REACHED : failed(Reason.GONE, now);
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
    Instance lastSeen() {
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

    private End failed(Reason reason, long now) {
        String said = lastSeen == null || oldMessage != null ? null : lastSeen.statusMsg();
        // Of the other states the message says nothing: it is that of an earlier one.
        String detail = said == null || !EXPLAINED.contains(reason) ? "" : Redactor.line(said, MESSAGE_CHARS);
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
