package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Page;
import io.github.vastsdk.PagedCall;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ResponseFormatException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A paged operation: the call of one page, and how to make the call of the page after a token. */
final class PagedOperationCall<T> implements PagedCall<T> {
    private final Operation<Page<T>> operation;
    private final Function<Operation<Page<T>>, Call<Page<T>>> bind;
    private final Call<Page<T>> page;

    /** @param bind makes the call of an operation, options included */
    PagedOperationCall(Operation<Page<T>> operation, Function<Operation<Page<T>>, Call<Page<T>>> bind) {
        this.operation = operation;
        this.bind = bind;
        this.page = bind.apply(operation);
    }

    @Override
    public PagedCall<T> after(String token) {
        return after(operation, Objects.requireNonNull(token, "token"));
    }

    private PagedOperationCall<T> after(Operation<Page<T>> first, String token) {
        return new PagedOperationCall<>(first.query("after_token", token), bind);
    }

    @Override
    public Iterator<T> iterator() {
        return new Rows();
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @CanIgnoreReturnValue
    @Override
    public Page<T> execute() {
        return page.execute();
    }

    @Override
    public CompletableFuture<Page<T>> executeAsync() {
        return page.executeAsync();
    }

    private PagedCall<T> with(Function<Call<Page<T>>, Call<Page<T>>> option) {
        return new PagedOperationCall<>(operation, bind.andThen(option));
    }

    @Override
    public PagedCall<T> timeout(Duration limit) {
        return with(call -> call.timeout(limit));
    }

    @Override
    public PagedCall<T> deadline(Duration limit) {
        return with(call -> call.deadline(limit));
    }

    @Override
    public PagedCall<T> retries(int max) {
        return with(call -> call.retries(max));
    }

    @Override
    public PagedCall<T> header(String name, String value) {
        return with(call -> call.header(name, value));
    }

    @Override
    public Call<Reply<Page<T>>> withReply() {
        return page.withReply();
    }

    @Override
    public Call<JsonNode> raw() {
        return page.raw();
    }

    @Override
    public String toCurl() {
        return page.toCurl();
    }

    @Override
    public String toString() {
        return page.toString();
    }

    /** Says that the pages go round in a circle. */
    static ResponseFormatException repeatedToken(String operation) {
        CallContext context = new CallContext(operation, 1, Duration.ZERO);
        return new ResponseFormatException(context, 200, "the service handed out the same page token twice", "", null);
    }

    /** Walks over the rows, one page in memory at a time. */
    private final class Rows implements Iterator<T> {
        private final Set<String> tokens = new HashSet<>();
        private @Nullable PagedOperationCall<T> next = PagedOperationCall.this;
        private Iterator<T> rows = Collections.emptyIterator();

        @Override
        public boolean hasNext() {
            while (!rows.hasNext() && next != null) {
                fetch(next);
            }
            return rows.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.next();
        }

        private void fetch(PagedOperationCall<T> call) {
            Page<T> fetched = call.execute();
            String token = fetched.nextToken();
            if (token != null && !tokens.add(token)) {
                throw repeatedToken(operation.label());
            }
            rows = fetched.items().iterator();
            next = token == null ? null : after(operation, token);
        }
    }
}
