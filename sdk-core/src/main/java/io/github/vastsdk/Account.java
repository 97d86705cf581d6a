package io.github.vastsdk;

import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.model.User;

/** The account that the API key belongs to. */
@CheckReturnValue
public final class Account {
    private final Transport transport;

    Account(Transport transport) {
        this.transport = transport;
    }

    /**
     * Shows the account: who it is and what it may spend. The answer holds secrets, such as the API key in use; they are
     * {@link Secret}s in what this returns.
     *
     * <p>{@code GET /api/v0/users/current/}. Free; a read.
     *
     * @return the call
     */
    public Call<User> current() {
        return transport.call(Operation.get("/api/v0/users/current/").as(Shape.object(User.class)));
    }
}
