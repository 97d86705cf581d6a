package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A call that looks something up, and makes another call with what it found. The options of the call hold for each of
 * the two.
 *
 * @param <A> what the first answers
 * @param <T> what the second answers
 */
public final class SequelCall<A, T> implements Call<T> {
    private final String operation;
    private final Call<A> first;
    private final Function<A, Call<T>> second;

    /**
     * @param operation method and path of the second, for messages
     * @param second makes the call that follows, if the first succeeds
     */
    public SequelCall(String operation, Call<A> first, Function<A, Call<T>> second) {
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
        answer.follow(cancellation.step(first).thenCompose(found -> cancellation.step(second.apply(found))));
        return answer;
    }

    private <R> Call<R> second(Function<Call<T>, Call<R>> option) {
        return new SequelCall<>(operation, first, second.andThen(option));
    }

    @Override
    public Call<T> timeout(Duration limit) {
        return new SequelCall<>(operation, first.timeout(limit), second.andThen(call -> call.timeout(limit)));
    }

    @Override
    public Call<T> deadline(Duration limit) {
        return new SequelCall<>(operation, first.deadline(limit), second.andThen(call -> call.deadline(limit)));
    }

    @Override
    public Call<T> retries(int max) {
        return new SequelCall<>(operation, first.retries(max), second.andThen(call -> call.retries(max)));
    }

    @Override
    public Call<T> header(String name, String value) {
        return new SequelCall<>(operation, first.header(name, value), second.andThen(call -> call.header(name, value)));
    }

    @Override
    public Call<Reply<T>> withReply() {
        return second(Call::withReply);
    }

    @Override
    public Call<JsonNode> raw() {
        return second(Call::raw);
    }

    /** Shows the first request; the second depends on its answer. */
    @Override
    public String toCurl() {
        return first.toCurl();
    }

    @Override
    public String toString() {
        return first.toString();
    }
}
