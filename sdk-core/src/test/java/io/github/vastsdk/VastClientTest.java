package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.internal.Environment;
import io.github.vastsdk.internal.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a client finds its settings, and what it says about itself. */
class VastClientTest extends WireTest {
    private static final String FOUND = "fedcba9876543210-found";

    @TempDir
    private Path home;

    private VastClient.Builder in(Map<String, String> variables) {
        return VastClient.builder().environment(new Environment(variables::get, home));
    }

    private String authorization(VastClient found) throws InterruptedException {
        answer(200, "[]");
        found.sshKeys().list().execute();
        return request().getHeaders().get("Authorization");
    }

    @Test
    void build_whenTheEnvironmentHasKeyAndAddress_thenUsesThem() throws InterruptedException {
        Map<String, String> variables =
                Map.of("VAST_API_KEY", FOUND, "VAST_URL", server.url("/").toString());
        try (VastClient found = in(variables).build()) {
            assertThat(found.keySource()).isEqualTo("the environment variable VAST_API_KEY");
            assertThat(authorization(found)).isEqualTo("Bearer " + FOUND);
        }
    }

    @Test
    void build_whenBuilderAndEnvironmentDiffer_thenTheBuilderCounts() throws InterruptedException {
        Map<String, String> variables = Map.of("VAST_API_KEY", FOUND, "VAST_URL", "https://elsewhere.example");
        try (VastClient found = in(variables)
                .apiKey(Secret.of(API_KEY))
                .baseUrl(server.url("/").toString())
                .build()) {
            assertThat(found.keySource()).isEqualTo("the builder");
            assertThat(authorization(found)).isEqualTo("Bearer " + API_KEY);
        }
    }

    @Test
    void build_whenAFileHasTheKey_thenNamesTheFile() throws IOException, InterruptedException {
        Path file = home.resolve(".config/vastai/vast_api_key");
        Files.createDirectories(file.getParent());
        Files.writeString(file, FOUND + "\n");
        try (VastClient found = in(Map.of()).baseUrl(server.url("/").toString()).build()) {
            assertThat(found.keySource()).isEqualTo("the file " + file);
            assertThat(authorization(found)).isEqualTo("Bearer " + FOUND);
        }
    }

    @Test
    void build_whenThereIsNoKey_thenListsThePlaces() {
        assertThatIllegalStateException()
                .isThrownBy(() -> in(Map.of()).build())
                .withMessageContaining("VAST_API_KEY")
                .withMessageContaining("vast_api_key");
    }

    @Test
    void build_whenTheAddressOfTheEnvironmentIsWrong_thenNamesTheVariable() {
        assertThatIllegalStateException()
                .isThrownBy(() -> in(Map.of("VAST_API_KEY", FOUND, "VAST_URL", "nonsense"))
                        .build())
                .withMessageContaining("VAST_URL");
    }

    @Test
    void toString_whenShown_thenTellsAddressAndSourceAndNotTheKey() {
        assertThat(vast.toString())
                .contains("http://localhost:" + server.getPort(), "key from the builder")
                .doesNotContain(API_KEY);
    }

    @Test
    void resources_whenAskedForTwice_thenAreTheSame() {
        assertThat(vast.instances()).isSameAs(vast.instances());
        assertThat(vast.sshKeys()).isSameAs(vast.sshKeys());
    }

    @Test
    void close_whenChangingCallsWereNeverExecuted_thenReportsThemInOneLine() {
        try (LogCapture log = new LogCapture()) {
            for (int i = 0; i < 2; i++) {
                assertThat(vast.sshKeys().delete(7).retries(1).withReply()).isNotNull();
            }
            assertThat(vast.apiKeys().reset()).isNotNull();
            vast.close();
            vast.close();
            assertThat(log.own(Level.WARN))
                    .singleElement()
                    .asString()
                    .contains("DELETE /api/v0/ssh/{id}/=2", "PUT /api/v0/commands/reset_apikey/=1");
        }
    }

    @Test
    void close_whenOnlyReadsWereNeverExecuted_thenSaysNothing() {
        try (LogCapture log = new LogCapture()) {
            assertThat(vast.sshKeys().list()).isNotNull();
            assertThat(vast.instances().list().after("t")).isNotNull();
            assertThat(vast.call("GET", "/x/", null)).isNotNull();
            answer(200, "{\"success\": true}");
            assertThat(vast.sshKeys().delete(7).retries(0).execute().success()).isTrue();
            answer(500, "{}");
            assertThat(vast.sshKeys().delete(7).withReply().executeAsync())
                    .failsWithin(java.time.Duration.ofSeconds(5));
            vast.close();
            assertThat(log.own(Level.WARN)).isEmpty();
        }
    }

    @Test
    void close_whenThousandsOfCallsWereNeverExecuted_thenReportsAThousand() {
        try (LogCapture log = new LogCapture()) {
            for (int i = 0; i < 1_500; i++) {
                assertThat(vast.sshKeys().delete(7)).isNotNull();
            }
            vast.close();
            assertThat(log.own(Level.WARN)).singleElement().asString().contains("=1000}");
        }
    }
}
