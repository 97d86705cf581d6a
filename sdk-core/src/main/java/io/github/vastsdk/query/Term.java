package io.github.vastsdk.query;

/**
 * A part of a query: a condition or an order.
 *
 * @param <S> what the rows are, so that terms of one table do not get into a query of another
 */
public sealed interface Term<S> permits Condition, Order {
    /**
     * Names the column.
     *
     * @return the API's name, such as {@code num_gpus}
     */
    String field();
}
