package io.github.vastsdk.internal;

import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The blocking end of an asynchronous answer. */
public final class Waiting {
    private Waiting() {}

    /** Waits for the answer of an operation that may have acted when it is interrupted. */
    static <R> R forAnswer(CompletableFuture<R> answer, String operation) {
        return forAnswer(answer, operation, Sent.MAYBE);
    }

    /**
     * Waits for an answer.
     *
     * @param sent whether the operation may have acted when it is interrupted
     */
    public static <R extends @Nullable Object> R forAnswer(CompletableFuture<R> answer, String operation, Sent sent) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            CallContext call = new CallContext(operation, 0, Duration.ZERO);
            throw new CallCancelledException(call, sent, "the waiting thread was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SdkException failure) {
                // The caller's own frames say more than those of the thread that read the answer.
                failure.fillInStackTrace();
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException own) {
                throw own; // of the code that the caller gave to the call
            }
            if (e.getCause() instanceof Error own) {
                throw own;
            }
            throw new IllegalStateException("Unexpected failure of " + operation, e.getCause());
        }
    }
}
