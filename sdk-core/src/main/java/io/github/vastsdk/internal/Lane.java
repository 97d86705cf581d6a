package io.github.vastsdk.internal;

import io.github.vastsdk.SharedPace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schedule of one operation with one API key: calls leave in the order of arrival, and once the service has refused
 * one, at the distance that it demands. Nothing blocks: a call gets a future that completes when it may go.
 */
final class Lane {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final Duration UNSTATED = Duration.ofSeconds(1);
    /** After this pause a call may go although earlier ones are still unanswered. */
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private static final int MAX_WINDOW = 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private final String name;
    private final Timer timer;
    private final @Nullable SharedPace shared;
    private final Duration firstGuess;
    private @Nullable IntervalEstimate estimate;
    /** How many calls may leave together while nothing is known of a limit. It grows as whole rounds are accepted. */
    private int window = 2;

    private int round;

    private int inFlight;
    private boolean sentBefore;
    private long lastSent;
    /** The latest moment at which the last call can have left, if the way there took no longer than ever before. */
    private long reference;

    private long shortestTrip = Long.MAX_VALUE;
    private @Nullable ScheduledFuture<?> wake;
    private boolean reserving;

    /**
     * @param documented the documented interval, null if there is none
     * @param proactive whether to keep the documented interval from the start
     */
    Lane(String name, Timer timer, @Nullable SharedPace shared, @Nullable Duration documented, boolean proactive) {
        this.name = name;
        this.timer = timer;
        this.shared = shared;
        this.firstGuess = documented == null ? UNSTATED : documented;
        this.estimate = proactive && documented != null ? IntervalEstimate.trusted(documented) : null;
    }

    /**
     * The right to send one attempt; it must be given back by one of the other methods.
     *
     * @param sentAt when it was granted
     * @param gap the least distance that the service can have seen to the call before
     * @param paced whether that distance was chosen by the estimate, so that the outcome says something about it
     */
    record Permit(long sentAt, long gap, boolean paced) {}

    private record Waiter(CompletableFuture<Permit> permit, boolean mayBeRefused) {}

    /**
     * Asks to send.
     *
     * @param first whether to stand before those who wait: a refused call has waited already
     * @param mayBeRefused whether a refusal would be repeated, so that the call may try a distance out
     */
    CompletableFuture<Permit> acquire(boolean first, boolean mayBeRefused) {
        Waiter waiter = new Waiter(new CompletableFuture<>(), mayBeRefused);
        update(() -> {
            if (first) {
                queue.addFirst(waiter);
            } else {
                queue.addLast(waiter);
            }
        });
        return waiter.permit;
    }

    /** Gives a permit back after an answer that was not a rate limit. */
    void accepted(Permit permit) {
        update(() -> {
            if (estimate != null && permit.paced) {
                estimate.accepted(permit.gap);
            }
            answered(permit, true);
        });
    }

    /** Gives a permit back after a rate limit. */
    void refused(Permit permit, @Nullable Duration stated) {
        update(() -> {
            if (estimate == null) {
                Duration guess = stated == null ? firstGuess : stated;
                // Others use the shared schedule too, so the distance to our own last call proves nothing.
                estimate = shared == null ? IntervalEstimate.guess(guess) : IntervalEstimate.trusted(guess);
                log.debug("{}: at most one call per {} is allowed, as a first guess", name, guess);
            } else if (permit.paced) {
                estimate.refused(permit.gap, stated);
            }
            answered(permit, true);
        });
    }

    /** Gives a permit back when nothing was learned: the attempt broke, or was never sent. */
    void unknown(Permit permit) {
        update(() -> answered(permit, false));
    }

    private void answered(Permit permit, boolean arrived) {
        long now = timer.nanos();
        if (arrived) {
            shortestTrip = Math.min(shortestTrip, now - permit.sentAt);
        }
        if (arrived && permit.sentAt == lastSent) {
            // A call that was slow on its way arrived late, and what follows must keep its distance from that.
            reference = Math.max(lastSent, now - shortestTrip);
        }
        inFlight--;
        if (inFlight == 0) {
            window = round >= window ? Math.min(window * 2, MAX_WINDOW) : window;
            round = 0;
        }
    }

    private void update(Runnable change) {
        List<Runnable> grants = new ArrayList<>();
        lock.lock();
        try {
            change.run();
            pump(grants);
        } finally {
            lock.unlock();
        }
        // Whatever waits for a permit runs here, and must not hold the lock.
        grants.forEach(Runnable::run);
    }

    private void pump(List<Runnable> grants) {
        if (wake != null) {
            wake.cancel(false); // what has just changed may allow an earlier moment
            wake = null;
        }
        while (!reserving && dropGivenUp()) {
            IntervalEstimate known = estimate;
            if (known != null && shared != null) {
                wakeAtReservedMoment(shared, Duration.ofNanos(known.gap()));
                return;
            }
            long wait = known == null ? waitForAnswer() : waitForDistance(known, queue.getFirst().mayBeRefused);
            if (wait > 0) {
                wake = timer.schedule(() -> update(() -> {}), Duration.ofNanos(wait));
                return;
            }
            grantNext(grants);
        }
    }

    private boolean dropGivenUp() {
        while (!queue.isEmpty() && queue.getFirst().permit.isDone()) {
            queue.removeFirst();
        }
        return !queue.isEmpty();
    }

    private long waitForAnswer() {
        // In rounds, so that a limit shows itself in one refusal and not in as many as calls are waiting.
        return round < window ? 0 : lastSent + PATIENCE - timer.nanos();
    }

    private long waitForDistance(IntervalEstimate known, boolean mayBeRefused) {
        boolean safe = !mayBeRefused || (known.isSearching() && inFlight > 0);
        return sentBefore ? reference + (safe ? known.safeGap() : known.gap()) - timer.nanos() : 0;
    }

    private void grantNext(List<Runnable> grants) {
        Waiter next = queue.removeFirst();
        long now = timer.nanos();
        Permit permit = new Permit(now, now - reference, isTelling(now));
        sentBefore = true;
        lastSent = now;
        reference = now;
        inFlight++;
        round++;
        grants.add(() -> {
            if (!next.permit.complete(permit)) {
                unknown(permit); // given up in the same moment
            }
        });
    }

    /** After a longer pause, a refusal only says that somebody else uses the API key as well. */
    private boolean isTelling(long now) {
        return sentBefore && estimate != null && now - reference < 2 * estimate.safeGap();
    }

    private void wakeAtReservedMoment(SharedPace schedule, Duration interval) {
        reserving = true;
        // Not under the lock: the schedule is the caller's code, and may take its time or fail.
        timer.later(() -> reserve(schedule, interval), Duration.ZERO);
    }

    private void reserve(SharedPace schedule, Duration interval) {
        CompletionStage<Duration> moment;
        try {
            moment = Objects.requireNonNull(schedule.reserve(name, interval), "the schedule gave no stage");
        } catch (RuntimeException e) {
            moment = CompletableFuture.failedStage(e);
        }
        moment.whenComplete((wait, failure) -> {
            if (failure != null) {
                log.warn("{}: the shared schedule failed, so the call goes at once", name, failure);
            }
            timer.later(this::grantReserved, wait == null ? Duration.ZERO : wait);
        });
    }

    private void grantReserved() {
        List<Runnable> grants = new ArrayList<>();
        lock.lock();
        try {
            reserving = false;
            if (dropGivenUp()) {
                grantNext(grants);
            }
            pump(grants);
        } finally {
            lock.unlock();
        }
        grants.forEach(Runnable::run);
    }
}
