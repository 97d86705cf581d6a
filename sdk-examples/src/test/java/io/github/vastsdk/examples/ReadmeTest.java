package io.github.vastsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.sandbox.VastSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path MAIN = Path.of("src/main/java/io/github/vastsdk/examples");
    private static final Path TEST = Path.of("src/test/java/io/github/vastsdk/examples");

    @Test
    void javaBlocks_ofTheReadme_areTheSnippetsThatCompileHere() {
        assertThat(Readme.javaBlocks())
                .isEqualTo(Readme.snippets(MAIN.resolve("ReadmeSample.java"), TEST.resolve("ReadmeSnippetsTest.java")));
    }

    @Test
    void sample_whenTheEnvironmentNamesTheSandbox_showsTheAccount() throws Exception {
        try (VastSandbox sandbox = VastSandbox.start()) {
            String output = runSample(sandbox);

            assertThat(output).contains("ssh-ed25519", "no_such_instance");
            assertThat(sandbox.instanceIds()).isNotEmpty().allSatisfy(id -> assertThat(output)
                    .contains(id + ": "));
        }
    }

    /** In a JVM of its own, since the sample takes everything from the environment. */
    private static String runSample(VastSandbox sandbox) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                ReadmeSample.class.getName());
        java.environment().put("VAST_URL", sandbox.url().toString());
        java.environment().put("VAST_API_KEY", sandbox.apiKey());
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
