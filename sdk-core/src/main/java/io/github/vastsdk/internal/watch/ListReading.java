package io.github.vastsdk.internal.watch;

import io.github.vastsdk.Page;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.internal.CancellableFuture;
import io.github.vastsdk.internal.Timer;
import io.github.vastsdk.model.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One reading of the list for some instances: one page, unless the service splits it. */
final class ListReading {
    /** The service's documented minimum between two requests. */
    static final Duration SPACING = Duration.ofSeconds(1);

    private final Timer timer;
    private final InstanceAccess access;
    private final List<Long> ids;
    private final Runnable onRequest;
    private final Map<Long, Instance> found = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final CancellableFuture<Map<Long, Instance>> result = new CancellableFuture<>(this::stop);
    private volatile @Nullable CompletableFuture<?> underWay;
    private int rows;

    /** @param onRequest told of each request before it is sent */
    ListReading(Timer timer, InstanceAccess access, List<Long> ids, Runnable onRequest) {
        this.timer = timer;
        this.access = access;
        this.ids = ids;
        this.onRequest = onRequest;
    }

    /** Gives the instances that the complete list holds, by id; those that it lacks are not in the map. */
    CompletableFuture<Map<Long, Instance>> result() {
        return result;
    }

    List<Long> ids() {
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
        CompletableFuture<Page<Instance>> page;
        try {
            page = access.page(ids, token);
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

    private void answered(@Nullable Page<Instance> page, @Nullable Throwable failure) {
        if (page == null) {
            result.completeExceptionally(failure == null ? new IllegalStateException("no answer") : failure);
            return;
        }
        rows += page.items().size();
        for (Instance row : page.items()) {
            if ((Object) row.id() == null) {
                nonsense("a row has no id");
                return;
            }
            found.put(row.id(), row);
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
        CallContext call = new CallContext("GET /api/v1/instances/", 1, Duration.ZERO);
        result.completeExceptionally(new ResponseFormatException(call, 200, what, "", null));
    }
}
