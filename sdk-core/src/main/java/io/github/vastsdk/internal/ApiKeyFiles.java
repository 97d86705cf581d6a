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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in which an API key may stand.
 *
 * @param current where a key is saved, and looked for first
 * @param legacy where older programs saved it; null if there is no such place
 */
public record ApiKeyFiles(Path current, @Nullable Path legacy) implements Source {
    static final String KIND = "API key";

    /** The files that the official command line uses. */
    public static ApiKeyFiles standard(Environment environment) {
        Path config = environment.absolutePath("XDG_CONFIG_HOME");
        Path folder = config == null ? environment.home().resolve(".config") : config;
        return new ApiKeyFiles(
                folder.resolve("vastai").resolve("vast_api_key"),
                environment.home().resolve(".vast_api_key"));
    }

    /** Saves a key, and removes the legacy file once that is done. */
    public void save(Secret key) {
        Credentials.check(KIND, key);
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
        return find().map(Setting::text);
    }

    @Override
    public String places() {
        return "the files " + paths().map(Path::toString).collect(Collectors.joining(" and "));
    }

    @Override
    public Optional<Setting> find() {
        return paths().map(ApiKeyFiles::read).flatMap(Optional::stream).findFirst();
    }

    /** Deletes all files, and tells whether there was one. */
    public boolean delete() {
        return paths().map(ApiKeyFiles::delete).reduce(false, Boolean::logicalOr);
    }

    private Stream<Path> paths() {
        return Stream.of(current, legacy).filter(Objects::nonNull);
    }

    private static Optional<Setting> read(Path file) {
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
        String flaw = Credentials.flaw(key);
        if (flaw != null) {
            throw new IllegalStateException("The file " + file + " holds no usable API key: " + flaw);
        }
        return Optional.of(new Setting(Secret.of(key), "the file " + file));
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the API key file: " + e, e);
        }
    }
}
