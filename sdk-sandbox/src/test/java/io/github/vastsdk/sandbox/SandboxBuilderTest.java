package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxBuilderTest {
    private final SandboxBuilder builder = VastSandbox.builder();

    @ParameterizedTest
    @ValueSource(ints = {-1, 100_001})
    void instances_whenOutOfRange_throws(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.instances(count))
                .withMessageContaining(String.valueOf(count));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void rateScale_whenNotAScale_throws(double scale) {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.rateScale(scale));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 100_001})
    void offers_whenOutOfRange_throws(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.offers(count))
                .withMessageContaining(String.valueOf(count));
    }

    @Test
    void marketAndMoney_whenOutOfRange_throw() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.offerCap(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.credit(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lifecycle(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.destroyLag(Duration.ofNanos(-1)));
    }

    @Test
    void consistencyLag_whenNegative_throws() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.consistencyLag(Duration.ofNanos(-1)));
    }

    @Test
    @SuppressWarnings("DataFlowIssue")
    void clockAndRateBody_whenNull_throw() {
        assertThatNullPointerException().isThrownBy(() -> builder.clock(null)).withMessage("clock");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.rateBody(null))
                .withMessage("form");
    }

    @Test
    void start_withoutInstances_hasNone() {
        try (VastSandbox sandbox = builder.instances(0).start()) {
            assertThat(sandbox.instanceIds()).isEmpty();
        }
    }

    @Test
    void clock_whenManual_standsUntilMoved() {
        SandboxClock clock = SandboxClock.manual(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        clock.advance(Duration.ofMillis(3));
        assertThat(clock.millis()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofMillis(-1)));
        assertThat(SandboxClock.system().instant()).isAfter(Instant.EPOCH);
    }
}
