package io.github.vastsdk.sandbox.internal.service;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.http.Delivery;
import io.github.vastsdk.sandbox.internal.http.Outcome;
import io.github.vastsdk.sandbox.internal.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A simulated service: takes requests one after another, lets go wrong what is to go wrong, and remembers what came.
 *
 * @param <K> what a caller shows to be let in
 */
public abstract class Service<K> {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Received> received = new ArrayList<>();
    private final FaultSource faults;

    /**
     * Makes a service that nobody has called yet.
     *
     * @param faults what is to go wrong
     */
    protected Service(FaultSource faults) {
        this.faults = faults;
    }

    /** Catches up with the clock. */
    protected abstract void settle();

    /** Gives what a bearer token stands for; null when it is none of the account's. */
    protected abstract @Nullable K caller(String token);

    /** Gives the number by which the log of requests names a caller. */
    protected abstract long number(K caller);

    /**
     * Does what a request asks for.
     *
     * @param request the request
     * @param caller who calls; null when the request shows no valid token
     * @return the answer
     * @throws Refused with the answer, if it is to be refused
     */
    protected abstract Answer operate(Request request, @Nullable K caller);

    /**
     * Decides what becomes of a request.
     *
     * @param request the request
     * @return the answer and how it is to travel
     */
    public final Outcome handle(Request request) {
        return locked(() -> {
            FaultPlan fault = faults.take(request.method(), request.path());
            // What happens before a request may have moved the clock.
            settle();
            String token = bearer(request);
            K caller = token == null ? null : caller(token);
            Outcome outcome = fault == null
                    ? new Outcome(answer(request, caller), Delivery.PLAIN)
                    : withFault(fault, request, caller);
            received.add(new Received(request, status(outcome), caller == null ? null : number(caller)));
            return outcome;
        });
    }

    private Outcome withFault(FaultPlan fault, Request request, @Nullable K caller) {
        Answer own = fault.executes() ? answer(request, caller) : Answer.of(200, "application/json", "");
        Answer said = fault.answer() == null ? own : fault.answer();
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            said = said.with(header.getKey(), header.getValue());
        }
        return new Outcome(said, fault.delivery());
    }

    private static int status(Outcome outcome) {
        return switch (outcome.delivery().kind()) {
            case RESET, STALL -> 0;
            default -> outcome.answer().status();
        };
    }

    private Answer answer(Request request, @Nullable K caller) {
        try {
            return operate(request, caller);
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    /** Gives the bearer token of a request. A key in the query is no token: it would end up in logs. */
    protected static @Nullable String bearer(Request request) {
        String header = request.header("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ")
                ? header.substring("bearer ".length()).strip()
                : null;
    }

    /** Gives the requests that have come, in order. */
    public final List<Received> received() {
        return locked(() -> List.copyOf(received));
    }

    /** Forgets the requests that have come. */
    public final void clearReceived() {
        locked(() -> {
            received.clear();
            return true;
        });
    }

    /** Does something after the service has caught up with the clock. */
    protected final <T extends @Nullable Object> T settled(Supplier<T> action) {
        return locked(() -> {
            settle();
            return action.get();
        });
    }

    /** Does something while nothing else is done. */
    protected final <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
