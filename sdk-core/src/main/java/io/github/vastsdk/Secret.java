package io.github.vastsdk;

import java.util.Objects;

/**
 * A text that must not end up in a log: an API key, a token, the value of an environment variable.
 *
 * <p>{@link #toString()} shows {@code ***} for every secret, so that string concatenation, loggers, debuggers and
 * notebooks cannot leak it; {@link #reveal()} is the one way to the text. Two secrets are equal when their texts are.
 */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * Wraps a text.
     *
     * @param text the text to protect; may be empty
     * @return the secret
     */
    public static Secret of(String text) {
        return new Secret(Objects.requireNonNull(text, "text"));
    }

    /**
     * Gives the protected text. Where it goes from here is the caller's responsibility.
     *
     * @return the text
     */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns {@code ***}, whatever the text is. */
    @Override
    public String toString() {
        return "***";
    }
}
