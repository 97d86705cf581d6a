package io.github.vastsdk.internal;

import io.github.vastsdk.error.Sent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What one execution finds out before its attempts about the name that its path needs. */
final class LookUp {
    /** A limit must be positive; this one has passed already. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private volatile @Nullable String before;

    /**
     * Looks up what the path must name at this moment. That failing ends the execution: it was repeated already.
     *
     * @param left how long it may take
     * @param sent whether an earlier attempt may have been carried out
     */
    CompletableFuture<Whereabouts.Sight> find(Whereabouts.Look look, Execution execution, Duration left, Sent sent) {
        Duration limit = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
        CompletableFuture<Whereabouts.Sight> search =
                look.search(execution.options().withDeadline(limit));
        execution.step(() -> search.cancel(true));
        return search.handle((found, failure) -> {
            if (failure != null) {
                throw new OwnFailure(Failures.ofLookUp(execution.context(), sent, Retries.unwrap(failure)));
            }
            return found;
        });
    }

    /**
     * Tells whether a request goes by another name than an attempt that may have been carried out. That name may have been
     * another's when the attempt arrived.
     *
     * @param sent whether an earlier attempt may have been carried out
     */
    boolean isAnother(String name, Sent sent) {
        boolean another = sent == Sent.MAYBE && !name.equals(before);
        before = name;
        return another;
    }
}
