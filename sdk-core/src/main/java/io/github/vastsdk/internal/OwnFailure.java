package io.github.vastsdk.internal;

/**
 * Carries a failure that ends an execution as it is: what the taker of rows threw, and what a look-up before the request
 * ended with. It says nothing about the answer, and is not repeated.
 */
final class OwnFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnFailure(Throwable cause) {
        super(cause);
    }
}
