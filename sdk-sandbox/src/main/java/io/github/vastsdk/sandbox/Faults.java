package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.service.FaultPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong, in order. A request takes the oldest fault that matches it, at most one; a fault is used up after
 * {@link Fault#times(int) as many requests as it says}, mostly one.
 *
 * <p>Safe to share between threads.
 */
public final class Faults {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Pending> queue = new ArrayList<>();
    private final List<Interlude> interludes = new ArrayList<>();

    private record Interlude(String method, Pattern path, Runnable action) {}

    private static final class Pending {
        private final Fault fault;
        private int left;

        Pending(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    Faults() {}

    /**
     * Puts faults at the end of the queue.
     *
     * @param faults the faults, in the order in which they are to happen
     */
    public void next(Fault... faults) {
        lock.lock();
        try {
            for (Fault fault : faults) {
                queue.add(new Pending(Objects.requireNonNull(fault, "fault")));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs something when the next request arrives that matches, before anything is done with it: what somebody else does
     * between two requests of a client. A fault may happen to the same request. A request runs the oldest action that
     * matches, at most one; so an action that does nothing lets one request pass before the next action's turn.
     *
     * <pre>{@code
     * // the list is right when the client reads it, and no longer when it goes by it
     * sandbox.faults().beforeNext("POST", "/modify$", () -> sandbox.remove(first));
     * }</pre>
     *
     * @param method the method, in capitals
     * @param pathRegex a regular expression that is to be found in the path as sent
     * @param action changes something in the sandbox or on its clock; no other request is handled meanwhile, so it must
     *     not send one
     */
    public void beforeNext(String method, String pathRegex, Runnable action) {
        Interlude interlude = new Interlude(
                Objects.requireNonNull(method, "method"),
                Pattern.compile(pathRegex),
                Objects.requireNonNull(action, "action"));
        lock.lock();
        try {
            interludes.add(interlude);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts the faults that are still to happen, each as often as it is to happen.
     *
     * @return the count
     */
    public int pending() {
        lock.lock();
        try {
            return queue.stream().mapToInt(pending -> pending.left).sum();
        } finally {
            lock.unlock();
        }
    }

    /** Drops the faults that have not happened yet, and the actions that have not run. */
    public void clear() {
        lock.lock();
        try {
            queue.clear();
            interludes.clear();
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    FaultPlan take(String method, String path) {
        Interlude interlude = takeInterlude(method, path);
        if (interlude != null) {
            // Not under the lock: the action may add faults, and others may while it runs.
            interlude.action().run();
        }
        return takeFault(method, path);
    }

    private @Nullable Interlude takeInterlude(String method, String path) {
        lock.lock();
        try {
            for (Interlude interlude : interludes) {
                if (interlude.method().equals(method)
                        && interlude.path().matcher(path).find()) {
                    interludes.remove(interlude);
                    return interlude;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable FaultPlan takeFault(String method, String path) {
        lock.lock();
        try {
            for (Pending pending : queue) {
                if (pending.fault.matches(method, path)) {
                    pending.left--;
                    queue.removeIf(entry -> entry.left == 0);
                    return pending.fault.plan();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }
}
