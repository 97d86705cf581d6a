package io.github.vastsdk.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.Page;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ErrorResponse;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.internal.watch.vast.InstanceAccess;
import io.github.vastsdk.internal.watch.vast.VastWaiter;
import io.github.vastsdk.launch.InstanceWaiter;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Instance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A waiter, an account with instances, and time that moves by hand. Everything runs on the test's thread. */
final class Scene implements InstanceAccess {
    static final String LOADING = "'actual_status':'loading','intended_status':'running','cur_state':'running'";
    static final String RUNNING = "'actual_status':'running','intended_status':'running','cur_state':'running'";
    static final String STOPPED = "'actual_status':'exited','intended_status':'stopped','cur_state':'stopped',"
            + "'next_state':'stopped','status_msg':'success, running image'";

    final VirtualTimer timer = new VirtualTimer();
    final List<Runnable> closers = new ArrayList<>();
    final InstanceWaiter waiter = VastWaiter.of(timer, this, Runnable::run, closers::add);
    /** When a request for a page was sent, and for which ids. */
    final Map<Duration, List<Long>> requests = new TreeMap<>();

    final List<Duration> deletes = new ArrayList<>();
    final List<Long> deleted = new ArrayList<>();
    final Deque<CompletableFuture<Ack>> deleteAnswers = new ArrayDeque<>();
    final Deque<CompletableFuture<Page<Instance>>> pageAnswers = new ArrayDeque<>();

    @Nullable
    SdkException failing;

    private final long begun = timer.nanos();
    private final Map<Long, String> rows = new TreeMap<>();

    Duration now() {
        return Duration.ofNanos(timer.nanos() - begun);
    }

    /** Lists an instance in this state, from now on. */
    void put(long id, String members) {
        rows.put(id, members);
    }

    void remove(long id) {
        rows.remove(id);
    }

    /** Does something so many seconds after the beginning. */
    void at(long seconds, Runnable change) {
        timer.later(change, Duration.ofSeconds(seconds).minus(now()));
    }

    void at(long seconds, long id, String members) {
        at(seconds, () -> put(id, members));
    }

    static Instance instance(long id, String members) {
        return Instance.fromJson(("{'id':" + id + (members.isEmpty() ? "" : ",") + members + "}").replace('\'', '"'));
    }

    @Override
    public CompletableFuture<Page<Instance>> page(List<Long> ids, @Nullable String token) {
        assertThat(requests.put(now(), ids)).as("a request in the same moment").isNull();
        assertThat(ids).hasSizeBetween(1, 25).doesNotHaveDuplicates();
        if (failing != null) {
            return CompletableFuture.failedFuture(failing);
        }
        if (!pageAnswers.isEmpty()) {
            return pageAnswers.remove();
        }
        return CompletableFuture.completedFuture(page(ids));
    }

    Page<Instance> page(List<Long> ids) {
        List<Instance> found = rows.entrySet().stream()
                .filter(row -> ids.contains(row.getKey()))
                .map(row -> instance(row.getKey(), row.getValue()))
                .toList();
        return Page.of(found, null, (long) found.size());
    }

    @Override
    public Supplier<CompletableFuture<Ack>> destroy(long id) {
        return () -> {
            deletes.add(now());
            deleted.add(id);
            return deleteAnswers.isEmpty() ? accepted() : deleteAnswers.remove();
        };
    }

    static CompletableFuture<Ack> accepted() {
        return CompletableFuture.completedFuture(Ack.fromJson("{\"success\":true}"));
    }

    /** Starts a wait and lets time pass until it has ended, an hour at most. */
    <T extends @Nullable Object> T run(Wait<T> wait) {
        CompletableFuture<T> result = wait.executeAsync();
        pass(result);
        return result.join();
    }

    /** Does the same with a wait that fails, and gives the failure. */
    <X extends Throwable> X fail(Wait<?> wait, Class<X> type) {
        CompletableFuture<?> result = wait.executeAsync();
        pass(result);
        return failure(result, type);
    }

    private void pass(CompletableFuture<?> result) {
        for (int second = 0; second < 3600 && !result.isDone(); second++) {
            timer.advance(Duration.ofSeconds(1));
        }
    }

    static <X extends Throwable> X failure(CompletableFuture<?> result, Class<X> type) {
        assertThat(result).isCompletedExceptionally();
        Throwable failure = catchThrowable(result::join);
        return type.cast(failure.getCause());
    }

    /** Nothing is left that could keep polling. */
    void assertIdle() {
        assertThat(timer.waiting()).as("what still waits").isZero();
    }

    static SdkException serverError() {
        return refusal(503, "", ServerException::new);
    }

    static SdkException rateLimit(String seconds) {
        return refusal(429, "API requests too frequent endpoint threshold=" + seconds, RateLimitedException::new);
    }

    static SdkException unauthorized() {
        return refusal(401, "Invalid user key", AuthenticationException::new);
    }

    static SdkException forbidden() {
        return refusal(403, "not allowed", PermissionDeniedException::new);
    }

    static SdkException noSuchInstance() {
        return refusal(404, "no such instance", NoSuchInstanceException::new);
    }

    private static SdkException refusal(
            int status, String detail, BiFunction<CallContext, ErrorResponse, SdkException> leaf) {
        CallContext call = new CallContext("GET /api/v1/instances/", 1, Duration.ofMillis(5));
        return leaf.apply(call, new ErrorResponse(status, ErrorCode.of("odd"), detail, detail, Map.of()));
    }
}
