package io.github.vastsdk.query;

import io.github.vastsdk.internal.checks.Args;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that queries can name. The constants are in {@link OfferFields}, {@link VolumeOfferFields},
 * {@link TemplateFields} and {@link BenchmarkFields}.
 *
 * @param <S> what the rows are
 */
public abstract sealed class Field<S> permits EqualityField, SizeField, FlagField {
    private final String name;
    private final Function<S, @Nullable Object> reader;

    Field(String name, Function<S, @Nullable Object> reader) {
        this.name = name;
        this.reader = reader;
    }

    /**
     * Names the column.
     *
     * @return the API's name, such as {@code num_gpus}
     */
    public final String name() {
        return name;
    }

    /**
     * Sorts by the column, the least first.
     *
     * @return the order
     */
    public final Order<S> asc() {
        return new Order<>(this, false);
    }

    /**
     * Sorts by the column, the greatest first.
     *
     * @return the order
     */
    public final Order<S> desc() {
        return new Order<>(this, true);
    }

    /** The column's value in a row; null if the row does not have it. */
    final @Nullable Object read(S row) {
        return reader.apply(row);
    }

    /** A form, of one class, in which values from rows and conditions can be compared; null if there is none. */
    abstract @Nullable Comparable<?> comparable(Object value);

    /**
     * Reads a value from the text grammar.
     *
     * @return the value as it is sent
     * @throws IllegalArgumentException if the column cannot have it
     */
    abstract Object fromLiteral(Literal literal);

    /**
     * Takes a value from the API's JSON.
     *
     * @return the value as it is sent
     * @throws IllegalArgumentException if the column cannot have it
     */
    Object fromJson(Object value) {
        if (comparable(value) == null) {
            throw new IllegalArgumentException(name + " cannot be compared with " + value);
        }
        return value;
    }

    /** Writes a value, as it is sent, so that {@link #fromLiteral} reads the same. */
    abstract String toLiteral(Object value);

    /**
     * Refuses an operator that means nothing for the column.
     *
     * @throws IllegalArgumentException if it does
     */
    void check(Op op) {}

    final Condition<S> list(Op op, Object[] values, Function<Object, Object> toWire) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " needs at least one value to be compared with");
        }
        List<Object> list = Arrays.stream(values).map(toWire).toList();
        return new Condition<>(this, op, list);
    }

    final String notBlank(String text) {
        return Args.notBlank(text, name);
    }

    /** Returns the API's name. */
    @Override
    public final String toString() {
        return name;
    }
}
