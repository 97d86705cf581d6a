package io.github.vastsdk.internal.checks;

/** Checks of arguments that the service would refuse anyway, made before anything is sent. */
public final class Args {
    private Args() {}

    /** Refuses an id that cannot exist. */
    public static long id(long id, String name) {
        if (id <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + id);
        }
        return id;
    }

    /** Refuses a text that says nothing. */
    public static String notBlank(String text, String name) {
        if (text.isBlank()) {
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
}
