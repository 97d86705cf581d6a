package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallOptionsTest {
    private static final CallOptions DEFAULT = CallOptions.DEFAULT;

    @Test
    void defaults_whenNothingIsSet_thenAreTheDocumentedOnes() {
        assertThat(DEFAULT.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(DEFAULT.deadline()).isEqualTo(Duration.ofMinutes(10));
        assertThat(DEFAULT.retries()).isEqualTo(4);
        assertThat(DEFAULT.headers()).isEmpty();
    }

    @Test
    void options_whenSetOneAfterTheOther_thenKeepEachOther() {
        CallOptions all = DEFAULT.withTimeout(Duration.ofSeconds(1))
                .withDeadline(Duration.ofSeconds(2))
                .withRetries(0)
                .withHeader("X-A", "1")
                .withHeader("x-a", "2")
                .withHeader("X-B", "3")
                .withTimeout(Duration.ofSeconds(4));

        assertThat(all.timeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(all.deadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(all.retries()).isZero();
        assertThat(all.headers()).hasSize(2).containsEntry("X-A", "2").containsEntry("X-B", "3");
        assertThat(DEFAULT.headers()).isEmpty();
    }

    @Test
    void userAgent_whenNamed_thenKeepsTheLibrarys() {
        assertThat(DEFAULT.withUserAgent("a/1").headers().get("user-agent")).isEqualTo("a/1 " + Version.USER_AGENT);
    }

    @Test
    void options_whenWrong_thenSayWhichAndWhy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withTimeout(Duration.ZERO))
                .withMessage("timeout must be positive, and at most 100 years: PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withDeadline(Duration.ofMillis(-1)))
                .withMessageContaining("deadline must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withRetries(-1))
                .withMessage("retries must not be negative: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withHeader("Content-Length", "1"))
                .withMessage("The header Content-Length cannot be set")
                .withNoCause();
    }
}
