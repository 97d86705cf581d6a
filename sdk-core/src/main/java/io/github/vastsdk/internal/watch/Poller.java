package io.github.vastsdk.internal.watch;

import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.model.Instance;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of instances for all waits of a client: one request at a time, each for the 25 instances whose last look
 * lies back longest, and never two within a second.
 */
final class Poller {
    private static final int PAGE = 25;

    private final Timer timer;
    private final InstanceAccess access;
    private final Executor executor;
    /** May be held while a wait's own lock is taken, never the other way round. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Watch, Slot> slots = new LinkedHashMap<>();
    private long joins;
    private long earliest;
    private boolean closed;
    private @Nullable Round round;
    private @Nullable ScheduledFuture<?> alarm;

    /**
     * When to look at what a wait is for.
     *
     * @param due the moment of the next look
     * @param joined numbers the waits; one that joined later than a reading began has no part in it
     */
    private record Slot(long due, long joined) {}

    /** A reading that is under way, and the number of the last wait that has a part in it. */
    private record Round(ListReading reading, long joins) {}

    Poller(Timer timer, InstanceAccess access, Executor executor) {
        this.timer = timer;
        this.access = access;
        this.executor = executor;
        this.earliest = timer.nanos();
    }

    Timer timer() {
        return timer;
    }

    long now() {
        return timer.nanos();
    }

    /** Runs what callers hang on waits. */
    Executor executor() {
        return executor;
    }

    void requireOpen() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The client is closed");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Looks at an instance from now on, first as soon as may be. */
    void add(Watch watch) {
        boolean late;
        lock.lock();
        try {
            late = closed;
            if (!late && !watch.isOver()) {
                slots.put(watch, new Slot(now(), ++joins));
                arm();
            }
        } finally {
            lock.unlock();
        }
        if (late) {
            watch.closed();
        }
    }

    /** Looks at it no more; the last one ends the reading that is under way. */
    void remove(Watch watch) {
        Round unneeded = null;
        lock.lock();
        try {
            if (slots.remove(watch) != null && slots.isEmpty()) {
                unneeded = stop();
            }
        } finally {
            lock.unlock();
        }
        cancel(unneeded);
    }

    /** Ends every wait. */
    void close() {
        List<Watch> ended;
        Round unneeded;
        lock.lock();
        try {
            closed = true;
            ended = List.copyOf(slots.keySet());
            slots.clear();
            unneeded = stop();
        } finally {
            lock.unlock();
        }
        ended.forEach(Watch::closed);
        cancel(unneeded);
    }

    private @Nullable Round stop() {
        Round stopped = round;
        round = null;
        disarm();
        return stopped;
    }

    private static void cancel(@Nullable Round unneeded) {
        if (unneeded != null) {
            unneeded.reading().result().cancel(true);
        }
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** Sets the alarm for the next reading, unless one is under way. */
    private void arm() {
        if (round != null || slots.isEmpty()) {
            return;
        }
        long due = slots.values().stream().mapToLong(Slot::due).min().orElseThrow();
        disarm();
        alarm = timer.schedule(this::begin, Duration.ofNanos(Math.max(due, earliest) - now()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the outcome is taken in, whatever it is
    private void begin() {
        ListReading reading;
        lock.lock();
        try {
            if (round != null || slots.isEmpty()) {
                return;
            }
            List<Long> ids = slots.entrySet().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().due()))
                    .map(entry -> entry.getKey().id())
                    .distinct()
                    .limit(PAGE)
                    .sorted()
                    .toList();
            reading = new ListReading(timer, access, ids, this::requested);
            round = new Round(reading, joins);
        } finally {
            lock.unlock();
        }
        reading.result().whenComplete((found, failure) -> {
            if (found == null) {
                unreadable(reading, failure);
            } else {
                complete(reading, found);
            }
        });
        reading.start();
    }

    private void requested() {
        lock.lock();
        try {
            earliest = now() + ListReading.SPACING.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private void complete(ListReading reading, Map<Long, Instance> found) {
        List<Watch> looked = askedFor(reading, part(reading));
        try {
            looked.forEach(watch -> watch.look(found.get(watch.id())));
        } finally {
            next(reading, looked, Duration.ZERO);
        }
    }

    /** Every wait learns that the service is in trouble, not only those whose turn it was. */
    private void unreadable(ListReading reading, Throwable failure) {
        List<Watch> all = part(reading);
        Duration interval = all.stream()
                .map(Watch::untilNextLook)
                .min(Comparator.naturalOrder())
                .orElse(ListReading.SPACING);
        try {
            all.forEach(watch -> watch.unreadable(failure));
        } finally {
            next(reading, askedFor(reading, all), atLeastWhatIsDemanded(interval, failure));
        }
    }

    private static Duration atLeastWhatIsDemanded(Duration interval, Throwable failure) {
        Duration demanded = failure instanceof RateLimitedException limited ? limited.minimumInterval() : null;
        return demanded == null || demanded.compareTo(interval) < 0 ? interval : demanded;
    }

    private static List<Watch> askedFor(ListReading reading, List<Watch> part) {
        Set<Long> ids = Set.copyOf(reading.ids());
        return part.stream().filter(watch -> ids.contains(watch.id())).toList();
    }

    /** Gives the waits that began before a reading; none if the reading is not needed any more. */
    private List<Watch> part(ListReading reading) {
        lock.lock();
        try {
            Round current = round;
            return current == null || current.reading() != reading
                    ? List.of()
                    : slots.entrySet().stream()
                            .filter(entry -> entry.getValue().joined() <= current.joins())
                            .map(Map.Entry::getKey)
                            .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Ends a reading: what was asked for is due later, also if that failed, so that others have their turn. */
    private void next(ListReading reading, List<Watch> asked, Duration pause) {
        lock.lock();
        try {
            Round ended = round;
            if (ended == null || ended.reading() != reading) {
                return;
            }
            round = null;
            earliest = Math.max(earliest, now() + pause.toNanos());
            for (Watch watch : asked) {
                long due = now() + watch.untilNextLook().toNanos();
                // One that joined again in the meantime has its own moment.
                slots.computeIfPresent(
                        watch, (same, slot) -> slot.joined() > ended.joins() ? slot : new Slot(due, slot.joined()));
            }
            arm();
        } finally {
            lock.unlock();
        }
    }
}
