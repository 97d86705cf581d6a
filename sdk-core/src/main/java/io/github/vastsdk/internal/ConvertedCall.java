package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.internal.json.Json;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call whose outcome is handed on as something else. What is sent, and how often, is the business of the call behind
 * it.
 *
 * @param <T> what that call answers
 * @param <R> what this one answers
 */
public final class ConvertedCall<T, R> implements Call<R> {
    private final Call<T> call;
    private final Function<T, R> value;
    private final Function<ApiException, @Nullable R> refusal;

    /** @param value makes the answer of that of the other call */
    public ConvertedCall(Call<T> call, Function<T, R> value) {
        this(call, value, refused -> null);
    }

    /** @param refusal makes the answer of a refusal that is one after all; null if it is none */
    public ConvertedCall(Call<T> call, Function<T, R> value, Function<ApiException, @Nullable R> refusal) {
        this.call = call;
        this.value = value;
        this.refusal = refusal;
    }

    @CanIgnoreReturnValue
    @Override
    public R execute() {
        T answer;
        try {
            answer = call.execute();
        } catch (ApiException refused) {
            R instead = refusal.apply(refused);
            if (instead == null) {
                throw refused;
            }
            return instead;
        }
        return value.apply(answer);
    }

    @Override
    public CompletableFuture<R> executeAsync() {
        CompletableFuture<T> running = call.executeAsync();
        CancellableFuture<R> answer = new CancellableFuture<>(() -> running.cancel(true));
        answer.follow(running.thenApply(value).exceptionally(this::instead));
        return answer;
    }

    private R instead(Throwable failure) {
        Throwable known = Retries.unwrap(failure);
        R instead = known instanceof ApiException refused ? refusal.apply(refused) : null;
        if (instead == null) {
            throw new CompletionException(known);
        }
        return instead;
    }

    private Call<R> with(Call<T> changed) {
        return new ConvertedCall<>(changed, value, refusal);
    }

    @Override
    public Call<R> timeout(Duration limit) {
        return with(call.timeout(limit));
    }

    @Override
    public Call<R> deadline(Duration limit) {
        return with(call.deadline(limit));
    }

    @Override
    public Call<R> retries(int max) {
        return with(call.retries(max));
    }

    @Override
    public Call<R> header(String name, String text) {
        return with(call.header(name, text));
    }

    @Override
    public Call<Reply<R>> withReply() {
        return new ConvertedCall<>(
                call.withReply(), reply -> reply.map(read -> value.apply(read.value())), this::replyInstead);
    }

    /** What is known of a refused answer is what its exception shows: some headers, and a body without secrets. */
    private @Nullable Reply<R> replyInstead(ApiException refused) {
        R instead = refusal.apply(refused);
        return instead == null
                ? null
                : new Reply<>(
                        refused.status(),
                        refused.headers(),
                        instead,
                        () -> json(refused.body()),
                        refused.attempts(),
                        refused.elapsed());
    }

    private static JsonNode json(String body) {
        try {
            return Json.tree(body);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(body);
        }
    }

    @Override
    public Call<JsonNode> raw() {
        return call.raw();
    }

    @Override
    public String toCurl() {
        return call.toCurl();
    }

    @Override
    public String toString() {
        return call.toString();
    }
}
