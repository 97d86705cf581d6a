package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThunderAccessTest {
    private static final URI STANDARD = URI.create("https://api.thundercompute.com:8443");
    private static final Secret GIVEN = Secret.of("given");

    /** How addresses end, and what is left of that. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("/", ""),
            Map.entry("///", ""),
            Map.entry("/v1", ""),
            Map.entry("/v1/", ""),
            Map.entry("/v2//", ""),
            Map.entry("//v2", ""),
            Map.entry("/proxy", "/proxy"),
            Map.entry("/proxy/", "/proxy"),
            Map.entry("/proxy/v1", "/proxy"),
            Map.entry("/proxy//v2/", "/proxy"),
            Map.entry("/v1/v1", "/v1"),
            Map.entry("/v2//v1//", "/v2"),
            Map.entry("/v1/proxy", "/v1/proxy"),
            Map.entry("/v3", "/v3"),
            Map.entry("/v10", "/v10"),
            Map.entry("/v12/", "/v12"),
            Map.entry("/v", "/v"),
            Map.entry("/av1", "/av1"),
            Map.entry("/V1", "/V1"),
            Map.entry("/a%20b/v1", "/a%20b"),
            Map.entry("/%761", "/%761"));

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();
    private Path file;

    @BeforeEach
    void setUp() throws IOException {
        file = Files.createDirectory(home.resolve(".thunder")).resolve("cli_config.json");
    }

    @Test
    void resolve_whenTokenIsEverywhere_thenInOrder() throws IOException {
        write(
                """
                {"token": " fromFile\\n", "refresh_token": "other", "expires_at": "0001-01-01T00:00:00Z"}""");
        assertResolved("fromFile", "the member token of the file " + file);

        variables.put("TNR_API_TOKEN", " fromVariable\n");
        assertResolved("fromVariable", "the environment variable TNR_API_TOKEN");

        assertThat(resolve(GIVEN, null)).isEqualTo(new Access(STANDARD, GIVEN, "the builder"));
    }

    @Test
    void resolve_whenAddressIsEverywhere_thenInOrder() throws IOException {
        assertThat(base(null)).isEqualTo(STANDARD);

        write("""
                {"api_url": " https://file.example/ ", "token": "fromFile"}""");
        assertThat(base(null)).isEqualTo(URI.create("https://file.example"));

        variables.put("TNR_API_URL", " https://variable.example/v2\n");
        assertThat(base(null)).isEqualTo(URI.create("https://variable.example"));

        assertThat(base("https://given.example/v1")).isEqualTo(URI.create("https://given.example"));
    }

    @Test
    void resolve_whenTokenAndAddressStandInDifferentPlaces_thenBothCount() throws IOException {
        write("""
                {"api_url": "https://file.example"}""");
        variables.put("TNR_API_TOKEN", "fromVariable");

        assertThat(resolve(null, null))
                .isEqualTo(new Access(
                        URI.create("https://file.example"),
                        Secret.of("fromVariable"),
                        "the environment variable TNR_API_TOKEN"));
    }

    @Test
    void resolve_whenVariablesAreBlank_thenLooksFurther() throws IOException {
        write("""
                {"api_url": "https://file.example", "token": "fromFile"}""");
        variables.put("TNR_API_TOKEN", " ");
        variables.put("TNR_API_URL", "\t");

        assertThat(resolve(null, null))
                .isEqualTo(new Access(
                        URI.create("https://file.example"),
                        Secret.of("fromFile"),
                        "the member token of the file " + file));
    }

    @Test
    void resolve_whenNowhere_thenListsThePlacesInOrder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(null, null))
                .withMessage("No API token. Looked, in this order, at: the builder, the environment variable"
                        + " TNR_API_TOKEN, the member token of the file " + file);
    }

    @Test
    void resolve_whenHomeIsSet_thenThatFolderInsteadOfTheUsersOwn() throws IOException {
        write("""
                {"token": "usersOwn"}""");
        Path other = Files.createDirectory(home.resolve("other"));
        variables.put("TNR_HOME", other + " ");
        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(null, null))
                .withMessageEndingWith("of the file " + other.resolve("cli_config.json"));

        Files.writeString(other.resolve("cli_config.json"), """
                {"token": "others"}""");

        assertResolved("others", "the member token of the file " + other.resolve("cli_config.json"));
    }

    @Test
    void resolve_whenOnlyVastIsConfigured_thenNothingOfItCounts() throws IOException {
        Files.writeString(home.resolve(".vast_api_key"), "vast");
        variables.put("VAST_API_KEY", "vast");
        variables.put("VAST_URL", "https://vast.example");

        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(null, null))
                .withMessageStartingWith("No API token.");
        assertThat(base(null)).isEqualTo(STANDARD);
    }

    @ParameterizedTest
    @CsvSource({
        "two words, it contains white space or a control character",
        "'a\r\nHost: b', it contains white space or a control character",
        "'nul\u0000', it contains white space or a control character",
        "tökén, it contains a character that is not ASCII"
    })
    void resolve_whenTokenCannotBeRight_thenSaysWhereWithoutRepeatingIt(String token, String flaw) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolve(Secret.of(token), null))
                .withMessage("Not a usable API token: " + flaw)
                .withNoCause();

        variables.put("TNR_API_TOKEN", token);
        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(null, null))
                .withMessage("No usable API token in the environment variable TNR_API_TOKEN: " + flaw)
                .withNoCause();

        variables.clear();
        write(Json.text(Map.of("token", token)));
        assertThatIllegalStateException()
                .isThrownBy(() -> resolve(null, null))
                .withMessage("No usable API token in the member token of the file " + file + ": " + flaw)
                .withNoCause();
    }

    @Test
    void resolve_whenAddressIsUnacceptable_thenSaysWhereWithoutRepeatingIt() throws IOException {
        String reason = "The base URL must not contain a user name or password";
        String address = "https://user:word@host.example/v1";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base(address))
                .withMessage(reason)
                .withNoCause();

        write("{\"api_url\": \"" + address + "\"}");
        assertThatIllegalStateException()
                .isThrownBy(() -> base(null))
                .withMessage("The member api_url of the file " + file + ": " + reason);

        variables.put("TNR_API_URL", address);
        assertThatIllegalStateException()
                .isThrownBy(() -> base(null))
                .withMessage("The environment variable TNR_API_URL: " + reason);
    }

    @Test
    void resolve_whenPlainHttp_thenForThisComputerOrIfAllowed() throws IOException {
        assertThat(base("http://127.0.0.1:8443/v1")).isEqualTo(URI.create("http://127.0.0.1:8443"));
        for (String place : List.of("builder", "file", "variable")) {
            variables.clear();
            String address = "http://" + place + ".example/v1";
            String explicit = place.equals("builder") ? address : null;
            write("{\"api_url\": \"" + address + "\"}");
            if (place.equals("variable")) {
                variables.put("TNR_API_URL", address);
            }

            assertThat(catchThrowable(() -> base(explicit)))
                    .as(place)
                    .hasMessageContaining("must start with https://")
                    .hasMessageNotContaining(address);
            assertThat(ThunderAccess.resolve(GIVEN, explicit, true, environment())
                            .base())
                    .isEqualTo(URI.create("http://" + place + ".example"));
        }
    }

    @Test
    void resolve_whenAddressEndsSomehow_thenSlashesAndOneVersionAreCutOff() throws IOException {
        for (String root : List.of("https://host.example", "https://v1", "https://v2:8443", "http://[::1]:1")) {
            for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
                String address = root + ending.getKey();
                URI expected = URI.create(root + ending.getValue());
                variables.clear();
                assertThat(base(address)).as("%s given", address).isEqualTo(expected);

                write("{\"api_url\": \"" + address + "\"}");
                assertThat(base(null)).as("%s in the file", address).isEqualTo(expected);

                variables.put("TNR_API_URL", address);
                Files.delete(file);
                assertThat(base(null)).as("%s in the variable", address).isEqualTo(expected);
            }
        }
    }

    @Test
    void toString_whenResolved_thenHidesTheToken() {
        assertThat(resolve(GIVEN, null))
                .hasToString("Access[base=https://api.thundercompute.com:8443, key=***, source=the builder]");
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
    }

    private void assertResolved(String token, String source) {
        assertThat(resolve(null, null)).isEqualTo(new Access(STANDARD, Secret.of(token), source));
    }

    private URI base(@Nullable String given) {
        return resolve(GIVEN, given).base();
    }

    private Access resolve(@Nullable Secret token, @Nullable String baseUrl) {
        return ThunderAccess.resolve(token, baseUrl, false, environment());
    }

    private Environment environment() {
        return new Environment(variables::get, home);
    }
}
