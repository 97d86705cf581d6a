package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program of the tests in a JVM of its own, with options of its own. */
final class ChildJvm {
    private ChildJvm() {}

    /** Returns what the program printed; it must end by itself, and well. */
    static String run(Class<?> program, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        return run(program, options, environment, Path.of("").toAbsolutePath());
    }

    /** Does the same in another working folder. */
    static String run(Class<?> program, List<String> options, Map<String, String> environment, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(program.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
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
