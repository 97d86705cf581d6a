package io.github.vastsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.sandbox.ReceivedRequest;
import io.github.vastsdk.sandbox.Sandbox;
import io.github.vastsdk.sandbox.ThunderFate;
import io.github.vastsdk.sandbox.ThunderFault;
import io.github.vastsdk.sandbox.ThunderSandbox;
import io.github.vastsdk.sandbox.VastSandbox;
import io.github.vastsdk.thunder.ThunderClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoCloudsTest {
    private static final Pattern KEY = Pattern.compile("ssh-ed25519 [\\w+/=]+ two-clouds@example");

    private final VastSandbox vastSandbox =
            VastSandbox.builder().lifecycle(Duration.ZERO).start();
    private final ThunderSandbox thunderSandbox =
            ThunderSandbox.builder().lifecycle(Duration.ZERO).start();
    private final VastClient vast = VastClient.builder()
            .baseUrl(vastSandbox.url().toString())
            .apiKey(vastSandbox.apiKey())
            .build();
    private final ThunderClient thunder = ThunderClient.builder()
            .baseUrl(thunderSandbox.url().toString())
            .token(thunderSandbox.token())
            .build();
    private final List<Long> vastBefore = vastSandbox.instanceIds();
    private final List<String> thunderBefore = thunderSandbox.uuids();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        vast.close();
        thunder.close();
        vastSandbox.close();
        thunderSandbox.close();
        assertThat(vastSandbox.instanceIds()).as("what is rented").isEqualTo(vastBefore);
        assertThat(thunderSandbox.uuids()).as("what is rented").isEqualTo(thunderBefore);
    }

    private void run() {
        TwoClouds.run(vast, thunder, new Narrator(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void run_onBothSandboxes_putsTheSameKeyOntoBothAndShowsHowToLogIn() {
        run();

        assertThat(Readme.block("transcript: clouds")).endsWith(output());
        assertThat(keySentTo(vastSandbox, "/ssh/")).isEqualTo(keySentTo(thunderSandbox, "/add_key"));
    }

    private static String keySentTo(Sandbox sandbox, String path) {
        List<ReceivedRequest> requests = sandbox.requests().stream()
                .filter(request -> request.path().endsWith(path))
                .toList();
        assertThat(requests).hasSize(1);
        Matcher key = KEY.matcher(String.valueOf(requests.get(0).body()));
        assertThat(key.find()).isTrue();
        return key.group();
    }

    @Test
    void run_whenTheSecondCannotBeRented_destroysTheFirst() {
        thunderSandbox
                .faults()
                .next(ThunderFault.error(400, "temporarily_disabled", "not now").on("POST", "/v1/instances/create"));

        assertThatThrownBy(this::run).isInstanceOf(BadRequestException.class);

        assertThat(output()).contains("Rented: Vast.ai").doesNotContain("finished");
    }

    @Test
    void run_whenOneFails_destroysBoth() {
        thunderSandbox.nextFate(ThunderFate.FAILED);

        assertThatThrownBy(this::run).isInstanceOf(InstanceFailedException.class);
    }

    @Test
    void main_withArguments_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TwoClouds.main(new String[] {"--live"}));
    }
}
