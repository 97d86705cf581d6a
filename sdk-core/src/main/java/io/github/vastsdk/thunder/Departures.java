package io.github.vastsdk.thunder;

import io.github.vastsdk.internal.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which instances are about to leave the list, and move the indexes behind them when they do: those that the service is
 * deleting, and those that this client asked it to delete a moment ago, for the list may not say so yet.
 */
final class Departures {
    /** A delete that did not show for so long was refused, or will not take effect in this very moment. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Timer timer;
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    Departures(Timer timer) {
        this.timer = timer;
    }

    /** Remembers that the service is asked to delete an instance. */
    void note(String uuid) {
        asked.values().removeIf(this::isPast);
        asked.put(key(uuid), timer.nanos());
    }

    /** Tells whether a row that is still listed is about to go. */
    boolean isLeaving(ThunderInstance row) {
        Long since = asked.get(key(row.uuid()));
        return row.status() == ThunderStatus.Known.DELETING || (since != null && !isPast(since));
    }

    private boolean isPast(long since) {
        return timer.nanos() - since >= REMEMBERED.toNanos();
    }

    private static String key(String uuid) {
        return uuid.toLowerCase(Locale.ROOT);
    }
}
