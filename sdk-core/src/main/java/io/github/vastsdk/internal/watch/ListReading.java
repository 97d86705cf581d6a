package io.github.vastsdk.internal.watch;

import io.github.vastsdk.Page;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.internal.CancellableFuture;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.model.RentedInstance;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the list for some instances: one page, unless the service splits it.
 *
 * @param <I> a row of the list
 */
final class ListReading<I extends RentedInstance> {
    /** No list is asked for more often. */
    static final Duration SPACING = Duration.ofSeconds(1);

    private final Timer timer;
    private final Provider<I> provider;
    private final List<String> ids;
    private final Runnable onRequest;
    /** No service tells ids apart by case alone, and a caller may write them in either. */
    private final Map<String, I> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Set<String> tokens = new HashSet<>();
    private final CancellableFuture<Map<String, I>> result = new CancellableFuture<>(this::stop);
    private volatile @Nullable CompletableFuture<?> underWay;
    private int rows;

    /** @param onRequest told of each request before it is sent */
    ListReading(Timer timer, Provider<I> provider, List<String> ids, Runnable onRequest) {
        this.timer = timer;
        this.provider = provider;
        this.ids = ids;
        this.onRequest = onRequest;
    }

    /** Gives the instances that the complete list holds, by id; those that it lacks are not in the map. */
    CompletableFuture<Map<String, I>> result() {
        return result;
    }

    List<String> ids() {
        return ids;
    }

    void start() {
        request(null);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer is taken in, whatever it is
    private void request(@Nullable String token) {
        if (result.isDone()) {
            return;
        }
        onRequest.run();
        CompletableFuture<Page<I>> page;
        try {
            page = provider.page(ids, token);
        } catch (RuntimeException e) {
            result.completeExceptionally(e); // such as: the client was closed in this moment
            return;
        }
        underWay = page;
        if (result.isCancelled()) {
            page.cancel(true);
        }
        page.whenComplete(this::answered);
    }

    private void stop() {
        CompletableFuture<?> page = underWay;
        if (page != null) {
            page.cancel(true);
        }
    }

    private void answered(@Nullable Page<I> page, @Nullable Throwable failure) {
        if (page == null) {
            result.completeExceptionally(failure == null ? new IllegalStateException("no answer") : failure);
            return;
        }
        rows += page.items().size();
        for (I row : page.items()) {
            if (row.instanceId().isEmpty()) {
                nonsense("a row has no id");
                return;
            }
            found.put(row.instanceId(), row);
        }
        String token = page.nextToken();
        if (found.keySet().containsAll(ids)) {
            result.complete(found);
        } else if (token == null) {
            end(page.total());
        } else if (tokens.add(token)) {
            timer.later(() -> request(token), SPACING);
        } else {
            nonsense("the service handed out the same page token twice");
        }
    }

    /** What is not there is only believed of a list that is whole as far as it tells. */
    private void end(@Nullable Long total) {
        if (total != null && total > rows) {
            nonsense("the service counts " + total + " rows and handed out " + rows);
        } else {
            result.complete(found);
        }
    }

    private void nonsense(String what) {
        CallContext call = new CallContext(provider.listing(), 1, Duration.ZERO);
        result.completeExceptionally(new ResponseFormatException(call, 200, what, "", null));
    }
}
