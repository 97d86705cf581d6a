package io.github.vastsdk.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a row must be like. Made by the methods of {@link Field}s, such as {@link TextField#eq}.
 *
 * @param <S> what the rows are
 */
public final class Condition<S> implements Term<S> {
    private final Field<S> column;
    private final Op op;
    private final @Nullable Object value;

    Condition(Field<S> column, Op op, @Nullable Object value) {
        this.column = column;
        this.op = op;
        this.value = value;
    }

    @Override
    public String field() {
        return column.name();
    }

    /**
     * Names the comparison.
     *
     * @return {@code eq}, {@code neq}, {@code gt}, {@code gte}, {@code lt}, {@code lte}, {@code in} or {@code notin}
     */
    public String op() {
        return op.wire();
    }

    /**
     * Gives what the column is compared with, as it is sent: memory in MB, durations in seconds.
     *
     * @return a text, number or boolean, a list of them, or null
     */
    public @Nullable Object value() {
        return value;
    }

    Field<S> column() {
        return column;
    }

    /** Whether this is the same comparison of the same column, so that both at once make no sense. */
    boolean clashesWith(Condition<S> other) {
        return column == other.column && op == other.op;
    }

    /** Whether the row has the member and contradicts. */
    boolean isViolatedBy(S row) {
        Object actual = column.read(row);
        return actual != null && op.isFalse(column, actual, value);
    }

    /** The API's form of conditions: operators and values by column. */
    static <S> Map<String, Object> toMap(List<Condition<S>> conditions) {
        Map<String, Map<String, @Nullable Object>> columns = new LinkedHashMap<>();
        for (Condition<S> condition : conditions) {
            columns.computeIfAbsent(condition.field(), name -> new LinkedHashMap<>())
                    .put(condition.op(), condition.value);
        }
        columns.replaceAll((name, operators) -> Collections.unmodifiableMap(operators));
        return new LinkedHashMap<>(columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition<?> condition
                && condition.column == column
                && condition.op == op
                && Objects.equals(condition.value, value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(column, op, value);
    }

    /** Returns the condition in the grammar of {@link OfferQuery#parse}, such as {@code gpu_name=RTX_4090}. */
    @Override
    public String toString() {
        return field() + op.symbol() + Literals.write(column, value);
    }
}
