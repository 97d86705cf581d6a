package io.github.vastsdk.internal;

/** What sending an operation twice would do. The HTTP verb says nothing about it: a PUT rents a machine. */
public enum RetrySafety {
    /** Changes nothing. */
    READ,
    /** A second time leaves the same state as the first. */
    IDEMPOTENT,
    /** A second time may rent, pay or create again: sent again only if the first certainly was not processed. */
    UNSAFE,
    /** Never sent again, whatever happened: even a refusal may have used something up. */
    NEVER;

    /** Tells whether the operation may change something. */
    public boolean changes() {
        return this != READ;
    }

    /** Tells whether an attempt may be repeated although the service may have processed it. */
    public boolean repeatable() {
        return this == READ || this == IDEMPOTENT;
    }
}
