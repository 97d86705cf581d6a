package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.IncompleteBulkException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.internal.checks.Args;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call on many ids, made as requests of at most {@link #MOST} ids, one after the other. The first failure ends it:
 * what was done by then is in the {@link IncompleteBulkException}. Without ids it is done at once and sends nothing. The
 * options of the call hold for each request.
 *
 * @param <C> what one request answers
 * @param <T> what the call answers
 */
public final class ChunkedCall<C, T> implements Call<T> {
    /** How many ids the official client puts into one request. */
    static final int MOST = 64;

    private final String operation;
    private final List<List<Long>> chunks;
    private final Function<List<Long>, Call<C>> request;
    private final Function<List<C>, T> merge;
    // Made at once, so that a call which is never executed is reported. The others are made when their turn comes.
    private final @Nullable Call<C> first;

    private ChunkedCall(
            String operation,
            List<List<Long>> chunks,
            @Nullable Call<C> first,
            Function<List<Long>, Call<C>> request,
            Function<List<C>, T> merge) {
        this.operation = operation;
        this.chunks = chunks;
        this.first = first;
        this.request = request;
        this.merge = merge;
    }

    /**
     * Makes a call.
     *
     * @param operation method and path, for messages
     * @param ids what to work on, in this order; one that is there twice counts once
     * @param name what the ids are called in messages
     * @param request makes the request for some of the ids
     * @param merge puts the answers together; there may be none
     */
    public static <C, T> ChunkedCall<C, T> of(
            String operation,
            Collection<Long> ids,
            String name,
            Function<List<Long>, Call<C>> request,
            Function<List<C>, T> merge) {
        List<Long> all = ids.stream().distinct().toList();
        all.forEach(id -> Args.id(id, "each of " + name));
        List<List<Long>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            chunks.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return new ChunkedCall<>(
                operation, chunks, chunks.isEmpty() ? null : request.apply(chunks.get(0)), request, merge);
    }

    @CanIgnoreReturnValue
    @Override
    public T execute() {
        List<C> answers = new CopyOnWriteArrayList<>();
        try {
            return Waiting.forAnswer(start(answers), operation);
        } catch (CallCancelledException interrupted) {
            if (chunks.size() == 1) {
                throw interrupted;
            }
            throw incomplete(answers, interrupted);
        }
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return start(new CopyOnWriteArrayList<>());
    }

    private CompletableFuture<T> start(List<C> answers) {
        Cancellation cancellation = new Cancellation();
        CancellableFuture<T> answer = new CancellableFuture<>(cancellation::cancel);
        answer.follow(rest(answers, cancellation)
                .thenApply(done -> merge.apply(List.copyOf(answers)))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(told(answers, Retries.unwrap(failure)))));
        return answer;
    }

    private CompletableFuture<@Nullable Void> rest(List<C> answers, Cancellation cancellation) {
        int next = answers.size();
        if (next == chunks.size()) {
            return CompletableFuture.completedFuture(null);
        }
        return cancellation.step(call(next)).thenCompose(value -> {
            answers.add(value);
            return rest(answers, cancellation);
        });
    }

    private Call<C> call(int index) {
        return index == 0 && first != null ? first : request.apply(chunks.get(index));
    }

    /** Where there are several requests, a failure alone would not tell what became of which id. */
    private Throwable told(List<C> answers, Throwable failure) {
        return chunks.size() == 1 || failure instanceof CancellationException ? failure : incomplete(answers, failure);
    }

    private IncompleteBulkException incomplete(List<C> answers, Throwable failure) {
        List<?> done = answers.stream().<Object>map(ChunkedCall::valueOf).toList();
        int failed = Math.min(done.size() + 1, chunks.size());
        CallContext call = failure instanceof SdkException known
                ? new CallContext(operation, known.attempts(), known.elapsed())
                : new CallContext(operation, 0, Duration.ZERO);
        return new IncompleteBulkException(
                call, ids(0, done.size()), done, ids(done.size(), failed), ids(failed, chunks.size()), failure);
    }

    private static Object valueOf(Object answer) {
        return answer instanceof Reply<?> reply ? reply.value() : answer;
    }

    private List<Long> ids(int fromChunk, int toChunk) {
        return chunks.subList(fromChunk, toChunk).stream().flatMap(List::stream).toList();
    }

    private <D, U> ChunkedCall<D, U> with(Function<Call<C>, Call<D>> option, Function<List<D>, U> newMerge) {
        return new ChunkedCall<>(
                operation, chunks, first == null ? null : option.apply(first), request.andThen(option), newMerge);
    }

    @Override
    public Call<T> timeout(Duration limit) {
        return with(call -> call.timeout(limit), merge);
    }

    @Override
    public Call<T> deadline(Duration limit) {
        return with(call -> call.deadline(limit), merge);
    }

    @Override
    public Call<T> retries(int max) {
        return with(call -> call.retries(max), merge);
    }

    @Override
    public Call<T> header(String name, String value) {
        return with(call -> call.header(name, value), merge);
    }

    /**
     * Answers with status and headers of the last request, and with the JSON of all.
     *
     * @throws IllegalStateException if there are no ids, so that there will be no reply
     */
    @Override
    public Call<Reply<T>> withReply() {
        if (chunks.isEmpty()) {
            throw new IllegalStateException(operation + " is not sent without ids; there is no reply");
        }
        return with(
                Call::withReply,
                replies -> Replies.together(
                        replies, merge.apply(replies.stream().map(Reply::value).toList())));
    }

    /** Answers with the JSON of the one request, or with an array of what the several answered. */
    @Override
    public Call<JsonNode> raw() {
        return with(Call::raw, Replies::json);
    }

    /** Shows the first request; empty without ids. */
    @Override
    public String toCurl() {
        return first == null ? "" : first.toCurl();
    }

    @Override
    public String toString() {
        return first == null ? "Call[" + operation + " without ids] (not sent; call .execute())" : first.toString();
    }
}
