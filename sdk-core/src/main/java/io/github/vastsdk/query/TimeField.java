package io.github.vastsdk.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column with a point in time, which the service counts in seconds since 1970. Query texts and JSON may also say
 * {@code MM/DD/YYYY}, which is the start of that day in UTC.
 *
 * @param <S> what the rows are
 */
public final class TimeField<S> extends RangeField<S, Instant> {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    TimeField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    @Override
    Object toWire(Instant value) {
        return Numbers.toWire(Numbers.seconds(value.getEpochSecond(), value.getNano()));
    }

    @Override
    Object fromLiteral(Literal literal) {
        BigDecimal seconds = Numbers.parse(literal.text());
        if (seconds != null) {
            return Numbers.toWire(Numbers.rounded(seconds));
        }
        try {
            return LocalDate.parse(literal.text(), DATE)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toEpochSecond();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name() + " takes seconds since 1970 or MM/DD/YYYY, not " + literal.text(), e);
        }
    }

    @Override
    Object fromJson(Object value) {
        return value instanceof String text && Numbers.parse(text) == null
                ? fromLiteral(new Literal(text, true))
                : super.fromJson(value);
    }

    @Override
    String toLiteral(Object value) {
        BigDecimal seconds = Numbers.of(value);
        return seconds == null ? value.toString() : Numbers.text(seconds);
    }
}
