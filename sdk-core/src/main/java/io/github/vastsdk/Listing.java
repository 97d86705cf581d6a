package io.github.vastsdk;

import io.github.vastsdk.internal.Table;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * An unmodifiable list that prints itself as a table, for JShell and notebooks.
 *
 * <p>{@link #toString()} shows the first ten rows, aligned, in less than the 1,000 characters that JShell prints;
 * {@link #toHtml()} shows all of them. Both show what the rows' own accessors give: secrets stay {@code ***}.
 *
 * @param <T> the type of a row
 */
public final class Listing<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> items;

    private Listing(List<T> items) {
        this.items = items;
    }

    /**
     * Copies a list.
     *
     * @param items the rows; none of them null
     * @param <T> the type of a row
     * @return the listing
     */
    public static <T> Listing<T> of(List<? extends T> items) {
        return new Listing<>(List.copyOf(items));
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /**
     * Returns the first row.
     *
     * @return the row, or nothing if the list is empty
     */
    public Optional<T> first() {
        return items.stream().findFirst();
    }

    /**
     * Shows all rows as an HTML table; every cell is escaped.
     *
     * @return a {@code <table>} element
     */
    public String toHtml() {
        return Table.of(items).toHtml();
    }

    /** Shows the first ten rows as an aligned table of at most 1,000 characters. */
    @Override
    public String toString() {
        return Table.of(items).toText(10, 1000);
    }
}
