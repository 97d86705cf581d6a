package io.github.vastsdk.internal.watch;

import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.WaitContext;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Destroys an instance, and waits until it is gone; as long as it is not, it is destroyed again.
 *
 * @param <I> a row of the list
 */
final class Destruction<I extends RentedInstance> extends Watch<I> {
    static final int MOST_DELETES = 5;
    /** How long after a request without an answer the instance must still be listed until the next. */
    static final Duration AFTER_DOUBT = Duration.ofSeconds(10);
    /** The same after a request that was answered: the service carries it out a little later. */
    static final Duration AFTER_ANSWER = Duration.ofSeconds(60);

    private final Supplier<CompletableFuture<Ack>> delete;
    private int deletes;
    private long answeredAt;
    private @Nullable SdkException doubt;
    private volatile @Nullable CompletableFuture<Ack> underWay;

    Destruction(
            Poller<I> poller, String label, String id, WaitSettings settings, Supplier<CompletableFuture<Ack>> delete) {
        super(poller, label, id, Target.gone(), settings);
        this.delete = delete;
    }

    @Override
    void begin() {
        delete();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer is taken in, whatever it is
    private void delete() {
        deletes++;
        CompletableFuture<Ack> sent;
        try {
            sent = delete.get();
        } catch (RuntimeException e) {
            end(e); // such as: the client was closed in this moment
            return;
        }
        underWay = sent;
        if (isOver()) {
            sent.cancel(true);
        }
        sent.whenComplete((ack, failure) -> answered(failure));
    }

    private void answered(@Nullable Throwable failure) {
        boolean refused = failure instanceof NotFoundException;
        SdkException unanswered = !refused && failure instanceof SdkException known ? known : null;
        if (failure != null && !refused && (unanswered == null || !Track.mayPass(unanswered))) {
            end(failure);
            return;
        }
        if (failure == null) {
            confirmKnown();
        }
        doubt = unanswered;
        answeredAt = poller.now();
        poller.add(this);
    }

    private void confirmKnown() {
        lock.lock();
        try {
            track.confirmKnown();
        } finally {
            lock.unlock();
        }
    }

    @Override
    void listed(I seen, boolean cameBack, long now) {
        Duration patience = cameBack ? Duration.ZERO : doubt != null ? AFTER_DOUBT : AFTER_ANSWER;
        if (isOver() || poller.provider().isBeingDestroyed(seen) || now - answeredAt < patience.toNanos()) {
            return;
        }
        if (deletes < MOST_DELETES) {
            // Not looked at while the request is under way: what was listed before it proves nothing.
            poller.remove(this);
            delete();
        } else {
            end(unverified("it is still listed after " + deletes + " requests to destroy it", doubt));
        }
    }

    @Override
    void left() {
        CompletableFuture<Ack> sent = underWay;
        if (sent != null) {
            sent.cancel(true);
        }
    }

    @Override
    Throwable asFailure(Throwable failure) {
        return failure instanceof DestroyUnverifiedException
                ? failure
                : unverified(String.valueOf(failure.getMessage()), failure);
    }

    private DestroyUnverifiedException unverified(String why, @Nullable Throwable cause) {
        WaitContext context;
        lock.lock();
        try {
            context = track.context(poller.now());
        } finally {
            lock.unlock();
        }
        return new DestroyUnverifiedException(context, List.of(id()), why, cause);
    }
}
