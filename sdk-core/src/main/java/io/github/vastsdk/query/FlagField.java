package io.github.vastsdk.query;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that is true or false.
 *
 * @param <S> what the rows are
 */
public final class FlagField<S> extends Field<S> {
    FlagField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    /**
     * Requires this value.
     *
     * @param value the value
     * @return the condition
     */
    public Condition<S> eq(boolean value) {
        return new Condition<>(this, Op.EQ, value);
    }

    @Override
    void check(Op op) {
        if (op.isOrdering()) {
            throw new IllegalArgumentException(name() + " is true or false, not less or greater");
        }
    }

    @Override
    @Nullable
    Comparable<?> comparable(Object value) {
        return parse(value.toString());
    }

    @Override
    Object fromLiteral(Literal literal) {
        Boolean value = parse(literal.text());
        if (value == null) {
            throw new IllegalArgumentException(name() + " takes true or false, not " + literal.text());
        }
        return value;
    }

    @Override
    Object fromJson(Object value) {
        return fromLiteral(new Literal(value.toString(), false));
    }

    private static @Nullable Boolean parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    @Override
    String toLiteral(Object value) {
        return value.toString();
    }
}
