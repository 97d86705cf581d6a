package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of whoever made the working folder, such as the author of a repository, decide nothing. */
class ThunderWorkingFolderTest {
    private static final String CONFIG =
            """
            {"token": "planted", "api_url": "https://planted.example"}
            """;

    @TempDir
    Path home;

    @TempDir
    Path working;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void setUp() throws IOException {
        plant(working);
        variables.putAll(Map.of("HOME", home.toString(), "TNR_HOME", "", "TNR_API_TOKEN", "", "TNR_API_URL", ""));
    }

    @Test
    void resolve_whenFilesAreInTheWorkingFolder_thenNotRead() throws IOException, InterruptedException {
        assertThat(outcome())
                .isEqualTo("No API token. Looked, in this order, at: the builder, the environment variable"
                        + " TNR_API_TOKEN, the member token of the file " + home.resolve(".thunder/cli_config.json"));

        variables.put("TNR_API_TOKEN", "mine");
        assertThat(outcome()).isEqualTo("https://api.thundercompute.com:8443 the environment variable TNR_API_TOKEN");
    }

    @Test
    void resolve_whenHomeVariableLeadsThere_thenOnlyIfAbsolute() throws IOException, InterruptedException {
        variables.put("TNR_HOME", ".");
        assertThat(outcome()).isEqualTo("The environment variable TNR_HOME is not an absolute path");

        // The same files at a place of the user's own are found.
        variables.put("TNR_HOME", working.toString());
        assertThat(outcome())
                .isEqualTo(
                        "https://planted.example the member token of the file " + working.resolve("cli_config.json"));
    }

    private String outcome() throws IOException, InterruptedException {
        return ChildJvm.run(ThunderAccessProgram.class, List.of(), variables, working)
                .strip();
    }

    private static void plant(Path folder) throws IOException {
        Files.createDirectory(folder.resolve(".thunder"));
        for (String name : List.of(".thunder.json", "cli_config.json", ".thunder/cli_config.json")) {
            Files.writeString(folder.resolve(name), CONFIG);
        }
    }
}
