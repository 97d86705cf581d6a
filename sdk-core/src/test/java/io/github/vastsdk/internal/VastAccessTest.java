package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vastsdk.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VastAccessTest {
    private static final URI STANDARD = URI.create("https://console.vast.ai");
    private static final Secret KEY = Secret.of("given");

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void resolve_whenEverythingIsThere_thenInOrder() throws IOException {
        Path legacy = Files.writeString(home.resolve(".vast_api_key"), "fromLegacy\n");
        assertResolved("fromLegacy", "the file " + legacy);

        Path current = ApiKeyFiles.standard(environment()).current();
        Files.createDirectories(current.getParent());
        Files.writeString(current, "fromFile");
        assertResolved("fromFile", "the file " + current);

        variables.put("VAST_API_KEY", " fromVariable\n");
        assertResolved("fromVariable", "the environment variable VAST_API_KEY");

        Secret given = Secret.of("given");
        assertThat(resolve(given)).isEqualTo(new Access(STANDARD, given, "the builder"));
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
                .isThrownBy(() -> resolve(null))
                .withMessage(
                        "No API key. Looked, in this order, at: the builder, the environment variable VAST_API_KEY,"
                                + " the files " + home.resolve(".config/vastai/vast_api_key") + " and "
                                + home.resolve(".vast_api_key"));
    }

    @Test
    void resolve_whenKeyCannotBeRight_thenRefusedWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolve(Secret.of("two words")))
                .withMessage("Not a usable API key: it contains white space or a control character");
        variables.put("VAST_API_KEY", "kéy");
        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(null))
                .withMessage("No usable API key in the environment variable VAST_API_KEY:"
                        + " it contains a character that is not ASCII");
    }

    @Test
    void resolve_whenFileHoldsSomethingElse_thenNamesIt() throws IOException {
        Path legacy = Files.writeString(home.resolve(".vast_api_key"), "two words");

        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(null))
                .withMessage("The file " + legacy
                        + " holds no usable API key: it contains white space or a control character");
    }

    @Test
    void resolve_whenAddressIsGivenOrInTheVariable_thenInOrder() {
        variables.put("VAST_URL", " https://variable.example/v1/ ");

        assertThat(base(KEY, "https://given.example/v1")).isEqualTo(URI.create("https://given.example/v1"));
        assertThat(base(KEY, null)).isEqualTo(URI.create("https://variable.example/v1"));

        variables.put("VAST_URL", " ");
        assertThat(base(KEY, null)).isEqualTo(STANDARD);
    }

    @Test
    void resolve_whenAddressOfTheVariableIsUnacceptable_thenNamesIt() {
        variables.put("VAST_URL", "http://variable.example");

        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(KEY))
                .withMessage(
                        "The environment variable VAST_URL: The base URL must start with https://, because an API key"
                                + " would be readable on the way; plain http is for this computer only, unless it is"
                                + " allowed expressly");
        assertThat(VastAccess.resolve(KEY, null, true, environment()).base())
                .isEqualTo(URI.create("http://variable.example"));
    }

    @Test
    void resolve_whenKeyAndAddressAreBothWrong_thenTheKeyIsNamedFirst() {
        assertThatIllegalStateException()
                .isThrownBy(() -> base(null, "ftp://given.example"))
                .withMessageStartingWith("No API key.");
    }

    @Test
    void resolve_whenOnlyThunderIsConfigured_thenNothingOfItCounts() {
        variables.put("TNR_API_TOKEN", "thunder");
        variables.put("TNR_API_URL", "https://thunder.example");

        assertThatIllegalStateException().isThrownBy(() -> resolve(null)).withMessageStartingWith("No API key.");
        assertThat(base(KEY, null)).isEqualTo(STANDARD);
    }

    @Test
    void toString_whenResolved_thenHidesTheKey() {
        assertThat(resolve(Secret.of("given")))
                .hasToString("Access[base=https://console.vast.ai, key=***, source=the builder]");
    }

    private Access resolve(@Nullable Secret key) {
        return VastAccess.resolve(key, null, false, environment());
    }

    private URI base(@Nullable Secret key, @Nullable String baseUrl) {
        return VastAccess.resolve(key, baseUrl, false, environment()).base();
    }

    private void assertResolved(String key, String source) {
        assertThat(resolve(null)).isEqualTo(new Access(STANDARD, Secret.of(key), source));
    }

    private Environment environment() {
        return new Environment(variables::get, home);
    }
}
