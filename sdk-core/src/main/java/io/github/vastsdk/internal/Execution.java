package io.github.vastsdk.internal;

import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.SdkException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

/** The execution that something happens in: its deadline, its cancellation and the closing of its client end that too. */
interface Execution {
    /** Says which call it is and how far it got. */
    CallContext context();

    /** Returns what the client's calls share. */
    Transport transport();

    /** Returns what the caller set. */
    CallOptions options();

    /** Sets how to stop what is under way; it is stopped at once if the execution is over already. */
    void step(Runnable stop);

    /** Lets time pass. What follows may take its time, and does not run on the timer's thread. */
    @SuppressWarnings("FutureReturnValueIgnored") // the end of the pause is followed by its caller
    default CompletableFuture<Duration> pause(Duration length) {
        CompletableFuture<Duration> over = new CompletableFuture<>();
        step(() -> over.cancel(false)); // before the alarm, which then finds it over
        ScheduledFuture<?> alarm = transport().timer().schedule(() -> over.completeAsync(() -> length), length);
        over.whenComplete((passed, cancelled) -> alarm.cancel(false));
        return over;
    }

    /** Remembers a failure, as the reason to give should the deadline pass. */
    void note(SdkException failure);

    /** Tells the log of an attempt to fetch a result; a status of 0 means that no answer came. */
    void downloaded(int status, Duration took, long bytes);
}
