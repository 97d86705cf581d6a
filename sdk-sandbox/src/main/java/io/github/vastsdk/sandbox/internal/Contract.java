package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instance: its row, and what the service knows about it beyond that. */
final class Contract {
    private final ObjectNode row;
    private final List<String> openPorts;
    private final Instant visibleFrom;
    private @Nullable Offer offer;
    private int plan;
    private InstanceFate fate = InstanceFate.NORMAL;
    private @Nullable Runnable resume;
    private double billed;
    private boolean billedAsRunning;
    private @Nullable Instant runningSince;
    private boolean busy;
    private boolean outbid;
    private boolean destroyed;

    /**
     * Makes an instance.
     *
     * @param row its row
     * @param openPorts the ports of the container that can be reached while it runs, such as {@code 22/tcp}
     * @param visibleFrom when lists begin to show it
     */
    Contract(ObjectNode row, List<String> openPorts, Instant visibleFrom) {
        this.row = row;
        this.openPorts = List.copyOf(openPorts);
        this.visibleFrom = visibleFrom;
    }

    long id() {
        return row.path("id").longValue();
    }

    ObjectNode row() {
        return row;
    }

    List<String> openPorts() {
        return openPorts;
    }

    /** Gives the offer that it keeps off the market; null when there is none. */
    @Nullable
    Offer offer() {
        return offer;
    }

    /** Lets it keep an offer off the market. */
    void occupy(Offer taken) {
        offer = taken;
    }

    boolean visible(Instant now) {
        return !visibleFrom.isAfter(now);
    }

    boolean is(String column, String value) {
        return row.path(column).asText().equals(value);
    }

    /** Numbers what is planned for it. */
    int plan() {
        return plan;
    }

    /** Drops everything that was planned for it. */
    void replan() {
        plan++;
        resume = null;
        busy = false;
    }

    /** Says whether it is on its way to another state. */
    boolean busy() {
        return busy;
    }

    void busy(boolean value) {
        busy = value;
    }

    /** Gives when it began to run; null while it does not. */
    @Nullable
    Instant runningSince() {
        return runningSince;
    }

    void runningSince(@Nullable Instant time) {
        runningSince = time;
    }

    InstanceFate fate() {
        return fate;
    }

    void fate(InstanceFate next) {
        fate = next;
    }

    /** Remembers how it goes on once nothing holds it up any more. */
    void hold(Runnable then) {
        resume = then;
    }

    /** Takes what {@link #hold} was given; null when nothing holds it up. */
    @Nullable
    Runnable release() {
        Runnable then = resume;
        resume = null;
        return then;
    }

    /** Tells the meter what it costs from now on. */
    void bill(Meter meter, double dollarsPerHour, boolean running) {
        meter.change(dollarsPerHour - billed, (running ? 1 : 0) - (billedAsRunning ? 1 : 0));
        billed = dollarsPerHour;
        billedAsRunning = running;
    }

    /** Says whether it does not run because a bid is too low. */
    boolean outbid() {
        return outbid;
    }

    void outbid(boolean value) {
        outbid = value;
    }

    boolean destroyed() {
        return destroyed;
    }

    void destroyed(boolean value) {
        destroyed = value;
    }
}
