package io.github.vastsdk.internal;

/** Carries what the taker of rows threw past the reading of the answer: it says nothing about the service. */
final class RowFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowFailure(Throwable cause) {
        super(cause);
    }
}
