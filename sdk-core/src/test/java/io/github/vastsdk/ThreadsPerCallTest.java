package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.sandbox.VastSandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On two processors JDK 17 starts a thread for each answer of {@code sendAsync}; this library must not pay that. */
class ThreadsPerCallTest {
    private static final Pattern STARTED = Pattern.compile("threads started: (\\d+)");

    @Test
    @Timeout(120)
    void executeAsync_whenTwoProcessors_thenStartsFewerThreadsThanOnePerHundredCalls()
            throws IOException, InterruptedException {
        try (VastSandbox sandbox = VastSandbox.start()) {
            String output = run(sandbox);

            System.out.println(output.strip());
            Matcher started = STARTED.matcher(output);
            assertThat(started.find()).as(output).isTrue();
            assertThat(Integer.parseInt(started.group(1))).as(output).isLessThan(ThreadsPerCallProgram.CALLS / 100);
        }
    }

    private static String run(VastSandbox sandbox) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:ActiveProcessorCount=2");
        command.add("-cp");
        command.add(classPath());
        command.add(ThreadsPerCallProgram.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VAST_API_KEY", sandbox.apiKey());
        builder.environment().put("VAST_URL", sandbox.url().toString());
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(10, TimeUnit.SECONDS))
                    .as("ended: " + output)
                    .isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The tests run inside the module; the program runs on a plain class path, as most applications do. */
    private static String classPath() {
        return Stream.of(
                        Path.of("target", "classes").toAbsolutePath().toString(),
                        Path.of("target", "test-classes").toAbsolutePath().toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .filter(entries -> !entries.isEmpty())
                .reduce((before, entries) -> before + File.pathSeparator + entries)
                .orElseThrow();
    }
}
