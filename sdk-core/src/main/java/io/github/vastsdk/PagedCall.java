package io.github.vastsdk;

import io.github.vastsdk.error.ResponseFormatException;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A call whose answer comes in pages. {@link #execute()} fetches <em>one</em> page; {@link #stream()} and
 * {@link #iterator()} fetch further pages when they are reached, and {@link #all()} fetches every page at once. The
 * options of the call hold for each page.
 *
 * @param <T> the type of a row
 */
@CheckReturnValue
public interface PagedCall<T> extends Call<Page<T>>, Iterable<T> {
    /**
     * Fetches the first page (or, on a call made by {@link #after(String)}, the page after that token).
     *
     * @return the page
     */
    default Page<T> firstPage() {
        return execute();
    }

    /**
     * Starts after an earlier page instead of at the beginning.
     *
     * @param token the {@link Page#nextToken()} of that page
     * @return the changed call
     */
    PagedCall<T> after(String token);

    /**
     * Walks over all rows, fetching a page when its first row is asked for.
     *
     * @return an iterator whose {@code next} throws what {@link #execute()} throws, and a
     *     {@link ResponseFormatException} if the service hands out the same page token twice
     */
    @Override
    Iterator<T> iterator();

    /**
     * Streams all rows, fetching a page when its first row is asked for.
     *
     * @return a sequential stream that ends or fails as {@link #iterator()} does
     */
    Stream<T> stream();

    /**
     * Fetches every page, one after the other, and waits for them. The list is complete or an exception is thrown;
     * it is never cut short.
     *
     * @return all rows
     */
    default Listing<T> all() {
        return Listing.of(stream().toList());
    }

    @Override
    PagedCall<T> timeout(Duration limit);

    @Override
    PagedCall<T> deadline(Duration limit);

    @Override
    PagedCall<T> retries(int max);

    @Override
    PagedCall<T> header(String name, String value);
}
