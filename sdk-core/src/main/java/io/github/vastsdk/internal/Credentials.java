package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the key with which to call a service, and refuses one that cannot be right. */
final class Credentials {
    private static final String BUILDER = "the builder";

    private Credentials() {}

    /**
     * Takes the first key that there is: the given one, the first source's, and so on.
     *
     * @param kind what the service calls its keys
     * @throws IllegalArgumentException if the given key cannot be right
     * @throws IllegalStateException if there is no key, or the first one found cannot be right
     */
    static Setting resolve(String kind, @Nullable Secret explicit, List<Source> sources) {
        if (explicit != null) {
            check(kind, explicit);
            return new Setting(explicit, BUILDER);
        }
        Setting found = Source.first(sources).orElseThrow(() -> missing(kind, sources));
        String flaw = flaw(found.text().reveal());
        if (flaw != null) {
            throw new IllegalStateException("No usable " + kind + " in " + found.source() + ": " + flaw);
        }
        return found;
    }

    /** Says what is wrong with a key, or null: a key is sent in a header, so it must be visible ASCII. */
    static @Nullable String flaw(String key) {
        if (key.isBlank()) {
            return "it is empty";
        }
        if (key.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            return "it contains white space or a control character";
        }
        return key.chars().allMatch(c -> c < 0x7f) ? null : "it contains a character that is not ASCII";
    }

    /** Refuses a key that cannot be right. */
    static void check(String kind, Secret key) {
        String flaw = flaw(key.reveal());
        if (flaw != null) {
            throw new IllegalArgumentException("Not a usable " + kind + ": " + flaw);
        }
    }

    private static IllegalStateException missing(String kind, List<Source> sources) {
        return new IllegalStateException("No " + kind + ". Looked, in this order, at: "
                + Stream.concat(Stream.of(BUILDER), sources.stream().map(Source::places))
                        .collect(Collectors.joining(", ")));
    }
}
