package io.github.vastsdk.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the calls of one client apart that would move under each other what their paths name. They take their turns in
 * the order of arrival; neighbours that leave each other alone go together. Nothing blocks: a turn is a future.
 */
public final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiter> queue = new ArrayDeque<>();
    private Use current = Use.NAMES;
    private int running;

    /** What a call does to names that may move. */
    public enum Use {
        /** It goes by one, and moves none. */
        NAMES,
        /** It goes by none; what it adds may move others. */
        ADDS,
        /** It goes by one; what it takes away may move others. */
        REMOVES
    }

    private record Waiter(Use use, CompletableFuture<Use> turn) {}

    /** Asks for a turn, which must be given back by {@link #over}. Cancelling the future gives up the place. */
    CompletableFuture<Use> take(Use use) {
        Waiter waiter = new Waiter(use, new CompletableFuture<>());
        update(() -> queue.addLast(waiter));
        return waiter.turn;
    }

    /** Gives a turn back. */
    void over() {
        update(() -> running--);
    }

    private void update(Runnable change) {
        List<Waiter> next = new ArrayList<>();
        lock.lock();
        try {
            change.run();
            while (!queue.isEmpty()) {
                Waiter first = queue.getFirst();
                if (!first.turn.isDone()) {
                    boolean together = first.use == current && current != Use.REMOVES;
                    if (running > 0 && !together) {
                        break;
                    }
                    current = first.use;
                    running++;
                    next.add(first);
                }
                queue.removeFirst();
            }
        } finally {
            lock.unlock();
        }
        // Whatever waits for a turn runs here, and must not hold the lock.
        for (Waiter waiter : next) {
            if (!waiter.turn.complete(waiter.use)) {
                over(); // given up in the same moment
            }
        }
    }
}
