package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyStoreTest {
    private static final Secret KEY = Secret.of("0123456789abcdef");

    @TempDir
    Path folder;

    @Test
    void standard_whenOpened_thenTheCommandLinesFile() {
        assertThat(ApiKeyStore.standard().path()).isAbsolute().endsWithRaw(Path.of("vastai", "vast_api_key"));
    }

    @Test
    void at_whenSavedLoadedDeleted_thenEachDoesWhatItSays() throws IOException {
        ApiKeyStore store = ApiKeyStore.at(folder.resolve("deep/key"));
        assertThat(store.load()).isEmpty();
        assertThat(store.delete()).isFalse();

        store.save(Secret.of("old"));
        store.save(KEY);

        assertThat(store.load()).contains(KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(store.path().getParent())))
                .isEqualTo("rwx------");
        assertThat(store.delete()).isTrue();
        assertThat(store.load()).isEmpty();
    }

    @Test
    void toString_whenKeyIsSaved_thenShowsThePathOnly() {
        ApiKeyStore store = ApiKeyStore.at(folder.resolve("key"));
        store.save(KEY);

        assertThat(store).hasToString("ApiKeyStore[" + folder.resolve("key") + "]");
    }

    @Test
    void anything_whenNull_thenNullPointerException() {
        ApiKeyStore store = ApiKeyStore.at(folder.resolve("key"));

        assertThatNullPointerException().isThrownBy(() -> ApiKeyStore.at(null)).withMessage("file");
        assertThatNullPointerException().isThrownBy(() -> store.save(null)).withMessage("key");
    }
}
