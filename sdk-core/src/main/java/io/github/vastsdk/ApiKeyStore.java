package io.github.vastsdk;

import io.github.vastsdk.internal.ApiKeyFiles;
import io.github.vastsdk.internal.Environment;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps an API key in a file between runs, where the official command line ({@code vastai set api-key}) keeps it, too.
 *
 * <p>The file is accessible to its owner alone: mode 0600 in a folder that is created with 0700 if it is missing (an
 * access control list does the same where there are no such modes). It is replaced in one step, so that it always holds
 * either the old key or the new one. A symbolic link is not followed: reading refuses it, saving replaces it.
 *
 * <pre>{@code
 * ApiKeyStore.standard().save(Secret.of(key));
 * }</pre>
 */
public final class ApiKeyStore {
    private final ApiKeyFiles files;

    private ApiKeyStore(ApiKeyFiles files) {
        this.files = files;
    }

    /**
     * Opens the store at the usual place: {@code $XDG_CONFIG_HOME/vastai/vast_api_key}, which is
     * {@code ~/.config/vastai/vast_api_key} unless the variable names another absolute folder; a key at the former
     * place {@code ~/.vast_api_key} is found as well.
     *
     * @return the store
     */
    public static ApiKeyStore standard() {
        return new ApiKeyStore(ApiKeyFiles.standard(Environment.system()));
    }

    /**
     * Opens a store at a place of one's own.
     *
     * @param file the file, which need not exist
     * @return the store
     */
    public static ApiKeyStore at(Path file) {
        return new ApiKeyStore(new ApiKeyFiles(Objects.requireNonNull(file, "file"), null));
    }

    /**
     * Tells the file in which {@link #save(Secret)} puts the key.
     *
     * @return the file, which need not exist
     */
    public Path path() {
        return files.current();
    }

    /**
     * Saves a key in place of the present one. A file at the former place is removed when the key is safely saved.
     *
     * @param key the API key
     * @throws IllegalArgumentException if the key is blank or contains white space, a control character or a character
     *     that is not ASCII
     * @throws UncheckedIOException if the file cannot be written, and then the present key is still there; or if the
     *     file at the former place cannot be removed
     */
    public void save(Secret key) {
        files.save(Objects.requireNonNull(key, "key"));
    }

    /**
     * Loads the key, from the usual place or else from the former one. White space around it is dropped.
     *
     * @return the key, or empty if there is no file, or nothing in it
     * @throws IllegalStateException if a file holds something that cannot be a key
     * @throws UncheckedIOException if a file cannot be read, is larger than 16 KB, or is a symbolic link
     */
    public Optional<Secret> load() {
        return files.load();
    }

    /**
     * Deletes the key, at the usual place and at the former one.
     *
     * @return whether there was a file to delete
     * @throws UncheckedIOException if a file cannot be deleted
     */
    public boolean delete() {
        return files.delete();
    }

    /** Returns the path of the file, never the key. */
    @Override
    public String toString() {
        return "ApiKeyStore[" + path() + "]";
    }
}
