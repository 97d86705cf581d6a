package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFilesTest {
    private static final Secret KEY = Secret.of("0123456789abcdef");

    @TempDir
    Path home;

    private ApiKeyFiles files;
    private Path legacy;

    @BeforeEach
    void setUp() {
        files = ApiKeyFiles.standard(environment(Map.of()));
        legacy = home.resolve(".vast_api_key");
    }

    @Test
    void standard_whenVariableIsUnset_thenConfigFolderOfHome() {
        assertThat(files.current()).isEqualTo(home.resolve(".config/vastai/vast_api_key"));
        assertThat(files.legacy()).isEqualTo(legacy);
    }

    @Test
    void standard_whenVariableIsSet_thenThatFolderIfAbsolute() {
        Path config = home.resolve("elsewhere");

        assertThat(ApiKeyFiles.standard(environment(Map.of("XDG_CONFIG_HOME", config.toString())))
                        .current())
                .isEqualTo(config.resolve("vastai/vast_api_key"));
        assertThat(ApiKeyFiles.standard(environment(Map.of("XDG_CONFIG_HOME", "relative")))
                        .current())
                .isEqualTo(files.current());
        assertThat(ApiKeyFiles.standard(environment(Map.of("XDG_CONFIG_HOME", "")))
                        .current())
                .isEqualTo(files.current());
    }

    @Test
    void save_whenLegacyFileThere_thenRemovedAndNewOneFound() throws IOException {
        Files.writeString(legacy, "old");

        files.save(KEY);

        assertThat(files.current()).hasContent(KEY.reveal());
        assertThat(legacy).doesNotExist();
        assertThat(files.load()).contains(KEY);
    }

    @Test
    void save_whenItFails_thenLegacyFileStays() throws IOException {
        Files.writeString(legacy, "old");
        Files.writeString(home.resolve(".config"), "a file where the folder should be");

        assertThatThrownBy(() -> files.save(KEY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The API key was not saved: ");

        assertThat(legacy).hasContent("old");
    }

    @Test
    void save_whenLegacyCannotBeRemoved_thenSaysSo() throws IOException {
        Files.createDirectories(legacy.resolve("something"));

        assertThatThrownBy(() -> files.save(KEY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot delete the API key file");

        assertThat(files.current()).hasContent(KEY.reveal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "line\n", "\tkey", "nul\u0000", "del\u007f", "kéy", "电脑"})
    void save_whenKeyCannotBeRight_thenRefusedWithoutRepeatingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> files.save(Secret.of(key)))
                .withMessageStartingWith("Not a usable API key: it ")
                .satisfies(e -> assertThat(key.isBlank() || !e.getMessage().contains(key))
                        .isTrue());
        assertThat(files.current()).doesNotExist();
    }

    @Test
    void load_whenNothing_thenEmpty() {
        assertThat(files.load()).isEmpty();
    }

    @Test
    void load_whenOnlyLegacy_thenThatTrimmed() throws IOException {
        Files.writeString(legacy, "  " + KEY.reveal() + "\r\n");

        assertThat(files.load()).contains(KEY);
        assertThat(files.find()).hasValue(new Setting(KEY, "the file " + legacy));
    }

    @Test
    void load_whenNewFileIsBlank_thenLegacy() throws IOException {
        Files.createDirectories(files.current().getParent());
        Files.writeString(files.current(), " \n");
        assertThat(files.load()).isEmpty();

        Files.writeString(legacy, KEY.reveal());

        assertThat(files.load()).contains(KEY);
    }

    @Test
    void load_whenFileHoldsSomethingElse_thenRefusedWithoutRepeatingIt() throws IOException {
        Files.writeString(legacy, "api_key: abc");

        assertThatIllegalStateException()
                .isThrownBy(files::load)
                .withMessageContaining(legacy.toString())
                .withMessageContaining("white space")
                .withMessageNotContaining("abc");
    }

    @Test
    void load_whenSymbolicLink_thenRefused() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("elsewhere"), KEY.reveal());
        Files.createSymbolicLink(legacy, elsewhere);

        assertThatThrownBy(files::load)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(legacy + ": is a symbolic link, which is not followed");
    }

    @Test
    void delete_whenBothThere_thenBothGone() throws IOException {
        files.save(KEY);
        Files.writeString(legacy, "old");

        assertThat(files.delete()).isTrue();

        assertThat(files.current()).doesNotExist();
        assertThat(legacy).doesNotExist();
        assertThat(files.delete()).isFalse();
    }

    @Test
    void delete_whenLink_thenOnlyTheLinkGoes() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("elsewhere"), "theirs");
        Files.createSymbolicLink(legacy, elsewhere);

        assertThat(files.delete()).isTrue();

        assertThat(legacy).doesNotExist();
        assertThat(elsewhere).hasContent("theirs");
    }

    private Environment environment(Map<String, String> variables) {
        return new Environment(variables::get, home);
    }
}
