package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vastsdk.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void resolve_whenEverythingIsThere_thenInOrder() throws IOException {
        Environment environment = environment();
        Path legacy = Files.writeString(home.resolve(".vast_api_key"), "fromLegacy\n");
        assertResolved("fromLegacy", "the file " + legacy);

        Path current = ApiKeyFiles.standard(environment).current();
        Files.createDirectories(current.getParent());
        Files.writeString(current, "fromFile");
        assertResolved("fromFile", "the file " + current);

        variables.put("VAST_API_KEY", " fromVariable\n");
        assertResolved("fromVariable", "the environment variable VAST_API_KEY");

        Secret given = Secret.of("given");
        assertThat(Credentials.resolve(given, environment)).isEqualTo(new Credentials(given, "the builder"));
    }

    @Test
    void resolve_whenVariableIsBlank_thenLooksFurther() throws IOException {
        variables.put("VAST_API_KEY", " ");
        Path legacy = Files.writeString(home.resolve(".vast_api_key"), "fromLegacy");

        assertResolved("fromLegacy", "the file " + legacy);
    }

    @Test
    void resolve_whenNowhere_thenListsThePlacesInOrder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Credentials.resolve(null, environment()))
                .withMessage(
                        "No API key. Looked, in this order, at: the builder, the environment variable VAST_API_KEY,"
                                + " the files " + home.resolve(".config/vastai/vast_api_key") + " and "
                                + home.resolve(".vast_api_key"));
    }

    @Test
    void resolve_whenKeyCannotBeRight_thenRefusedWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.resolve(Secret.of("two words"), environment()))
                .withMessage("Not a usable API key: it contains white space or a control character");
        variables.put("VAST_API_KEY", "kéy");
        assertThatIllegalStateException()
                .isThrownBy(() -> Credentials.resolve(null, environment()))
                .withMessage("No usable API key in the environment variable VAST_API_KEY:"
                        + " it contains a character that is not ASCII");
    }

    @Test
    void toString_whenResolved_thenHidesTheKey() {
        assertThat(Credentials.resolve(Secret.of("given"), environment()))
                .hasToString("Credentials[apiKey=***, source=the builder]");
    }

    private void assertResolved(String key, String source) {
        assertThat(Credentials.resolve(null, environment())).isEqualTo(new Credentials(Secret.of(key), source));
    }

    private Environment environment() {
        return new Environment(variables::get, home);
    }
}
