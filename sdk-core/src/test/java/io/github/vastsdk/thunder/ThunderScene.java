package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ErrorResponse;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.launch.Wait;
import io.github.vastsdk.model.Ack;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A waiter, a list that a test writes, and time that moves by hand. Everything runs on the test's thread. */
final class ThunderScene implements ThunderListAccess {
    static final String STARTING = "'status':'STARTING'";
    static final String RUNNING = "'status':'RUNNING','ip':'192.0.2.7','port':31007";

    final VirtualTimer timer = new VirtualTimer();
    final List<Runnable> closers = new ArrayList<>();
    final ThunderWaiter waiter = PolledThunderWaiter.of(timer, this, Runnable::run, closers::add);
    /** When the list was asked for, in seconds. */
    final List<Long> requests = new ArrayList<>();

    final List<Long> deletes = new ArrayList<>();
    final Map<String, Integer> deleted = new LinkedHashMap<>();
    final Deque<CompletableFuture<Ack>> deleteAnswers = new ArrayDeque<>();
    final Deque<CompletableFuture<Listing<ThunderInstance>>> listAnswers = new ArrayDeque<>();

    @Nullable
    SdkException failing;

    private final long begun = timer.nanos();
    private final Map<String, String> rows = new LinkedHashMap<>();

    long now() {
        return Duration.ofNanos(timer.nanos() - begun).toSeconds();
    }

    /** Lists an instance in this state, from now on. Its index is its place in the list. */
    void put(String uuid, String members) {
        rows.put(uuid, members);
    }

    void remove(String uuid) {
        rows.remove(uuid);
    }

    /** Does something so many seconds after the beginning. */
    void at(long seconds, Runnable change) {
        timer.later(change, Duration.ofSeconds(seconds - now()));
    }

    void at(long seconds, String uuid, String members) {
        at(seconds, () -> put(uuid, members));
    }

    static ThunderInstance instance(int index, String uuid, String members) {
        return ThunderInstance.fromJson(
                ("{'id':'" + index + "','uuid':'" + uuid + "'," + members + "}").replace('\'', '"'));
    }

    @Override
    public CompletableFuture<Listing<ThunderInstance>> list() {
        requests.add(now());
        if (failing != null) {
            return CompletableFuture.failedFuture(failing);
        }
        if (!listAnswers.isEmpty()) {
            return listAnswers.remove();
        }
        List<ThunderInstance> listed = new ArrayList<>();
        rows.forEach((uuid, members) -> listed.add(instance(listed.size(), uuid, members)));
        return listing(listed);
    }

    static CompletableFuture<Listing<ThunderInstance>> listing(List<ThunderInstance> rows) {
        return CompletableFuture.completedFuture(Listing.of(rows));
    }

    @Override
    public Supplier<CompletableFuture<Ack>> destroy(String uuid) {
        return () -> {
            deletes.add(now());
            deleted.merge(uuid, 1, Integer::sum);
            return deleteAnswers.isEmpty() ? accepted() : deleteAnswers.remove();
        };
    }

    private static CompletableFuture<Ack> accepted() {
        return CompletableFuture.completedFuture(Ack.fromJson("{\"message\":\"Success\"}"));
    }

    /** Starts a wait and lets time pass until it has ended, an hour at most. */
    <T extends @Nullable Object> T run(Wait<T> wait) {
        return pass(wait.executeAsync()).join();
    }

    /** Does the same with a wait that fails, and gives the failure. */
    <X extends Throwable> X fail(Wait<?> wait, Class<X> type) {
        return failure(pass(wait.executeAsync()), type);
    }

    private <T extends @Nullable Object> CompletableFuture<T> pass(CompletableFuture<T> result) {
        for (int second = 0; second < 3600 && !result.isDone(); second++) {
            timer.advance(Duration.ofSeconds(1));
        }
        return result;
    }

    static <X extends Throwable> X failure(CompletableFuture<?> result, Class<X> type) {
        assertThat(result).isCompletedExceptionally();
        return type.cast(catchThrowable(result::join).getCause());
    }

    /** Nothing is left that could keep polling. */
    void assertIdle() {
        assertThat(timer.waiting()).as("what still waits").isZero();
    }

    static SdkException badGateway() {
        return refusal(502, ServerException::new);
    }

    static SdkException tooManyRequests(String retryAfter) {
        return refusal(429, RateLimitedException::new, Map.of("Retry-After", List.of(retryAfter)));
    }

    static SdkException unauthorized() {
        return refusal(401, AuthenticationException::new);
    }

    static SdkException noSuchInstance() {
        return refusal(404, NoSuchInstanceException::new);
    }

    private static SdkException refusal(int status, BiFunction<CallContext, ErrorResponse, SdkException> leaf) {
        return refusal(status, leaf, Map.of());
    }

    private static SdkException refusal(
            int status, BiFunction<CallContext, ErrorResponse, SdkException> leaf, Map<String, List<String>> headers) {
        CallContext call = new CallContext("GET /v1/instances/list", 1, Duration.ofMillis(5));
        return leaf.apply(call, new ErrorResponse(status, ErrorCode.of("odd"), "odd", "", headers));
    }
}
