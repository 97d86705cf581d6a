package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.InstanceFate;

/**
 * What is to become of an instance: of the next one that is rented ({@link VastSandbox#nextFate(Fate...)}), or of one
 * that exists ({@link VastSandbox#fate(long, Fate)}).
 *
 * <p>A fate stays until another one takes its place; {@link #NORMAL} ends it, and whatever it held up then goes on.
 * {@link #INTERRUPTED} and {@link #COMES_BACK} happen once.
 */
public enum Fate {
    /** It does what it is asked to; what another fate held up goes on from here. */
    NORMAL(InstanceFate.NORMAL),
    /** On its way to running it never gets a status: {@code actual_status} stays null. */
    STUCK_PROVISIONING(InstanceFate.STUCK_PROVISIONING),
    /** On its way to running it stays {@code created}. */
    STUCK_CREATED(InstanceFate.STUCK_CREATED),
    /** On its way to running it stays {@code loading}. */
    STUCK_LOADING(InstanceFate.STUCK_LOADING),
    /** In place of running it stays {@code loading}, and {@code status_msg} says that there is no such image. */
    IMAGE_PULL_FAILS(InstanceFate.IMAGE_PULL_FAILS),
    /** In place of running it is {@code exited}, and {@code status_msg} holds the error of the container runtime. */
    CONTAINER_FAILS(InstanceFate.CONTAINER_FAILS),
    /**
     * Somebody else takes its GPU: it is stopped and is not to run any more, though nobody asked for that. It happens at
     * once to a running instance, and to another one in place of running. Starting it, or bidding more, brings it back.
     */
    INTERRUPTED(InstanceFate.INTERRUPTED),
    /** Its host is gone: {@code offline}, at once when it runs, otherwise in place of running. */
    HOST_OFFLINE(InstanceFate.HOST_OFFLINE),
    /**
     * A start finds no free GPU: the answer is 200 with {@code success: false}, and the instance waits stopped until this
     * fate ends, when it starts by itself. Renting with this fate gives an instance that waits, or, with
     * {@code cancel_unavail}, the refusal that the offer is gone.
     */
    START_QUEUED(InstanceFate.START_QUEUED),
    /** It is destroyed and gone, and a step of its life later it is there again and runs. */
    COMES_BACK(InstanceFate.COMES_BACK);

    private final InstanceFate fate;

    Fate(InstanceFate fate) {
        this.fate = fate;
    }

    InstanceFate fate() {
        return fate;
    }
}
