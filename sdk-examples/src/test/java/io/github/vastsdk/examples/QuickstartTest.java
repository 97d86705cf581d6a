package io.github.vastsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.VastSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void run_onTheSandbox_printsWhatTheReadmeShows() throws IOException {
        assertThat(Quickstart.run(out)).isTrue();

        assertThat(steady(output())).isEqualTo(steady(Readme.block("transcript")));
    }

    @Test
    void run_whenAnArgumentIsUnknown_doesNothing() throws IOException {
        assertThat(Quickstart.run(out, "--unknown")).isFalse();

        assertThat(output()).isEmpty();
    }

    @Test
    void showAll_whenTheAccountHasNoInstance_skipsThatStep() throws IOException {
        try (VastSandbox sandbox = VastSandbox.builder().instances(0).start()) {
            showAll(sandbox);
        }

        assertThat(output()).contains("Skipped: the account has no instance.").endsWith("Quickstart finished\n");
    }

    @Test
    void showAll_whenItEnds_leavesTheAccountAsItWas() throws IOException {
        try (VastSandbox sandbox = VastSandbox.start()) {
            String before = account(sandbox);

            showAll(sandbox);

            assertThat(account(sandbox)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/instances/",
        "POST,   /api/v0/instances/\\d+/ssh/",
        "GET,    /api/v0/instances/\\d+/ssh/",
        "DELETE, /api/v0/instances/\\d+/ssh/\\d+/",
        "POST,   /api/v0/secrets/",
        "GET,    /api/v0/secrets/",
        "GET,    /api/v0/auth/apikeys/"
    })
    void showAll_whenAStepFails_leavesTheAccountAsItWas(String method, String path) throws IOException {
        try (VastSandbox sandbox = VastSandbox.start()) {
            String before = account(sandbox);
            sandbox.faults().next(Fault.status(500).on(method, path));

            assertThatThrownBy(() -> showAll(sandbox)).hasStackTraceContaining(ServerException.class.getName());

            assertThat(account(sandbox)).isEqualTo(before);
            assertThat(output()).doesNotContain("Quickstart finished");
        }
    }

    private void showAll(VastSandbox sandbox) throws IOException {
        Quickstart.showAll(() -> settings(sandbox), new Narrator(out));
    }

    private static VastClient.Builder settings(VastSandbox sandbox) {
        return VastClient.builder().baseUrl(sandbox.url().toString()).apiKey(sandbox.apiKey());
    }

    /** Describes everything that the example touches. */
    private static String account(VastSandbox sandbox) {
        try (VastClient vast = settings(sandbox).build()) {
            StringBuilder text = new StringBuilder()
                    .append(vast.sshKeys().list().raw().execute())
                    .append(vast.apiKeys().list().raw().execute())
                    .append(vast.envVars().list().raw().execute());
            for (Instance instance : vast.instances().list()) {
                text.append(vast.instances().sshKeys(instance.id()).raw().execute());
            }
            return text.toString();
        }
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** Replaces what differs from run to run: times, and how often a busy machine came too soon. */
    private static String steady(String transcript) {
        return transcript
                .replaceAll("\\(\\d+ attempts?, \\d+ ms\\)", "(N attempts, N ms)")
                .replaceAll("(?m)^( +Attempts that .*): [1-9]\\d*", "$1: N");
    }
}
