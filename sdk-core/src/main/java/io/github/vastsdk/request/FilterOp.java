package io.github.vastsdk.request;

import java.util.Locale;

/** How a filter compares a column with its value. */
public enum FilterOp {
    /** Equal. */
    EQ,
    /** Not equal. */
    NEQ,
    /** Greater. */
    GT,
    /** Greater or equal. */
    GTE,
    /** Less. */
    LT,
    /** Less or equal. */
    LTE,
    /** Equal to one of a list. */
    IN,
    /** Equal to none of a list. */
    NOTIN;

    /**
     * Returns the API's word.
     *
     * @return such as {@code gte}
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takesList() {
        return this == IN || this == NOTIN;
    }
}
