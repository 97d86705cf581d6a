package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares single JSON values as the offer search does: by value, not by how they are written. */
final class Scalars {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private Scalars() {}

    /**
     * Compares two values. Two texts compare as texts, without the blanks around them; otherwise a text counts as the number that it shows, and true and
     * false as 1 and 0.
     *
     * @param left a value
     * @param right another one
     * @return the order; null when one is null or they have nothing in common
     */
    static @Nullable Integer compare(JsonNode left, JsonNode right) {
        if (left.isTextual() && right.isTextual()) {
            return left.textValue().strip().compareTo(right.textValue().strip());
        }
        boolean truth = left.isBoolean() || right.isBoolean();
        BigDecimal a = number(left, truth);
        BigDecimal b = number(right, truth);
        return a == null || b == null ? null : (Integer) a.compareTo(b);
    }

    /** Reads a number, or a text that shows one; null when it is neither. */
    static @Nullable BigDecimal number(JsonNode value) {
        return number(value, false);
    }

    private static @Nullable BigDecimal number(JsonNode value, boolean truth) {
        if (value.isBoolean()) {
            return value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (!value.isTextual()) {
            return null;
        }
        String text = value.textValue().strip();
        if (truth && text.toLowerCase(Locale.ROOT).matches("true|false")) {
            return Boolean.parseBoolean(text) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
