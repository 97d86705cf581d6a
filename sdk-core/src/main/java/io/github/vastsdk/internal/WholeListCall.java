package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Page;
import io.github.vastsdk.PagedCall;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ResponseFormatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call for every page of a list, one after the other: it ends with the whole list or with a failure. The options of
 * the call hold for each page.
 *
 * @param <T> a row
 * @param <R> what the call answers
 */
public final class WholeListCall<T, R> implements Call<R> {
    private final String operation;
    private final PagedCall<T> first;
    private final Function<List<Reply<Page<T>>>, R> merge;

    private WholeListCall(String operation, PagedCall<T> first, Function<List<Reply<Page<T>>>, R> merge) {
        this.operation = operation;
        this.first = first;
        this.merge = merge;
    }

    /**
     * Makes a call for all rows.
     *
     * @param operation method and path, for messages
     * @param first the call for the first page
     * @param <S> what the caller sees in a row
     */
    public static <S, T extends S> Call<Listing<S>> of(String operation, PagedCall<T> first) {
        return new WholeListCall<>(operation, first, WholeListCall::rows);
    }

    private static <S, T extends S> Listing<S> rows(List<Reply<Page<T>>> pages) {
        return Listing.of(
                pages.stream().flatMap(page -> page.value().items().stream()).toList());
    }

    @CanIgnoreReturnValue
    @Override
    public R execute() {
        return Waiting.forAnswer(executeAsync(), operation);
    }

    @Override
    public CompletableFuture<R> executeAsync() {
        Cancellation cancellation = new Cancellation();
        CancellableFuture<R> answer = new CancellableFuture<>(cancellation::cancel);
        answer.follow(new Walk(cancellation).from(first).thenApply(merge));
        return answer;
    }

    /** One execution. */
    private final class Walk {
        private final Cancellation cancellation;
        private final List<Reply<Page<T>>> pages = new ArrayList<>();
        private final Set<String> tokens = new HashSet<>();

        Walk(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        CompletableFuture<List<Reply<Page<T>>>> from(PagedCall<T> call) {
            return cancellation.step(call.withReply()).thenCompose(page -> {
                pages.add(page);
                String token = page.value().nextToken();
                if (token == null) {
                    checkTotal(page.value().total());
                    return CompletableFuture.completedFuture(pages);
                }
                if (!tokens.add(token)) {
                    throw PagedOperationCall.repeatedToken(operation);
                }
                return from(first.after(token));
            });
        }

        /** A list that is cut short would make instances look as if they were gone. */
        private void checkTotal(@Nullable Long total) {
            int rows = rows(pages).size();
            if (total != null && total > rows) {
                String what = "the service counts " + total + " rows and handed out " + rows;
                throw new ResponseFormatException(new CallContext(operation, 1, Duration.ZERO), 200, what, "", null);
            }
        }
    }

    private Call<R> with(PagedCall<T> changed) {
        return new WholeListCall<>(operation, changed, merge);
    }

    @Override
    public Call<R> timeout(Duration limit) {
        return with(first.timeout(limit));
    }

    @Override
    public Call<R> deadline(Duration limit) {
        return with(first.deadline(limit));
    }

    @Override
    public Call<R> retries(int max) {
        return with(first.retries(max));
    }

    @Override
    public Call<R> header(String name, String value) {
        return with(first.header(name, value));
    }

    /** Answers with status and headers of the last page, and with the JSON of all. */
    @Override
    public Call<Reply<R>> withReply() {
        return new WholeListCall<>(operation, first, pages -> Replies.together(pages, merge.apply(pages)));
    }

    /** Answers with the JSON of the one page, or with an array of what the several hold. */
    @Override
    public Call<JsonNode> raw() {
        return new WholeListCall<>(
                operation,
                first,
                pages -> Replies.json(pages.stream().map(Reply::json).toList()));
    }

    /** Shows the request for the first page. */
    @Override
    public String toCurl() {
        return first.toCurl();
    }

    @Override
    public String toString() {
        return first.toString();
    }
}
