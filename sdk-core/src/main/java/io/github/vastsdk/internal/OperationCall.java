package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Call;
import io.github.vastsdk.CanIgnoreReturnValue;
import io.github.vastsdk.Reply;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * An operation bound to a client, with the caller's options.
 *
 * @param <T> what the operation reads
 * @param <R> what the caller gets of it
 */
final class OperationCall<T, R> implements Call<R> {
    private final Transport transport;
    private final Operation<T> operation;
    private final CallOptions options;
    private final Finish<T, R> finish;
    private final Unsent.Ticket ticket;

    OperationCall(
            Transport transport,
            Operation<T> operation,
            CallOptions options,
            Finish<T, R> finish,
            Unsent.Ticket ticket) {
        this.transport = transport;
        this.operation = operation;
        this.options = options;
        this.finish = finish;
        this.ticket = ticket;
    }

    @CanIgnoreReturnValue
    @Override
    public R execute() {
        return Waiting.forAnswer(executeAsync(), operation.label());
    }

    @Override
    public CompletableFuture<R> executeAsync() {
        ticket.executed();
        return transport.start(operation, options, finish);
    }

    private OperationCall<T, R> with(CallOptions changed) {
        return new OperationCall<>(transport, operation, changed, finish, ticket);
    }

    @Override
    public Call<R> timeout(Duration limit) {
        return with(options.withTimeout(limit));
    }

    @Override
    public Call<R> deadline(Duration limit) {
        return with(options.withDeadline(limit));
    }

    @Override
    public Call<R> retries(int max) {
        return with(options.withRetries(max));
    }

    @Override
    public Call<R> header(String name, String value) {
        return with(options.withHeader(Objects.requireNonNull(name), Objects.requireNonNull(value)));
    }

    @Override
    public Call<Reply<R>> withReply() {
        return new OperationCall<>(transport, operation, options, finish.withReply(), ticket);
    }

    @Override
    public Call<JsonNode> raw() {
        return new OperationCall<>(
                transport, operation.as(operation.shape().asJson()), options, Finish.value(), ticket);
    }

    @Override
    public String toCurl() {
        return Curl.of(
                transport.request(operation, options),
                operation.body(),
                transport.service().keyVariable());
    }

    /** Shows what would be sent, without any value. */
    @Override
    public String toString() {
        return "Call[" + operation.label() + Curl.names(operation.body()) + "] (not sent; call .execute())";
    }
}
