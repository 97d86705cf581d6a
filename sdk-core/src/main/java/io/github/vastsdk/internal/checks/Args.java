package io.github.vastsdk.internal.checks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks of arguments that the service would refuse anyway, made before anything is sent. */
public final class Args {
    private static final Pattern VOLUME_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Args() {}

    /** Refuses an id that cannot exist. */
    public static long id(long id, String name) {
        if (id <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + id);
        }
        return id;
    }

    /** Refuses a number of things, or a size, that is not positive. */
    public static int positive(int number, String name) {
        if (number <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + number);
        }
        return number;
    }

    /** Refuses an empty collection of ids, and ids that cannot exist. */
    public static List<Long> ids(Collection<Long> ids, String name) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        ids.forEach(id -> id(id, name));
        return List.copyOf(ids);
    }

    /** Refuses a text that says nothing. */
    public static String notBlank(String text, String name) {
        if (Objects.requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }

    /** Refuses a text that is too long. */
    public static String atMost(int length, String text, String name) {
        if (text.length() > length) {
            throw new IllegalArgumentException(
                    name + " must have at most " + length + " characters, not " + text.length());
        }
        return text;
    }

    /** Refuses a name that the service does not take for a volume. */
    public static String volumeName(String name) {
        if (!VOLUME_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a volume has 1 to 64 letters A to Z, digits and underscores: \"" + name + "\"");
        }
        return name;
    }

    /** Refuses a duration that is not positive, or that no clock can count in nanoseconds. */
    public static Duration positive(Duration length, String name) {
        if (length.isZero() || length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be positive, and at most 100 years: " + length);
        }
        return length;
    }
}
