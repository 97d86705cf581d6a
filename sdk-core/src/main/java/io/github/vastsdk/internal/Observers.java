package io.github.vastsdk.internal;

import io.github.vastsdk.CallObserver;
import io.github.vastsdk.error.SdkException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the caller's observers what happens. */
final class Observers {
    private static final Logger log = LoggerFactory.getLogger("io.github.vastsdk.Call");

    private final List<CallObserver> observers;
    private final AtomicLong executions = new AtomicLong();

    Observers(List<CallObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    Execution execution(Operation<?> operation) {
        return new Execution(executions.incrementAndGet(), operation);
    }

    /** One execution, as observers see it. */
    final class Execution {
        private final long number;
        private final Operation<?> operation;

        private Execution(long number, Operation<?> operation) {
            this.number = number;
            this.operation = operation;
        }

        void start() {
            tell(observer -> observer.onStart(number, operation.name()));
        }

        void attempt(int attempt, int status, Duration took, long bytes) {
            log.debug(
                    "{} → {} in {} ms (attempt {}, {} bytes)",
                    operation.label(),
                    status == 0 ? "no answer" : status,
                    took.toMillis(),
                    attempt,
                    bytes);
            tell(observer -> observer.onAttempt(number, operation.name(), attempt, status, took));
        }

        /** Says what no answer will: which instance the attempt changed, if any, only that instance shows. */
        void moved() {
            log.warn(
                    "{}: an attempt without an answer may have changed another instance, for the index has moved since;"
                            + " it is sent again by the new one",
                    operation.label());
        }

        void download(int status, Duration took, long bytes) {
            log.debug(
                    "{}: its result → {} in {} ms ({} bytes)",
                    operation.label(),
                    status == 0 ? "no answer" : status,
                    took.toMillis(),
                    bytes);
        }

        void retry(SdkException failure, Duration wait) {
            tell(observer -> observer.onRetry(number, operation.name(), failure, wait));
        }

        void pace(Duration waited) {
            tell(observer -> observer.onPace(number, operation.name(), waited));
        }

        void end(@Nullable Throwable failure, Duration took) {
            tell(observer -> observer.onEnd(number, operation.name(), failure, took));
        }

        private void tell(Consumer<CallObserver> event) {
            for (CallObserver observer : observers) {
                try {
                    event.accept(observer);
                } catch (RuntimeException e) {
                    log.warn("The observer {} failed", observer.getClass().getName(), e);
                }
            }
        }
    }
}
