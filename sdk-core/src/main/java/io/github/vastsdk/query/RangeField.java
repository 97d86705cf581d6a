package io.github.vastsdk.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values are less or greater than another.
 *
 * @param <S> what the rows are
 * @param <V> what the values are
 */
public abstract sealed class RangeField<S, V> extends EqualityField<S, V>
        permits NumberField, DurationField, TimeField, VersionField {
    RangeField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    /**
     * Requires more than this.
     *
     * @param value the bound
     * @return the condition
     * @throws IllegalArgumentException if the column cannot have it
     */
    public final Condition<S> gt(V value) {
        return compare(Op.GT, value);
    }

    /**
     * Requires this or more.
     *
     * @param value the bound
     * @return the condition
     * @throws IllegalArgumentException if the column cannot have it
     */
    public final Condition<S> gte(V value) {
        return compare(Op.GTE, value);
    }

    /**
     * Requires less than this.
     *
     * @param value the bound
     * @return the condition
     * @throws IllegalArgumentException if the column cannot have it
     */
    public final Condition<S> lt(V value) {
        return compare(Op.LT, value);
    }

    /**
     * Requires this or less.
     *
     * @param value the bound
     * @return the condition
     * @throws IllegalArgumentException if the column cannot have it
     */
    public final Condition<S> lte(V value) {
        return compare(Op.LTE, value);
    }

    @Override
    @Nullable
    Comparable<?> comparable(Object value) {
        return Numbers.of(value);
    }
}
