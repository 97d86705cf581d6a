package io.github.vastsdk;

import io.github.vastsdk.internal.files.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
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

    /**
     * Writes the text into a new file that its owner alone can access: mode 0600, in a folder that is created with 0700
     * if it is missing. The file appears in full or not at all, and nothing is ever overwritten. If it cannot be written,
     * this secret still holds the text.
     *
     * @param file where it goes
     * @throws UncheckedIOException if there is something at that name, even a symbolic link (the cause is a
     *     {@link FileAlreadyExistsException}), or if the file cannot be written
     */
    public void writeTo(Path file) {
        try (SecretFiles.Draft draft = SecretFiles.draft(file, text)) {
            draft.placeAs(file);
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("The secret was not written: there is something at " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret was not written: " + e, e);
        }
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
