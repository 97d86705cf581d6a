package io.github.vastsdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.TransportException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * One API operation with its arguments, ready to be sent. <strong>Nothing happens until {@link #execute()} or
 * {@link #executeAsync()} is called</strong>; a changing call that was built and never executed is reported by one
 * WARN line when its client closes.
 *
 * <p>A call is immutable and safe to share between threads, and each execution sends it anew. The methods that set an
 * option return a changed copy.
 *
 * @param <T> what the operation answers
 */
@CheckReturnValue
public interface Call<T> extends Callable<T> {
    /**
     * Sends the call and waits for its answer, retrying what is safe to retry.
     *
     * <p>An interrupt aborts the exchange, keeps the thread's interrupt flag set, and ends in a
     * {@link CallCancelledException}.
     *
     * @return the answer
     * @throws ApiException if the service refused; its leaves tell why
     * @throws TransportException if no answer came; {@link TransportException#sent()} tells whether the service may
     *     have acted all the same
     * @throws ResponseFormatException if an answer came that could not be read
     * @throws CallCancelledException if the waiting thread was interrupted or the client was closed
     * @throws IllegalStateException if the client is closed already
     */
    @CanIgnoreReturnValue
    T execute();

    /**
     * Sends the call without blocking. Cancelling the future aborts the exchange and any pending retry. A failure is
     * the same {@link SdkException} that {@link #execute()} throws. Stages that depend on the future may run on the
     * client's own threads: do not block in them.
     *
     * @return the answer to come
     * @throws IllegalStateException if the client is closed already
     */
    CompletableFuture<T> executeAsync();

    /**
     * Limits each attempt, from the moment it is sent to the last byte of its answer. Time spent waiting for the pace
     * or between retries does not count. Default: 60 seconds.
     *
     * @param limit a positive duration
     * @return the changed call
     */
    Call<T> timeout(Duration limit);

    /**
     * Limits the whole execution: every attempt, the waits between them, and the wait for the pace. When the next
     * wait would pass the deadline, the call ends at once with the last failure. Default: 10 minutes.
     *
     * @param limit a positive duration
     * @return the changed call
     */
    Call<T> deadline(Duration limit);

    /**
     * Sets how often the call may be sent again after a failure that is safe to retry. Default: 4.
     *
     * @param max zero or more; zero means one attempt
     * @return the changed call
     */
    Call<T> retries(int max);

    /**
     * Adds a request header, or replaces the one of that name that the client would send.
     *
     * @param name the header's name
     * @param value its value
     * @return the changed call
     * @throws IllegalArgumentException if the HTTP client does not allow that header to be set
     */
    Call<T> header(String name, String value);

    /**
     * Answers with the HTTP status, the headers and the raw JSON beside the value.
     *
     * @return the changed call
     */
    Call<Reply<T>> withReply();

    /**
     * Answers with the JSON as the service sent it, <strong>secrets included</strong>: printing it shows them. Errors are
     * recognised as always.
     *
     * @return the changed call
     */
    Call<JsonNode> raw();

    /**
     * Shows the request as a {@code curl} command line. In place of the key stands the variable that it can be kept in,
     * {@code $VAST_API_KEY} or {@code $TNR_API_TOKEN}, and secret values in the body stand as {@code ***}.
     *
     * @return a command for a POSIX shell
     */
    String toCurl();

    /**
     * The same as {@link #execute()}, so that a call can be handed to an executor.
     *
     * @return the answer
     */
    @CanIgnoreReturnValue
    @Override
    default T call() {
        return execute();
    }
}
