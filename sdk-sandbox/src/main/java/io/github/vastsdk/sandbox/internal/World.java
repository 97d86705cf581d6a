package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every part of the service stands on.
 *
 * @param settings what was chosen
 * @param ids the source of ids
 * @param userId the id of the one account
 */
record World(Settings settings, Ids ids, long userId) {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    static World of(Settings settings) {
        Ids ids = new Ids(settings.seed());
        return new World(settings, ids, ids.id());
    }

    /** Gives a source of ids for one area: what it draws does not change what others draw. */
    Ids ids(String area) {
        return new Ids(settings.seed() ^ area.hashCode() * MIX);
    }

    Instant now() {
        return settings.clock().instant();
    }

    /** Gives a time as most of the service writes it: seconds with a fraction. */
    static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    /** Gives a time as some of the service writes it: ISO 8601. */
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
