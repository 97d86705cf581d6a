package io.github.vastsdk.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column with a time span, which the service counts in seconds and query texts in days.
 *
 * @param <S> what the rows are
 */
public final class DurationField<S> extends RangeField<S, Duration> {
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

    /** With so many places of a day the microseconds are right. */
    private static final int PLACES = 15;

    DurationField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    @Override
    Object toWire(Duration value) {
        return Numbers.toWire(Numbers.seconds(value.getSeconds(), value.getNano()));
    }

    @Override
    Object fromLiteral(Literal literal) {
        BigDecimal days = Numbers.parse(literal.text());
        if (days == null) {
            throw new IllegalArgumentException(name() + " takes a number of days, not " + literal.text());
        }
        return Numbers.toWire(Numbers.rounded(days.multiply(SECONDS_PER_DAY)));
    }

    @Override
    String toLiteral(Object value) {
        BigDecimal seconds = Numbers.of(value);
        return seconds == null
                ? value.toString()
                : Numbers.text(seconds.divide(SECONDS_PER_DAY, PLACES, RoundingMode.HALF_EVEN));
    }
}
