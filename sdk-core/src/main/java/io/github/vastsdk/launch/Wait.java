package io.github.vastsdk.launch;

import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.CheckReturnValue;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.WaitException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something to wait for. <strong>Nothing happens until {@link #execute()} or {@link #executeAsync()} is called.</strong>
 * A wait is immutable and safe to share between threads, and each execution waits anew.
 *
 * @param <T> what is there in the end
 */
@CheckReturnValue
public interface Wait<T extends @Nullable Object> extends Callable<T> {
    /**
     * Waits. An interrupt ends the wait at once and keeps the thread's interrupt flag set.
     *
     * @return what was waited for
     * @throws WaitException if it does not come, or not in time
     * @throws AuthenticationException if the key is not good, or no more
     * @throws PermissionDeniedException if the key may not list instances
     * @throws SdkException if the service refuses to list instances for another reason that will not pass
     * @throws CallCancelledException if the waiting thread was interrupted or the client was closed
     * @throws IllegalStateException if the client is closed already
     */
    @CanIgnoreReturnValue
    T execute();

    /**
     * Starts to wait without blocking. Cancelling the future ends this wait and no other. A failure is the one that
     * {@link #execute()} throws.
     *
     * @return what will be there
     * @throws IllegalStateException if the client is closed already
     */
    CompletableFuture<T> executeAsync();

    /**
     * The same as {@link #execute()}, so that a wait can be handed to an executor.
     *
     * @return what was waited for
     */
    @CanIgnoreReturnValue
    @Override
    default T call() {
        return execute();
    }
}
