package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.ApiException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call that makes another one when the service refuses the first in a certain way.
 *
 * @param <T> what both answer
 */
public final class FallbackCall<T> implements Call<T> {
    private final String operation;
    private final Call<T> first;
    private final Function<ApiException, @Nullable Call<T>> second;

    /**
     * @param operation method and path of the first, for messages
     * @param second makes the call that follows a refusal; null if none does. A call that is never made is not missing
     *     either
     */
    public FallbackCall(String operation, Call<T> first, Function<ApiException, @Nullable Call<T>> second) {
        this.operation = operation;
        this.first = first;
        this.second = second;
    }

    @CanIgnoreReturnValue
    @Override
    public T execute() {
        return Waiting.forAnswer(executeAsync(), operation);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        Cancellation cancellation = new Cancellation();
        CancellableFuture<T> answer = new CancellableFuture<>(cancellation::cancel);
        answer.follow(cancellation.step(first).exceptionallyCompose(failure -> {
            Throwable known = Retries.unwrap(failure);
            Call<T> next = known instanceof ApiException refused ? second.apply(refused) : null;
            return next == null ? CompletableFuture.failedFuture(known) : cancellation.step(next);
        }));
        return answer;
    }

    private <R> Call<R> both(Function<Call<T>, Call<R>> option) {
        return new FallbackCall<>(operation, option.apply(first), refused -> {
            Call<T> next = second.apply(refused);
            return next == null ? null : option.apply(next);
        });
    }

    @Override
    public Call<T> timeout(Duration limit) {
        return both(call -> call.timeout(limit));
    }

    @Override
    public Call<T> deadline(Duration limit) {
        return both(call -> call.deadline(limit));
    }

    @Override
    public Call<T> retries(int max) {
        return both(call -> call.retries(max));
    }

    @Override
    public Call<T> header(String name, String value) {
        return both(call -> call.header(name, value));
    }

    @Override
    public Call<Reply<T>> withReply() {
        return both(Call::withReply);
    }

    @Override
    public Call<JsonNode> raw() {
        return both(Call::raw);
    }

    @Override
    public String toCurl() {
        return first.toCurl();
    }

    @Override
    public String toString() {
        return first.toString();
    }
}
