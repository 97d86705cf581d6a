package io.github.vastsdk.internal;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TransportException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Decides which failures are worth another attempt, and makes it. The only class that knows Failsafe.
 *
 * <p>Failsafe's own jitter may shorten a delay, also one that the server demanded; so the delay comes from
 * {@link Backoff} and Failsafe only keeps it. And since entering Failsafe costs more than a small call's own work, the
 * first attempt runs without it.
 */
final class Retries {
    private static final Set<Integer> PASSING = Set.of(408, 502, 503, 504);

    private final Timer timer;
    private final Backoff backoff;

    Retries(Timer timer, Backoff backoff) {
        this.timer = timer;
        this.backoff = backoff;
    }

    /**
     * Runs attempts until one succeeds, a failure is not worth repeating, or none is left.
     *
     * @param attempt starts one attempt; its future fails with an {@link SdkException}
     * @param max how many attempts may follow the first
     * @param repeatable which failures are worth repeating
     * @param remaining the time that is left for everything
     * @param onRetry told of each failure that will be repeated, and of the wait
     * @param cancellation told how to stop the wait
     */
    <R> CompletableFuture<R> run(
            Supplier<CompletableFuture<R>> attempt,
            int max,
            Predicate<SdkException> repeatable,
            Supplier<Duration> remaining,
            BiConsumer<SdkException, Duration> onRetry,
            Cancellation cancellation) {
        Plan plan = new Plan(repeatable, remaining);
        return attempt.get().exceptionallyCompose(failure -> {
            Throwable known = unwrap(failure);
            return max == 0 || plan.waitAfter(known) == null
                    ? CompletableFuture.failedFuture(known)
                    : retry(known, attempt, max, plan, onRetry, cancellation);
        });
    }

    private <R> CompletableFuture<R> retry(
            Throwable firstFailure,
            Supplier<CompletableFuture<R>> attempt,
            int max,
            Plan plan,
            BiConsumer<SdkException, Duration> onRetry,
            Cancellation cancellation) {
        RetryPolicy<R> policy = RetryPolicy.<R>builder()
                .handleIf(failure -> plan.waitAfter(unwrap(failure)) != null)
                .withMaxRetries(max)
                .withDelayFn(context -> plan.waitAfter(unwrap(context.getLastException())))
                .onRetryScheduled(event -> {
                    if (unwrap(event.getLastException()) instanceof SdkException failure) {
                        onRetry.accept(failure, event.getDelay());
                    }
                })
                .build();
        CompletableFuture<R> outcome = Failsafe.with(policy)
                .with((task, delay, unit) -> timer.schedule(task, Duration.ofNanos(unit.toNanos(delay))))
                .getStageAsync(context ->
                        context.isFirstAttempt() ? CompletableFuture.<R>failedFuture(firstFailure) : attempt.get());
        cancellation.set(() -> outcome.cancel(false));
        return outcome;
    }

    static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The waits of one execution. */
    private final class Plan {
        private final Predicate<SdkException> repeatable;
        private final Supplier<Duration> remaining;
        private @Nullable Throwable decided;
        private @Nullable Duration wait;

        Plan(Predicate<SdkException> repeatable, Supplier<Duration> remaining) {
            this.repeatable = repeatable;
            this.remaining = remaining;
        }

        /** Returns how long to wait after a failure, or null if it ends the execution. Decided once per failure. */
        @Nullable
        Duration waitAfter(Throwable failure) {
            if (failure != decided) {
                decided = failure;
                wait = failure instanceof SdkException known && repeatable.test(known) ? next(known) : null;
            }
            return wait;
        }

        private @Nullable Duration next(SdkException failure) {
            Duration next = backoff.after(failure.attempts(), demanded(failure));
            // To wait longer than there is time would only delay the answer that is known already.
            return next.compareTo(remaining.get()) < 0 ? next : null;
        }
    }

    /** Returns the wait that the server asked for; zero if it asked for none. */
    private static Duration demanded(SdkException failure) {
        Duration interval = failure instanceof RateLimitedException limited ? limited.minimumInterval() : null;
        Duration after = failure instanceof ApiException refused ? refused.retryAfter() : null;
        return Stream.of(interval, after)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The table of what is repeated. */
    static boolean isWorthRepeating(SdkException failure, RetrySafety safety) {
        if (safety == RetrySafety.NEVER) {
            return false;
        }
        if (failure instanceof ApiException refused && refused.newContract().isPresent() && !safety.repeatable()) {
            return false; // an instance exists already
        }
        if (failure instanceof RateLimitedException limited) {
            return limited.isRateLimit();
        }
        if (failure instanceof ApiException api) {
            return safety.repeatable() && PASSING.contains(api.status());
        }
        if (failure instanceof ConnectFailedException) {
            return !(failure.getCause() instanceof SSLException);
        }
        return failure instanceof TransportException broken && broken.sent() == Sent.MAYBE && safety.repeatable();
    }
}
