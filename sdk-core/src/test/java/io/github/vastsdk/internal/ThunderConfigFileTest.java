package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vastsdk.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThunderConfigFileTest {
    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void setUp() throws IOException {
        file = Files.createDirectory(home.resolve(".thunder")).resolve("cli_config.json");
    }

    @Test
    void find_whenNoFileOrFolder_thenEmpty() throws IOException {
        assertThat(token().find()).isEmpty();
        Files.delete(file.getParent());
        assertThat(token().find()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\": null}", "{\"token\": \"\"}", "{\"token\": \" \\n\"}"})
    void find_whenMemberIsAbsentNullOrBlank_thenEmpty(String content) throws IOException {
        Files.writeString(file, content);

        assertThat(token().find()).isEmpty();
    }

    @Test
    void find_whenFileChangesAfterwards_thenReadOnce() throws IOException {
        Files.writeString(file, "{\"token\": \"a\", \"api_url\": \"b\"}");
        ThunderConfigFile config = config(Map.of());
        assertThat(config.member("token").find()).hasValue(new Setting(Secret.of("a"), token().places()));

        Files.writeString(file, "changed");

        assertThat(config.member("api_url").find()).map(Setting::text).hasValue(Secret.of("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "s3cret",
                "\"s3cret\"",
                "[\"s3cret\"]",
                "null",
                "{\"token\": \"s3cret",
                "{\"token\": s3cret}",
                "{\"token\": \"s3cret\"} {}",
                "{\"token\": \"s3cret\"} s3cret",
                "{\"token\": \"s3cret\\q\"}"
            })
    void find_whenFileIsNoJsonObject_thenNamesItWithoutItsContent(String content) throws IOException {
        Files.writeString(file, content);

        assertThatIllegalStateException()
                .isThrownBy(() -> token().find())
                .withMessage("The file " + file + " does not hold a JSON object")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7133", "true", "[\"7133\"]", "{\"value\": \"7133\"}"})
    void find_whenMemberIsNoText_thenNamesItWithoutItsContent(String value) throws IOException {
        Files.writeString(file, "{\"api_url\": \"b\", \"token\": " + value + "}");
        ThunderConfigFile config = config(Map.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> config.member("token").find())
                .withMessage("The member token of the file " + file + " is not a text")
                .withNoCause();
        assertThat(config.member("api_url").find()).isPresent();
    }

    @Test
    void find_whenSymbolicLink_thenRefused() throws IOException {
        Path elsewhere = Files.writeString(home.resolve("elsewhere"), "{\"token\": \"s3cret\"}");
        Files.createSymbolicLink(file, elsewhere);

        assertRefused("is a symbolic link, which is not followed");
    }

    @Test
    void find_whenFolder_thenRefused() throws IOException {
        Files.createDirectory(file);

        assertRefused("is not a regular file");
    }

    @Test
    void find_whenTooLarge_thenRefused() throws IOException {
        Files.writeString(file, "{\"token\": \"s3cret\"}" + " ".repeat(16 * 1024));

        assertRefused("is larger than 16384 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "thunder", "../thunder", "~/.thunder", "nul\u0000"})
    void find_whenHomeVariableIsNoAbsolutePath_thenRefusedWithoutLookingElsewhere(String value) throws IOException {
        Files.writeString(file, "{\"token\": \"usersOwn\"}");
        Source token = config(Map.of("TNR_HOME", value)).member("token");

        assertThatIllegalStateException()
                .isThrownBy(token::find)
                .withMessage("The environment variable TNR_HOME is not an absolute path")
                .withNoCause();
    }

    @Test
    void find_whenHomeVariableIsBlank_thenTheUsersOwnFile() throws IOException {
        Files.writeString(file, "{\"token\": \"usersOwn\"}");

        assertThat(config(Map.of("TNR_HOME", " ")).member("token").find())
                .hasValue(new Setting(Secret.of("usersOwn"), "the member token of the file " + file));
    }

    @Test
    void find_whenThereIsNoHomeFolder_thenEmpty() throws IOException {
        Path working = Path.of("").toAbsolutePath();
        Files.writeString(file, "{\"token\": \"s3cret\"}");
        // The same folder, said in relation to the working folder.
        Environment relative = new Environment(Map.<String, String>of()::get, working.relativize(home));

        assertThat(new ThunderConfigFile(relative).member("token").find()).isEmpty();
    }

    @Test
    void resolve_whenFileIsNotNeeded_thenNeverReadNorLocated() throws IOException {
        Files.writeString(file, "no JSON");
        Secret given = Secret.of("given");
        Map<String, String> variables = Map.of(
                "TNR_HOME", "relative", "TNR_API_TOKEN", "fromVariable", "TNR_API_URL", "https://variable.example");

        for (Map<String, String> each : List.of(Map.<String, String>of(), variables)) {
            assertThat(ThunderAccess.resolve(given, "https://given.example", false, new Environment(each::get, home))
                            .key())
                    .isEqualTo(given);
        }
        assertThat(ThunderAccess.resolve(null, null, false, new Environment(variables::get, home))
                        .key())
                .isEqualTo(Secret.of("fromVariable"));
    }

    @Test
    void resolve_whenOnlyTheAddressIsMissing_thenFileIsNeeded() throws IOException {
        Files.writeString(file, "no JSON");

        assertThatIllegalStateException()
                .isThrownBy(() -> ThunderAccess.resolve(
                        Secret.of("given"), null, false, new Environment(Map.<String, String>of()::get, home)))
                .withMessageContaining(file.toString());
    }

    private void assertRefused(String reason) {
        assertThatIllegalStateException()
                .isThrownBy(() -> token().find())
                .withMessageStartingWith("Cannot read the configuration file: ")
                .withMessageEndingWith(file + ": " + reason);
    }

    private Source token() {
        return config(Map.of()).member("token");
    }

    private ThunderConfigFile config(Map<String, String> variables) {
        return new ThunderConfigFile(new Environment(variables::get, home));
    }
}
