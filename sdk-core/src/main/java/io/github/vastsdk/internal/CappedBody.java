package io.github.vastsdk.internal;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects the bytes of an answer, and gives the connection up as soon as there are more than the client accepts. */
final class CappedBody implements BodySubscriber<List<ByteBuffer>> {
    private final CompletableFuture<List<ByteBuffer>> body = new CompletableFuture<>();
    private final List<ByteBuffer> received = new ArrayList<>();
    private final long limit;
    private long size;
    private Flow.@Nullable Subscription subscription;

    CappedBody(long limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<List<ByteBuffer>> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        if (subscription != null) {
            newSubscription.cancel();
            return;
        }
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            size += buffer.remaining();
            received.add(buffer);
        }
        if (size > limit && subscription != null) {
            subscription.cancel();
            body.completeExceptionally(new Payload.TooLarge(limit));
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(received);
    }
}
