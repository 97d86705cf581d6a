package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.thunder.Fate;

/**
 * What is to become of an instance of Thunder Compute: of the next one that is created
 * ({@link ThunderSandbox#nextFate(ThunderFate...)}), or of one that exists
 * ({@link ThunderSandbox#fate(String, ThunderFate)}).
 *
 * <p>A fate stays until another one takes its place; {@link #NORMAL} ends it, and whatever it held up then goes on.
 */
public enum ThunderFate {
    /** It does what it is asked to; what another fate held up goes on from here. */
    NORMAL(Fate.NORMAL),
    /** It stays {@code UNKNOWN}, with a running one at once. */
    STAYS_UNKNOWN(Fate.STAYS_UNKNOWN),
    /** On its way to running it stays {@code PROVISIONING}, or {@code RESTORING} when it is made from a snapshot. */
    STAYS_PROVISIONING(Fate.STAYS_PROVISIONING),
    /** It is {@code RUNNING}, but has no address; a running one loses it at once. */
    NO_ADDRESS(Fate.NO_ADDRESS),
    /** In place of running it is {@code FAILED}, a running one at once. */
    FAILED(Fate.FAILED),
    /** In place of running it is in {@code ERROR}, a running one at once. */
    ERROR(Fate.ERROR),
    /** In place of running it is {@code STOPPED}, a running one at once. */
    STOPPED(Fate.STOPPED);

    private final Fate fate;

    ThunderFate(Fate fate) {
        this.fate = fate;
    }

    Fate fate() {
        return fate;
    }
}
