package io.github.vastsdk.sandbox.internal.thunder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instance: what it is, how far it has come, and what the list shows of it. */
final class Machine {
    static final String RUNNING = "RUNNING";
    static final String DELETING = "DELETING";

    private final Identity identity;
    private Config config;
    private Config listed;
    private Instant listedFrom;
    private String status = "UNKNOWN";
    private Fate fate = Fate.NORMAL;
    private boolean legacy;
    private @Nullable String ip;
    private int port;
    private @Nullable Instant readyAt;
    private @Nullable Instant restartedAt;
    private @Nullable Runnable next;
    private boolean held;
    private int plan;

    /**
     * What never changes about an instance.
     *
     * @param uuid its id
     * @param name its name
     * @param template what it was made from: a template or a snapshot
     * @param restoredBytes the size of the snapshot that it was made from; 0 when it was a template
     * @param createdAt when it was made
     * @param number how many were made before it
     */
    record Identity(String uuid, String name, String template, long restoredBytes, Instant createdAt, int number) {
        boolean isRestored() {
            return restoredBytes > 0;
        }
    }

    Machine(Identity identity, Config config, Instant listedFrom) {
        this.identity = identity;
        this.config = config;
        this.listed = config;
        this.listedFrom = listedFrom;
    }

    Identity identity() {
        return identity;
    }

    String uuid() {
        return identity.uuid();
    }

    /** Gives what it is made of, which the list may not show yet. */
    Config config() {
        return config;
    }

    void config(Config changed) {
        this.config = changed;
    }

    /** Gives what the list shows that it is made of. */
    Config listed() {
        return listed;
    }

    /** Lets the list show what it is made of now. */
    void publish() {
        listed = config;
    }

    /** Says whether the list shows it. */
    boolean isListed(Instant now) {
        return !now.isBefore(listedFrom);
    }

    /** Keeps it out of the list until a time. */
    void hideUntil(Instant time) {
        listedFrom = time;
    }

    String status() {
        return status;
    }

    void status(String changed) {
        this.status = changed;
    }

    boolean is(String other) {
        return status.equals(other);
    }

    Fate fate() {
        return fate;
    }

    void fate(Fate changed) {
        this.fate = changed;
    }

    /** Says whether it is so old that its ports cannot be changed in the present way. */
    boolean isLegacy() {
        return legacy;
    }

    void makeLegacy() {
        legacy = true;
    }

    @Nullable
    String ip() {
        return ip;
    }

    int port() {
        return port;
    }

    void address(@Nullable String newIp, int newPort) {
        this.ip = newIp;
        this.port = newPort;
    }

    @Nullable
    Instant readyAt() {
        return readyAt;
    }

    void ready(Instant time) {
        readyAt = readyAt == null ? time : readyAt;
    }

    @Nullable
    Instant restartedAt() {
        return restartedAt;
    }

    void restarted(Instant time) {
        restartedAt = time;
    }

    /** Drops what was to come next in favour of something else; gives the number of the new plan. */
    int plan(@Nullable Runnable action, boolean hold) {
        next = action;
        held = hold;
        return ++plan;
    }

    int plan() {
        return plan;
    }

    /** Gives what comes next in its life; null when nothing does. */
    @Nullable
    Runnable next() {
        return next;
    }

    /** Says whether what comes next waits for its fate to change, and not for the clock. */
    boolean isHeld() {
        return held;
    }
}
