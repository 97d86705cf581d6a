package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.sandbox.VastSandbox;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            String output = ChildJvm.run(
                    ThreadsPerCallProgram.class,
                    List.of("-XX:ActiveProcessorCount=2"),
                    Map.of(
                            "VAST_API_KEY", sandbox.apiKey(),
                            "VAST_URL", sandbox.url().toString()));

            System.out.println(output.strip());
            Matcher started = STARTED.matcher(output);
            assertThat(started.find()).as(output).isTrue();
            assertThat(Integer.parseInt(started.group(1))).as(output).isLessThan(ThreadsPerCallProgram.CALLS / 100);
        }
    }
}
