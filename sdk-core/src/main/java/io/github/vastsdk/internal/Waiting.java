package io.github.vastsdk.internal;

import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The blocking end of an asynchronous answer. */
final class Waiting {
    private Waiting() {}

    static <R> R forAnswer(CompletableFuture<R> answer, String operation) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            CallContext call = new CallContext(operation, 0, Duration.ZERO);
            throw new CallCancelledException(call, Sent.MAYBE, "the waiting thread was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SdkException failure) {
                // The caller's own frames say more than those of the thread that read the answer.
                failure.fillInStackTrace();
                throw failure;
            }
            throw new IllegalStateException("Unexpected failure of " + operation, e.getCause());
        }
    }
}
