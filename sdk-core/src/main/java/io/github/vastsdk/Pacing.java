package io.github.vastsdk;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a client keeps the distance that the service demands between calls to one endpoint with one API key.
 *
 * <p>A service announces that distance in a 429 answer at the earliest. A call that is held back waits without
 * blocking a thread, in the order of arrival; the wait counts against {@link Call#deadline}, not against
 * {@link Call#timeout}.
 */
public final class Pacing {
    private static final Pacing ADAPTIVE = new Pacing(Mode.ADAPTIVE, null);
    private static final Pacing PROACTIVE = new Pacing(Mode.PROACTIVE, null);
    private static final Pacing OFF = new Pacing(Mode.OFF, null);

    /** What a client does before it has seen a 429. */
    enum Mode {
        ADAPTIVE,
        PROACTIVE,
        OFF
    }

    private final Mode mode;
    private final @Nullable SharedPace shared;

    private Pacing(Mode mode, @Nullable SharedPace shared) {
        this.mode = mode;
        this.shared = shared;
    }

    /**
     * Learns from the first 429 of each endpoint, and corrects what it learned by what happens afterwards. The default.
     *
     * @return the pacing
     */
    public static Pacing adaptive() {
        return ADAPTIVE;
    }

    /**
     * Keeps the documented intervals from the first call on, and learns where none is documented.
     *
     * @return the pacing
     */
    public static Pacing proactive() {
        return PROACTIVE;
    }

    /**
     * Sends every call at once. A 429 is then met by retries alone.
     *
     * @return the pacing
     */
    public static Pacing off() {
        return OFF;
    }

    /**
     * Learns as {@link #adaptive()} does and takes each paced moment from a schedule that others share.
     *
     * @param schedule the shared schedule
     * @return the pacing
     */
    public static Pacing shared(SharedPace schedule) {
        return new Pacing(Mode.ADAPTIVE, Objects.requireNonNull(schedule, "schedule"));
    }

    Mode mode() {
        return mode;
    }

    @Nullable
    SharedPace shared() {
        return shared;
    }

    @Override
    public String toString() {
        return "Pacing[" + (shared != null ? "shared" : mode.name().toLowerCase(Locale.ROOT)) + "]";
    }
}
