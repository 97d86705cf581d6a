package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.NoSuchEnvVarException;
import io.github.vastsdk.internal.EnvVarReader;
import io.github.vastsdk.internal.FallbackCall;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.RetrySafety;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.EnvVar;
import java.util.Objects;

/** The account's environment variables. The service sets them in every instance that is created from then on. */
@CheckReturnValue
public final class EnvVars {
    private static final String PATH = "/api/v0/secrets/";
    private static final double WRITE_INTERVAL = 3.0;

    private final Transport transport;

    EnvVars(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the variables. The service may mask the values with asterisks; {@link EnvVar#isMasked()} tells.
     *
     * <p>{@code GET /api/v0/secrets/}. Free; a read.
     *
     * @return the call
     */
    public Call<Listing<EnvVar>> list() {
        return transport.call(Operation.get(PATH)
                .as(Shape.tree(json -> Listing.of(EnvVarReader.read(json))))
                .every(5.0));
    }

    /**
     * Creates a variable.
     *
     * <p>{@code POST /api/v0/secrets/}. Free; not repeated once it may have arrived, since the second time would fail.
     *
     * @param name the name; the service turns it into capitals
     * @param value the value; which characters are allowed is the service's to decide
     * @return the call
     * @see ConflictException when the variable exists already
     * @see BadRequestException with code {@code max_secrets} when there are too many
     */
    public Call<Ack> create(String name, String value) {
        return transport.call(write(Operation.post(UNSAFE, PATH), name, value));
    }

    /**
     * Changes the value of a variable.
     *
     * <p>{@code PUT /api/v0/secrets/}. Free; overwrites the old value; idempotent.
     *
     * @param name the name
     * @param value the new value
     * @return the call
     * @see NoSuchEnvVarException
     */
    public Call<Ack> update(String name, String value) {
        return transport.call(write(Operation.put(IDEMPOTENT, PATH), name, value));
    }

    /**
     * Sets a variable, whether it exists or not: it is created, and if the service says that it exists
     * ({@code existing_key}), it is updated. So a new variable costs one request and a known one two, and no list is
     * read. The options of the call hold for each of the two.
     *
     * <p>{@code POST /api/v0/secrets/}, then perhaps {@code PUT /api/v0/secrets/}. Free; idempotent.
     *
     * @param name the name; the service turns it into capitals
     * @param value the value
     * @return the call
     */
    public Call<Ack> put(String name, String value) {
        // Within put, creating is idempotent: if a lost attempt did create it, the next one ends in an update.
        Call<Ack> create = transport.call(write(Operation.post(RetrySafety.IDEMPOTENT, PATH), name, value));
        return new FallbackCall<>(
                "POST " + PATH,
                create,
                refused -> refused.code().equals(ErrorCode.EXISTING_KEY) ? update(name, value) : null);
    }

    /**
     * Deletes a variable.
     *
     * <p>{@code DELETE /api/v0/secrets/}. Destroys the value; idempotent.
     *
     * @param name the name
     * @return the call
     * @see NoSuchEnvVarException
     */
    public Call<Ack> delete(String name) {
        return transport.call(Operation.delete(IDEMPOTENT, PATH)
                .json("key", Args.notBlank(name, "name"))
                .as(Shape.ack())
                .every(WRITE_INTERVAL));
    }

    private static Operation<Ack> write(Operation<Void> operation, String name, String value) {
        return operation
                .json("key", Args.notBlank(name, "name"))
                .json("value", Secret.of(Objects.requireNonNull(value, "value")))
                .as(Shape.ack())
                .every(WRITE_INTERVAL);
    }
}
