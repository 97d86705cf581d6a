package io.github.vastsdk.error;

import java.io.Serial;
import java.util.Objects;

/**
 * The service carried out a call on another instance than the one that was named. <strong>The other instance is changed,
 * and the named one is not.</strong> This can happen where a service addresses instances by numbers that it gives to
 * others when instances come and go: here, in the moment between the look-up of the number and the call.
 */
public final class WrongInstanceException extends SdkException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String named;
    private final String touched;

    /**
     * Makes the exception.
     *
     * @param call the call
     * @param named the instance that the call was for
     * @param touched the instance that the answer is about
     */
    public WrongInstanceException(CallContext call, String named, String touched) {
        super(
                call,
                call.operation() + " failed: the service carried it out on instance " + touched + " instead of "
                        + named,
                null);
        this.named = Objects.requireNonNull(named, "named");
        this.touched = Objects.requireNonNull(touched, "touched");
    }

    /**
     * Names the instance that the call was for.
     *
     * @return its durable id
     */
    public String named() {
        return named;
    }

    /**
     * Names the instance that the service says it acted on.
     *
     * @return its durable id
     */
    public String touched() {
        return touched;
    }
}
