package io.github.vastsdk.internal;

import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.SdkException;
import java.time.Duration;

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

    /** Remembers a failure, as the reason to give should the deadline pass. */
    void note(SdkException failure);

    /** Tells the log of an attempt to fetch a result; a status of 0 means that no answer came. */
    void downloaded(int status, Duration took, long bytes);
}
