package io.github.vastsdk.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartScriptTest {
    @TempDir
    Path folder;

    private static final String LONG = "export A='it is \"ü\" $((1+1))'\n# "
            + "many comments ".repeat(500)
            + "\nread LINE\necho \"$A|$((1+1))|$LINE\"\nexit 7\n";

    private static String onstart(String script, String args) {
        return CreateInstance.of(
                        r -> r.image("i").runType(RunType.ARGS).args(args).onstart(script))
                .body()
                .get("onstart")
                .toString();
    }

    @Test
    void onstart_whenItFits_thenIsSentAsItIs() {
        String longest = "a".repeat(4048);

        assertThat(onstart(longest, "")).isEqualTo(longest);
        assertThat(onstart("a".repeat(4000), "b".repeat(96))).hasSize(4000);
    }

    @Test
    void onstart_whenItIsTooLong_thenIsOneShortLineThatIsAlwaysTheSame() {
        String packed = onstart(LONG, "");

        assertThat(packed).hasSizeLessThan(400).doesNotContain("\n").isEqualTo(onstart(LONG, ""));
        assertThat(onstart("a".repeat(4049), "")).hasSizeLessThan(200);
        assertThat(onstart("a".repeat(4000), "b".repeat(97)))
                .as("beside arguments")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void onstart_whenTheLineIsRun_thenDoesWhatTheScriptDoes(String shell) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(shell, "-c", onstart(LONG, "")).start();
        run.getOutputStream().write("from outside\n".getBytes(UTF_8));
        run.getOutputStream().close();

        assertThat(new String(run.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("it is \"ü\" $((1+1))|2|from outside\n");
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(7);
    }

    /** A script and what it prints; each is made too long by a comment. */
    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("#!/usr/bin/env bash\na=(1 2)\n[[ ${a[1]} == 2 ]] && echo yes", "yes\n", 0),
                Arguments.of("#!/bin/sh\necho one\r\n", "one\r\n", 0),
                Arguments.of("set -e\necho a\nfalse\necho b", "a\n", 1),
                Arguments.of("set -u\necho \"${s-unset}${_onstart-unset}\"", "unsetunset\n", 0),
                Arguments.of("exit 3", "", 3),
                Arguments.of("cat <<'X'\n日本 \\n $x 😀\nX", "日本 \\n $x 😀\n", 0),
                Arguments.of("trap 'echo end' EXIT\n(exit 4)", "end\n", 4));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void onstart_whenTheServiceMakesItAFile_thenDoesWhatTheScriptDoes(String script, String printed, int exit)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("onstart.sh"), onstart(script + "\n#" + "x".repeat(5000), ""));
        assertThat(Files.size(file)).isLessThan(1000);
        assertThat(file.toFile().setExecutable(true)).isTrue();

        ProcessBuilder run = new ProcessBuilder(file.toString());
        Process process = run.redirectErrorStream(true).start();
        process.getOutputStream().close();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo(printed);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void onstart_whenAVariableHasTheNameOfOurs_thenKeepsIt(String shell) throws IOException, InterruptedException {
        ProcessBuilder run = new ProcessBuilder(shell, "-c", onstart("echo $s\n#" + "x".repeat(5000), ""));
        run.environment().put("s", "mine");
        Process process = run.start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("mine\n");
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void onstart_whenTheImageCannotUnpack_thenNothingRunsAndItFails() throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", onstart(LONG, ""));
        shell.environment().putAll(Map.of("PATH", "/nowhere"));
        Process run = shell.start();

        assertThat(run.getInputStream().readAllBytes()).isEmpty();
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isNotZero();
    }

    @Test
    void onstart_whenItDoesNotFitEvenCompressed_thenIsRefusedWithTheFigures() {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(6000, 33, 127).forEach(c -> noise.append((char) c));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> onstart(noise.toString(), ""))
                .withMessageMatching("onstart has 6000 characters and, compressed, \\d{4}; the service takes 4048.*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onstart("a".repeat(100), "b".repeat(4090)))
                .withMessageContaining("takes 6.");
    }
}
