package io.github.vastsdk.error;

import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call on many ids needed several requests, and one of them failed; the later ones were not sent. The cause says why,
 * and whether the failed request may have taken effect all the same. A call that needs one request only throws the cause
 * itself.
 */
public final class IncompleteBulkException extends SdkException {
    @Serial
    private static final long serialVersionUID = 1L;

    // The lists that List.copyOf makes are serializable.
    @SuppressWarnings("serial")
    private final List<Long> done;

    @SuppressWarnings("serial")
    private final List<Long> failed;

    @SuppressWarnings("serial")
    private final List<Long> notSent;

    private final transient @Nullable List<?> results;

    /**
     * Makes the exception.
     *
     * @param call the request that failed
     * @param done the ids in the requests that succeeded
     * @param results the answers to those requests
     * @param failed the ids in the request that failed
     * @param notSent the ids of which nothing was sent
     * @param cause the failure
     */
    public IncompleteBulkException(
            CallContext call,
            List<Long> done,
            List<?> results,
            List<Long> failed,
            List<Long> notSent,
            Throwable cause) {
        super(call, message(call, done, failed, notSent), Objects.requireNonNull(cause, "cause"));
        this.done = List.copyOf(done);
        this.results = List.copyOf(results);
        this.failed = List.copyOf(failed);
        this.notSent = List.copyOf(notSent);
    }

    private static String message(CallContext call, List<Long> done, List<Long> failed, List<Long> notSent) {
        return "%s is incomplete: done for %d ids, failed for %d as the cause says, not sent for %d"
                .formatted(call.operation(), done.size(), failed.size(), notSent.size());
    }

    /**
     * Gives the ids for which the service said that it did what was asked.
     *
     * @return the ids in the order given to the call
     */
    public List<Long> done() {
        return done;
    }

    /**
     * Gives the ids in the request that failed. Whether something happened to them depends on the cause: after a
     * {@link TransportException} or {@link CallCancelledException} with {@link Sent#MAYBE}, a {@link ServerException} or a
     * {@link ResponseFormatException}, look before asking again. Even a refusal may have done a part of it.
     *
     * @return the ids in the order given to the call
     */
    public List<Long> failed() {
        return failed;
    }

    /**
     * Gives the ids of which nothing was sent.
     *
     * @return the ids in the order given to the call
     */
    public List<Long> notSent() {
        return notSent;
    }

    /**
     * Gives the answers to the requests that succeeded. For a rental they name the instances that now cost money. They
     * are lost when the exception is serialized.
     *
     * @param type the type of answer, such as {@code BulkCreated}
     * @param <T> the type of answer
     * @return those answers that are of this type, in the order of the requests
     */
    public <T> List<T> results(Class<T> type) {
        return results == null
                ? List.of()
                : results.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
