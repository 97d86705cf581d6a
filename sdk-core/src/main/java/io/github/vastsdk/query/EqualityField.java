package io.github.vastsdk.query;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that is equal to a value or not.
 *
 * @param <S> what the rows are
 * @param <V> what the values are
 */
public abstract sealed class EqualityField<S, V> extends Field<S> permits TextField, RangeField {
    EqualityField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    /** The value, which is not null, as it is sent. */
    abstract Object toWire(V value);

    final Condition<S> compare(Op op, V value) {
        return new Condition<>(this, op, toWire(Objects.requireNonNull(value, name())));
    }

    /**
     * Requires this value.
     *
     * @param value the value
     * @return the condition
     * @throws IllegalArgumentException if the column cannot have it
     */
    public final Condition<S> eq(V value) {
        return compare(Op.EQ, value);
    }

    /**
     * Requires any other value.
     *
     * @param value the value
     * @return the condition
     * @throws IllegalArgumentException if the column cannot have it
     */
    public final Condition<S> neq(V value) {
        return compare(Op.NEQ, value);
    }

    /**
     * Requires one of some values.
     *
     * @param values the values
     * @return the condition
     * @throws IllegalArgumentException if there are none, or the column cannot have one of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<S> in(V... values) {
        return list(Op.IN, values, this::elementToWire);
    }

    /**
     * Requires none of some values.
     *
     * @param values the values
     * @return the condition
     * @throws IllegalArgumentException if there are none, or the column cannot have one of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<S> notIn(V... values) {
        return list(Op.NOTIN, values, this::elementToWire);
    }

    @SuppressWarnings("unchecked")
    private Object elementToWire(Object value) {
        return toWire((V) Objects.requireNonNull(value, name()));
    }
}
