package io.github.vastsdk.query;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column with numbers. The constant says which unit.
 *
 * @param <S> what the rows are
 */
public final class NumberField<S> extends RangeField<S, Number> {
    NumberField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    @Override
    Object toWire(Number value) {
        BigDecimal number = Numbers.of(value);
        if (number == null) {
            throw new IllegalArgumentException(name() + " must be compared with a finite number: " + value);
        }
        return Numbers.toWire(number);
    }

    /** Keeps the text: the official client sends such numbers so, and the service reads them. */
    @Override
    Object fromLiteral(Literal literal) {
        if (Numbers.parse(literal.text()) == null) {
            throw new IllegalArgumentException(name() + " takes a number, not " + literal.text());
        }
        return literal.text();
    }

    @Override
    String toLiteral(Object value) {
        BigDecimal number = value instanceof String ? null : Numbers.of(value);
        return number == null ? value.toString() : Numbers.text(number);
    }
}
