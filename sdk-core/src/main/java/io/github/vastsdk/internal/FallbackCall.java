package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.ApiException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A call that makes another one when the service refuses the first in a certain way.
 *
 * @param <T> what both answer
 */
public final class FallbackCall<T> implements Call<T> {
    private final Call<T> first;
    private final Predicate<ApiException> fallsBack;
    private final Supplier<Call<T>> second;

    /**
     * @param fallsBack recognises the refusals after which the second call is made
     * @param second makes that call; one that is never made is not missing either
     */
    public FallbackCall(Call<T> first, Predicate<ApiException> fallsBack, Supplier<Call<T>> second) {
        this.first = first;
        this.fallsBack = fallsBack;
        this.second = second;
    }

    @CanIgnoreReturnValue
    @Override
    public T execute() {
        return Waiting.forAnswer(executeAsync(), toString());
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        Cancellation cancellation = new Cancellation();
        CancellableFuture<T> answer = new CancellableFuture<>(cancellation::cancel);
        answer.follow(step(first, cancellation)
                .exceptionallyCompose(
                        failure -> Retries.unwrap(failure) instanceof ApiException refused && fallsBack.test(refused)
                                ? step(second.get(), cancellation)
                                : CompletableFuture.failedFuture(Retries.unwrap(failure))));
        return answer;
    }

    private static <T> CompletableFuture<T> step(Call<T> call, Cancellation cancellation) {
        CompletableFuture<T> running = call.executeAsync();
        cancellation.set(() -> running.cancel(true));
        return running;
    }

    private <R> Call<R> both(Function<Call<T>, Call<R>> option) {
        return new FallbackCall<>(option.apply(first), fallsBack, () -> option.apply(second.get()));
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
