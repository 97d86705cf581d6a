package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.files.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in which an API key may stand.
 *
 * @param current where a key is saved, and looked for first
 * @param legacy where older programs saved it; null if there is no such place
 */
public record ApiKeyFiles(Path current, @Nullable Path legacy) {

    /** A key and the file in which it stands. */
    record Found(Secret key, Path file) {}

    /** The files that the official command line uses. */
    public static ApiKeyFiles standard(Environment environment) {
        Path config = environment.absolutePath("XDG_CONFIG_HOME");
        Path folder = config == null ? environment.home().resolve(".config") : config;
        return new ApiKeyFiles(
                folder.resolve("vastai").resolve("vast_api_key"),
                environment.home().resolve(".vast_api_key"));
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
    public static void check(Secret key) {
        String flaw = flaw(key.reveal());
        if (flaw != null) {
            throw new IllegalArgumentException("Not a usable API key: " + flaw);
        }
    }

    /** Saves a key, and removes the legacy file once that is done. */
    public void save(Secret key) {
        check(key);
        try {
            SecretFiles.replace(current, key.reveal());
        } catch (IOException e) {
            throw new UncheckedIOException("The API key was not saved: " + e, e);
        }
        if (legacy != null) {
            delete(legacy);
        }
    }

    /** Looks into the files in turn. */
    public Optional<Secret> load() {
        return find().map(Found::key);
    }

    Optional<Found> find() {
        return paths().map(ApiKeyFiles::read).flatMap(Optional::stream).findFirst();
    }

    /** Deletes all files, and tells whether there was one. */
    public boolean delete() {
        return paths().map(ApiKeyFiles::delete).reduce(false, Boolean::logicalOr);
    }

    Stream<Path> paths() {
        return Stream.of(current, legacy).filter(Objects::nonNull);
    }

    private static Optional<Found> read(Path file) {
        String key;
        try {
            key = SecretFiles.readNoLink(file).strip();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the API key file: " + e.getMessage(), e);
        }
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String flaw = flaw(key);
        if (flaw != null) {
            throw new IllegalStateException("The file " + file + " holds no usable API key: " + flaw);
        }
        return Optional.of(new Found(Secret.of(key), file));
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the API key file: " + e, e);
        }
    }
}
