package io.github.vastsdk.internal.watch;

import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.internal.CancellableFuture;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution of a wait for one instance.
 *
 * @param <I> a row of the list
 */
class Watch<I extends RentedInstance> {
    private static final Logger log = LoggerFactory.getLogger("io.github.vastsdk.Wait");

    final Poller<I> poller;
    final Track<I> track;
    /** Held while the track is touched, and never while anything else is called. */
    final ReentrantLock lock = new ReentrantLock();

    private final String id;
    private final WaitSettings settings;
    private final CancellableFuture<@Nullable I> result = new CancellableFuture<>(this::cancelled);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean listenerFailed = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> alarm;
    private final ReentrantLock order = new ReentrantLock();
    private CompletableFuture<@Nullable Void> deliveries = CompletableFuture.completedFuture(null);

    Watch(Poller<I> poller, String label, String id, Target<I> target, WaitSettings settings) {
        this.poller = poller;
        this.id = id;
        this.settings = settings;
        this.track = new Track<>(label, id, target, settings, poller.now());
    }

    /** Begins; the result is the instance as it was last seen. */
    final CompletableFuture<@Nullable I> start() {
        poller.requireOpen();
        alarm = poller.timer().schedule(this::overdue, settings.timeout());
        begin();
        return result;
    }

    void begin() {
        poller.add(this);
    }

    final String id() {
        return id;
    }

    final boolean isOver() {
        return over.get();
    }

    /** Takes in one look at the list: the instance, or null if it is not there. */
    final void look(@Nullable I seen) {
        long now = poller.now();
        Track.End end;
        WaitProgress progress;
        boolean cameBack;
        lock.lock();
        try {
            cameBack = seen != null && track.isMissing();
            end = seen == null ? track.missing(now) : track.seen(seen, now);
            progress = track.progress(now);
        } finally {
            lock.unlock();
        }
        conclude(end, progress);
        if (seen != null && end == null) {
            listed(seen, cameBack, now);
        }
    }

    /** Told that the instance is listed, and the wait goes on. */
    void listed(I seen, boolean cameBack, long now) {
        // Nothing to do about it, unless it is to be destroyed.
    }

    /** Takes in that the list could not be read. */
    final void unreadable(Throwable failure) {
        long now = poller.now();
        Track.End end;
        WaitProgress progress;
        lock.lock();
        try {
            end = track.unreadable(failure, now);
            progress = track.progress(now);
        } finally {
            lock.unlock();
        }
        conclude(end, progress);
    }

    private void conclude(Track.@Nullable End end, WaitProgress progress) {
        if (end != null) {
            end(end.failure());
        } else if (!settings.listeners().isEmpty()) {
            deliver(() -> settings.listeners().forEach(listener -> tell(listener, progress)));
        }
    }

    private void tell(Consumer<WaitProgress> listener, WaitProgress progress) {
        try {
            if (!result.isDone()) {
                listener.accept(progress);
            }
        } catch (RuntimeException e) {
            if (listenerFailed.compareAndSet(false, true)) {
                log.warn("The progress listener {} failed", listener.getClass().getName(), e);
            }
        }
    }

    final Duration untilNextLook() {
        lock.lock();
        try {
            return track.untilNextLook();
        } finally {
            lock.unlock();
        }
    }

    private void overdue() {
        Track.End end;
        lock.lock();
        try {
            end = track.overdue(poller.now());
        } finally {
            lock.unlock();
        }
        end(end.failure());
    }

    /** Ends the wait because the client was closed. */
    final void closed() {
        end(cancelled("the client was closed"));
    }

    private CallCancelledException cancelled(String what) {
        lock.lock();
        try {
            return new CallCancelledException(track.context(poller.now()).call(), Sent.NO, what, null);
        } finally {
            lock.unlock();
        }
    }

    private void cancelled() {
        leave();
    }

    /** Ends the wait, once; null for what was waited for. */
    final void end(@Nullable Throwable failure) {
        if (!leave()) {
            return;
        }
        Throwable known = failure == null ? null : asFailure(failure);
        I seen;
        lock.lock();
        try {
            seen = track.lastSeen();
        } finally {
            lock.unlock();
        }
        deliver(() -> {
            if (known == null) {
                result.complete(seen);
            } else {
                result.completeExceptionally(known);
            }
        });
    }

    /** Names a failure as the caller should see it. */
    Throwable asFailure(Throwable failure) {
        return failure;
    }

    private boolean leave() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        ScheduledFuture<?> limit = alarm;
        if (limit != null) {
            limit.cancel(false);
        }
        poller.remove(this);
        left();
        return true;
    }

    /** Told when the wait is over. */
    void left() {
        // Nothing runs beside the poll, unless the instance is to be destroyed.
    }

    /** Runs one thing after the other, and not on the thread that polls: what callers hang on it may take its time. */
    private void deliver(Runnable delivery) {
        order.lock();
        try {
            deliveries = deliveries.handleAsync(
                    (done, failure) -> {
                        delivery.run();
                        return null;
                    },
                    poller.executor());
        } finally {
            order.unlock();
        }
    }
}
