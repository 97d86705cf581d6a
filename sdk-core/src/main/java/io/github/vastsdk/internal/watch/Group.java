package io.github.vastsdk.internal.watch;

import io.github.vastsdk.Listing;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.WaitContext;
import io.github.vastsdk.internal.CancellableFuture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The futures of waits, put together so that cancelling the whole cancels each. */
final class Group {
    private Group() {}

    /** Ends with the last wait, or with the first that fails; the others then end with it. */
    @SuppressWarnings("FutureReturnValueIgnored") // each end is taken in
    static <I> CompletableFuture<Listing<I>> all(List<CompletableFuture<@Nullable I>> waits) {
        Runnable cancelAll = () -> waits.forEach(wait -> wait.cancel(true));
        CancellableFuture<Listing<I>> all = new CancellableFuture<>(cancelAll);
        waits.forEach(wait -> wait.whenComplete((seen, failure) -> {
            if (failure != null && all.completeExceptionally(failure)) {
                cancelAll.run();
            }
        }));
        CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)).thenRun(() -> all.complete(seen(waits)));
        return all;
    }

    private static <I> Listing<I> seen(List<CompletableFuture<@Nullable I>> waits) {
        List<I> seen = new ArrayList<>();
        for (CompletableFuture<@Nullable I> wait : waits) {
            I instance = wait.join();
            if (instance != null) {
                seen.add(instance);
            }
        }
        return Listing.of(seen);
    }

    /** Ends when every destruction has ended. One failure names all instances that may still exist. */
    @SuppressWarnings("FutureReturnValueIgnored") // each end is taken in
    static <I> CompletableFuture<@Nullable Void> destroyed(String label, List<CompletableFuture<@Nullable I>> waits) {
        CancellableFuture<@Nullable Void> all = new CancellableFuture<>(() -> waits.forEach(wait -> wait.cancel(true)));
        CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
            if (failure == null) {
                all.complete(null);
            } else {
                all.completeExceptionally(together(label, waits));
            }
        });
        return all;
    }

    private static <I> Throwable together(String label, List<CompletableFuture<@Nullable I>> waits) {
        List<Throwable> failures = waits.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .<Throwable>map(wait -> wait.handle((seen, failure) -> failure).join())
                .toList();
        Throwable first = failures.get(0);
        if (failures.size() == 1 || !(first instanceof DestroyUnverifiedException one)) {
            return first;
        }
        List<DestroyUnverifiedException> unverified = failures.stream()
                .filter(DestroyUnverifiedException.class::isInstance)
                .map(DestroyUnverifiedException.class::cast)
                .toList();
        List<String> ids = unverified.stream()
                .flatMap(failure -> failure.mayStillExist().stream())
                .toList();
        Duration longest = unverified.stream()
                .map(SdkException::elapsed)
                .max(Duration::compareTo)
                .orElseThrow();
        int looks = unverified.stream().mapToInt(SdkException::attempts).max().orElseThrow();
        WaitContext context =
                new WaitContext(new CallContext(label, looks, longest), one.instanceId(), one.phase(), one.lastSeen());
        DestroyUnverifiedException all = new DestroyUnverifiedException(
                context, ids, "each failed for itself, the first by " + one.getMessage(), one.getCause());
        unverified.forEach(all::addSuppressed);
        return all;
    }
}
