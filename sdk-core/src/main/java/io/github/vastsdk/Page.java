package io.github.vastsdk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that the service hands out in pieces.
 *
 * @param items the rows of this page
 * @param nextToken what {@link PagedCall#after(String)} takes to fetch the next page; null on the last page
 * @param total how many rows the whole list has, as the service said; null if it did not say
 * @param <T> the type of a row
 */
public record Page<T>(Listing<T> items, @Nullable String nextToken, @Nullable Long total) {
    /**
     * Makes a page, for tests of code that works with pages.
     *
     * @param items the rows
     * @param nextToken the token of the next page; null or empty on the last one
     * @param total the number of rows of the whole list; null if unknown
     */
    public Page {
        Objects.requireNonNull(items, "items");
        nextToken = nextToken == null || nextToken.isEmpty() ? null : nextToken;
    }

    /**
     * Makes a page from any list.
     *
     * @param items the rows
     * @param nextToken the token of the next page; null or empty on the last one
     * @param total the number of rows of the whole list; null if unknown
     * @param <T> the type of a row
     * @return the page
     */
    public static <T> Page<T> of(List<? extends T> items, @Nullable String nextToken, @Nullable Long total) {
        return new Page<>(Listing.of(items), nextToken, total);
    }

    /**
     * Tells whether more pages follow.
     *
     * @return true if there is a token for a next page
     */
    public boolean hasNext() {
        return nextToken != null;
    }

    /** The rows as a table, and whether more pages follow. */
    @Override
    public String toString() {
        return items + (hasNext() ? "\n(more pages follow; total " + (total == null ? "unknown" : total) + ")" : "");
    }
}
