package io.github.vastsdk.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a column is compared. */
enum Op {
    EQ("="),
    NEQ("!="),
    GT(">"),
    GTE(">="),
    LT("<"),
    LTE("<="),
    IN(" in "),
    NOTIN(" notin ");

    /** Every spelling of the grammar. */
    static final Map<String, Op> BY_TEXT = Map.ofEntries(
            Map.entry("=", EQ),
            Map.entry("==", EQ),
            Map.entry("eq", EQ),
            Map.entry("!=", NEQ),
            Map.entry("neq", NEQ),
            Map.entry("noteq", NEQ),
            Map.entry("not eq", NEQ),
            Map.entry(">", GT),
            Map.entry("gt", GT),
            Map.entry(">=", GTE),
            Map.entry("gte", GTE),
            Map.entry("<", LT),
            Map.entry("lt", LT),
            Map.entry("<=", LTE),
            Map.entry("lte", LTE),
            Map.entry("in", IN),
            Map.entry("nin", NOTIN),
            Map.entry("notin", NOTIN),
            Map.entry("not in", NOTIN));

    private final String symbol;

    Op(String symbol) {
        this.symbol = symbol;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the API's word.
     *
     * @throws IllegalArgumentException if there is none; the service would ignore the condition
     */
    static Op ofWire(String wire) {
        return Arrays.stream(values())
                .filter(op -> op.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown operator " + wire + "; there are eq, neq, gt, gte, lt, lte, in and notin"));
    }

    /** How it is written in the grammar, blanks included. */
    String symbol() {
        return symbol;
    }

    boolean takesList() {
        return this == IN || this == NOTIN;
    }

    boolean isOrdering() {
        return this == GT || this == GTE || this == LT || this == LTE;
    }

    /** Whether a column's value, which is known, contradicts. What cannot be compared does not. */
    boolean isFalse(Field<?> column, Object actual, @Nullable Object wanted) {
        if (wanted == null) {
            return this == EQ;
        }
        return wanted instanceof List<?> list
                ? takesList() && isFalseForList(column, actual, list)
                : !takesList() && isFalseForOne(column, actual, wanted);
    }

    private boolean isFalseForList(Field<?> column, Object actual, List<?> wanted) {
        boolean mayBeAmong = false;
        for (Object each : wanted) {
            Integer order = each == null ? null : compare(column, actual, each);
            if (order == null || order == 0) {
                mayBeAmong |= order != null || (each != null && this == IN);
            }
        }
        return mayBeAmong == (this == NOTIN);
    }

    private boolean isFalseForOne(Field<?> column, Object actual, Object wanted) {
        Integer order = compare(column, actual, wanted);
        if (order == null) {
            return false;
        }
        return switch (this) {
            case EQ -> order != 0;
            case NEQ -> order == 0;
            case GT -> order <= 0;
            case GTE -> order < 0;
            case LT -> order >= 0;
            case LTE -> order > 0;
            case IN, NOTIN -> false;
        };
    }

    /** Compares two values of one column; null if one of them is none of its values. */
    @SuppressWarnings("unchecked") // what a column gives for comparing is of one class
    private static @Nullable Integer compare(Field<?> column, Object left, Object right) {
        Comparable<?> first = column.comparable(left);
        Comparable<?> second = column.comparable(right);
        return first == null || second == null ? null : ((Comparable<Object>) first).compareTo(second);
    }
}
