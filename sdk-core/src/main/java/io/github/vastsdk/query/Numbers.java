package io.github.vastsdk.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Exact numbers, so that a value survives being written as text and read again. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final int MAX_LENGTH = 100;
    private static final int MAX_SCALE = 1000;
    private static final int PLACES = 6;

    private Numbers() {}

    /** The number that a value is or holds; null if it is none. */
    static @Nullable BigDecimal of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Math.abs(decimal.scale()) <= MAX_SCALE ? decimal : null;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
        }
        if (value instanceof Duration duration) {
            return seconds(duration.getSeconds(), duration.getNano());
        }
        if (value instanceof Instant instant) {
            return seconds(instant.getEpochSecond(), instant.getNano());
        }
        return value instanceof Number || value instanceof String ? parse(value.toString()) : null;
    }

    /** Reads a number; null if the text is none. */
    static @Nullable BigDecimal parse(String text) {
        return text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** Seconds with the microseconds that a double of this size can tell apart. */
    static BigDecimal seconds(long seconds, int nanos) {
        return rounded(BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9)));
    }

    /** Rounds to the millionth, which is finer than any unit here needs. */
    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    /** The number as it is sent: a whole one without a point. */
    static Number toWire(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18 ? (Number) plain.longValueExact() : plain;
    }

    /** Writes a number without trailing zeros. */
    static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
