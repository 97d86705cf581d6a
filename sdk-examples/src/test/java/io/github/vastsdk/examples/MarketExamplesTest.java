package io.github.vastsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.sandbox.Fate;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.VastSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketExamplesTest {
    private final VastSandbox sandbox =
            VastSandbox.builder().lifecycle(Duration.ZERO).start();
    private final VastClient vast = VastClient.builder()
            .baseUrl(sandbox.url().toString())
            .apiKey(sandbox.apiKey())
            .build();
    private final List<Long> before = sandbox.instanceIds();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @AfterEach
    void close() {
        vast.close();
        sandbox.close();
        assertThat(sandbox.instanceIds()).as("what is rented").isEqualTo(before);
    }

    @Test
    void cheapestGpu_withoutAQuery_comparesModelsByPrice() {
        CheapestGpu.compare(vast, "", out);

        assertThat(output())
                .containsPattern("[1-9]\\d* offers")
                .contains("RTX 4090")
                .endsWith("CheapestGpu finished\n");
    }

    @Test
    void cheapestGpu_withAQuery_showsOnlyWhatFits() {
        CheapestGpu.compare(vast, "gpu_name=RTX_3090", out);

        assertThat(output()).contains("RTX 3090").doesNotContain("RTX 4090");
    }

    @Test
    void rentAndRun_whenTheFirstOfferIsGone_rentsTheNext() {
        sandbox.faults()
                .next(Fault.error(410, "no_such_ask", "The offer is gone").on("PUT", "/api/v0/asks/\\d+/"));

        RentAndRun.run(vast, "", new Narrator(out));

        assertThat(output()).contains("is gone: no_such_ask", "ssh -p").endsWith("RentAndRun finished\n");
    }

    @Test
    void rentAndRun_whenTheAnswerToRentingIsLost_destroysTheInstanceAllTheSame() {
        sandbox.faults().next(Fault.resetAfterExecuting().on("PUT", "/api/v0/asks/\\d+/"));

        assertThatThrownBy(() -> RentAndRun.run(vast, "", new Narrator(out))).hasMessageContaining("PUT /api/v0/asks/");

        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().startsWith("/api/v0/asks/"))
                .hasSize(1);
    }

    @Test
    void rentAndRun_whenTheListFailsTwice_destroysTheInstanceAllTheSame() {
        sandbox.faults()
                .next(Fault.error(401, "auth_error", "Invalid user key")
                        .on("GET", "/api/v1/instances/")
                        .times(2));

        assertThatThrownBy(() -> RentAndRun.run(vast, "", new Narrator(out)))
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void rentAndRun_whenTheContainerFails_destroysTheInstance() {
        sandbox.nextFate(Fate.CONTAINER_FAILS);

        assertThatThrownBy(() -> RentAndRun.run(vast, "", new Narrator(out)))
                .isInstanceOf(InstanceFailedException.class);
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
