package io.github.vastsdk.internal;

import io.github.vastsdk.SharedPace;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link Lane} for each operation of a client. A client has one API key, so a lane is one budget. */
public final class Pacer {
    private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Timer timer;
    private final String identity;
    private final boolean proactive;
    private final @Nullable SharedPace shared;

    /**
     * @param identity names the API key in shared schedules, without giving it away
     * @param proactive whether documented intervals hold from the first call on
     * @param shared the schedule shared with others, null if there is none
     */
    public Pacer(Timer timer, String identity, boolean proactive, @Nullable SharedPace shared) {
        this.timer = timer;
        this.identity = identity;
        this.proactive = proactive;
        this.shared = shared;
    }

    /** Returns the lane of an operation. */
    Lane lane(Operation<?> operation) {
        return lanes.computeIfAbsent(
                operation.name(),
                name -> new Lane(identity + " " + name, timer, shared, operation.interval(), proactive));
    }
}
