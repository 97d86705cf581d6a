package io.github.vastsdk.query;

import java.util.List;

/**
 * What rows are sorted by. Made by {@link Field#asc()} and {@link Field#desc()}.
 *
 * @param <S> what the rows are
 */
public final class Order<S> implements Term<S> {
    private final Field<S> column;
    private final boolean descending;

    Order(Field<S> column, boolean descending) {
        this.column = column;
        this.descending = descending;
    }

    @Override
    public String field() {
        return column.name();
    }

    /**
     * Tells the direction.
     *
     * @return true if the greatest comes first
     */
    public boolean isDescending() {
        return descending;
    }

    List<String> toJson() {
        return List.of(field(), direction());
    }

    String direction() {
        return descending ? "desc" : "asc";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Order<?> order && order.column == column && order.descending == descending;
    }

    @Override
    public int hashCode() {
        return column.hashCode() * 2 + (descending ? 1 : 0);
    }

    /** Returns the text that {@link SearchQuery#orderBy(String)} reads, such as {@code score-}. */
    @Override
    public String toString() {
        return field() + (descending ? "-" : "");
    }
}
