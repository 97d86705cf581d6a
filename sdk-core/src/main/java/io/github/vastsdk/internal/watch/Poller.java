package io.github.vastsdk.internal.watch;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of instances for all waits of a client: one request at a time, each for the instances whose last look
 * lies back longest, as many as the service takes, and never two within a second.
 *
 * @param <I> a row of the list
 */
public final class Poller<I extends RentedInstance> {
    private final Timer timer;
    private final Provider<I> provider;
    private final Executor executor;
    /** May be held while a wait's own lock is taken, never the other way round. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Watch<I>, Slot> slots = new LinkedHashMap<>();
    private long joins;
    private long earliest;
    private boolean closed;
    private @Nullable Round<I> round;
    private @Nullable ScheduledFuture<?> alarm;

    /**
     * When to look at what a wait is for.
     *
     * @param due the moment of the next look
     * @param joined numbers the waits; one that joined later than a reading began has no part in it
     */
    private record Slot(long due, long joined) {}

    /** A reading that is under way, and the number of the last wait that has a part in it. */
    private record Round<I extends RentedInstance>(ListReading<I> reading, long joins) {}

    private Poller(Timer timer, Provider<I> provider, Executor executor) {
        this.timer = timer;
        this.provider = provider;
        this.executor = executor;
        this.earliest = timer.nanos();
    }

    /**
     * Makes the poll of a client.
     *
     * @param executor runs what callers hang on waits
     * @param atClose takes what to do when the client closes
     */
    public static <I extends RentedInstance> Poller<I> of(
            Timer timer, Provider<I> provider, Executor executor, Consumer<Runnable> atClose) {
        Poller<I> poller = new Poller<>(timer, provider, executor);
        atClose.accept(poller::close);
        return poller;
    }

    /** As many as are busy: in the common pool a few callers' listeners that block would hold up all other waits. */
    public static Executor ownThreads() {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "vast-sdk-wait");
            thread.setDaemon(true);
            return thread;
        });
    }

    Provider<I> provider() {
        return provider;
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
    void add(Watch<I> watch) {
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
    void remove(Watch<I> watch) {
        Round<I> unneeded = null;
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
        List<Watch<I>> ended;
        Round<I> unneeded;
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

    private @Nullable Round<I> stop() {
        Round<I> stopped = round;
        round = null;
        disarm();
        return stopped;
    }

    private static void cancel(@Nullable Round<?> unneeded) {
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
        ListReading<I> reading;
        lock.lock();
        try {
            if (round != null || slots.isEmpty()) {
                return;
            }
            List<String> ids = slots.entrySet().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().due()))
                    .map(entry -> entry.getKey().id())
                    .distinct()
                    .limit(provider.batch())
                    .toList();
            reading = new ListReading<>(timer, provider, ids, this::requested);
            round = new Round<>(reading, joins);
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

    private void complete(ListReading<I> reading, Map<String, I> found) {
        List<Watch<I>> looked = askedFor(reading, part(reading));
        try {
            looked.forEach(watch -> watch.look(found.get(watch.id())));
        } finally {
            next(reading, looked, Duration.ZERO);
        }
    }

    /** Every wait learns that the service is in trouble, not only those whose turn it was. */
    private void unreadable(ListReading<I> reading, Throwable failure) {
        List<Watch<I>> all = part(reading);
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
        Duration spacing = failure instanceof RateLimitedException limited ? limited.minimumInterval() : null;
        Duration after = failure instanceof ApiException refused ? refused.retryAfter() : null;
        return Stream.of(interval, spacing, after)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(interval);
    }

    private List<Watch<I>> askedFor(ListReading<I> reading, List<Watch<I>> part) {
        Set<String> ids = Set.copyOf(reading.ids());
        return part.stream().filter(watch -> ids.contains(watch.id())).toList();
    }

    /** Gives the waits that began before a reading; none if the reading is not needed any more. */
    private List<Watch<I>> part(ListReading<I> reading) {
        lock.lock();
        try {
            Round<I> current = round;
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
    private void next(ListReading<I> reading, List<Watch<I>> asked, Duration pause) {
        lock.lock();
        try {
            Round<I> ended = round;
            if (ended == null || ended.reading() != reading) {
                return;
            }
            round = null;
            earliest = Math.max(earliest, now() + pause.toNanos());
            for (Watch<I> watch : asked) {
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
