package io.github.vastsdk;

import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.launch.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A client and a sandbox on one clock that only the test moves: no wait takes its real time. */
abstract class VirtualJourney {
    /** Longer than what anything waits for, shorter than an attempt may take. */
    private static final Duration HORIZON = Duration.ofSeconds(50);

    final VirtualTimer timer = new VirtualTimer();
    private final long begin = timer.nanos();

    Instant now() {
        return Instant.parse("2026-01-01T00:00:00Z").plusNanos(timer.nanos() - begin);
    }

    <T> T run(Mode mode, Call<T> call) {
        return run(mode == Mode.SYNC ? later(call) : call.executeAsync());
    }

    <T> T run(Mode mode, Wait<T> wait) {
        return run(mode == Mode.SYNC ? later(wait) : wait.executeAsync());
    }

    private static <T> CompletableFuture<T> later(Callable<T> call) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    <T> T run(CompletableFuture<T> result) {
        try {
            return timer.runUntil(result, HORIZON);
        } catch (CompletionException e) {
            if (e.getCause() instanceof SdkException failure) {
                throw failure;
            }
            throw e;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
