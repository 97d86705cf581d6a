package io.github.vastsdk.internal;

import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.SdkException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How to find what a path must name at this moment, where the service names things anew from time to time.
 *
 * @param turns what keeps this client's own calls from moving names between a look-up and its request
 * @param use what the operation does to names
 * @param look looks it up; null if the path names nothing that moves
 * @param missing makes the exception for when there is none
 */
public record Whereabouts(
        Turns turns, Turns.Use use, @Nullable Look look, Function<CallContext, SdkException> missing) {
    /** How long a name that is about to move keeps a request back; what lasts longer will not end in this very moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Looks once. */
    @FunctionalInterface
    public interface Look {
        /** Looks within the given options. */
        CompletableFuture<Sight> at(CallOptions options);

        /** Looks, unless the client is closed in this moment, which is as good as a cancelled look. */
        default CompletableFuture<Sight> search(CallOptions options) {
            try {
                return at(options);
            } catch (IllegalStateException e) {
                return CompletableFuture.failedFuture(new CancellationException("the client was closed"));
            }
        }
    }

    /**
     * What one look showed.
     *
     * @param name the name at this moment; null if there is no such thing
     * @param aboutToMove whether it will soon have another name, so that a request might come too late for this one
     */
    public record Sight(@Nullable String name, boolean aboutToMove) {
        /** That there is no such thing. */
        public static final Sight MISSING = new Sight(null, false);
    }

    /** Of an operation that names nothing that moves, and moves what others name. */
    public static Whereabouts adding(Turns turns) {
        return new Whereabouts(turns, Turns.Use.ADDS, null, call -> {
            throw new IllegalStateException("nothing was looked for");
        });
    }

    /**
     * Makes one attempt in its turn, which lasts from the look-up to the answer. What is missing is looked up once more, a
     * little later and in another turn, before it counts as absent. What is about to move is waited for.
     *
     * @param find looks it up in the execution
     * @param send sends the request, with the name or with an empty text if the path names nothing that moves
     * @param unsent told if it came to no request
     */
    <R> CompletableFuture<R> attempt(
            Execution execution,
            Function<Look, CompletableFuture<Sight>> find,
            Function<String, CompletableFuture<R>> send,
            Runnable unsent) {
        AtomicBoolean sent = new AtomicBoolean();
        Function<String, CompletableFuture<R>> sending = name -> {
            sent.set(true);
            return send.apply(name);
        };
        return new Approach<>(execution, find, sending).next(false).whenComplete((answer, failure) -> {
            if (!sent.get()) {
                unsent.run();
            }
        });
    }

    /** One attempt: as many turns as it takes until the request is sent. */
    private final class Approach<R> {
        private final Execution execution;
        private final Function<Look, CompletableFuture<Sight>> find;
        private final Function<String, CompletableFuture<R>> send;
        private final Timer timer;
        private final long begun;

        /** What a turn came to: the answer, or the reason why nothing was sent. */
        private record Step<R>(@Nullable R answer, Sight sight) {}

        Approach(
                Execution execution,
                Function<Look, CompletableFuture<Sight>> find,
                Function<String, CompletableFuture<R>> send) {
            this.execution = execution;
            this.find = find;
            this.send = send;
            this.timer = execution.transport().timer();
            this.begun = timer.nanos();
        }

        CompletableFuture<R> next(boolean missedBefore) {
            return turn().thenCompose(step -> {
                if (step.answer() != null) {
                    return CompletableFuture.completedFuture(step.answer());
                }
                if (step.sight().name() != null) {
                    return execution.pause(PAUSE).thenCompose(now -> next(false));
                }
                if (missedBefore) {
                    throw missing.apply(execution.context());
                }
                return execution.pause(SecondLook.CONFIRMATION).thenCompose(now -> next(true));
            });
        }

        private CompletableFuture<Step<R>> turn() {
            CompletableFuture<Turns.Use> turn = turns.take(use);
            execution.step(() -> turn.cancel(false));
            return turn.thenCompose(granted -> CompletableFuture.completedFuture(granted)
                    .thenCompose(now ->
                            look == null ? CompletableFuture.completedFuture(new Sight("", false)) : find.apply(look))
                    .thenCompose(this::act)
                    .whenComplete((step, failure) -> turns.over()));
        }

        private CompletableFuture<Step<R>> act(Sight sight) {
            boolean patient = timer.nanos() - begun < PATIENCE.toNanos();
            return sight.name() == null || (sight.aboutToMove() && patient)
                    ? CompletableFuture.completedFuture(new Step<>(null, sight))
                    : send.apply(sight.name()).thenApply(answer -> new Step<>(answer, sight));
        }
    }
}
