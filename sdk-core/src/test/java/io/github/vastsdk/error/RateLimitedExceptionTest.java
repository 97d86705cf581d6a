package io.github.vastsdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitedExceptionTest {
    private static final String NOON = "Sat, 21 Nov 2026 12:00:00 GMT";

    @ParameterizedTest
    @CsvSource({
        "endpoint threshold=5.5, PT5.5S",
        "endpoint THRESHOLD = 3, PT3S",
        "threshold=0.25., PT0.25S",
        "threshold=0, ",
        "threshold=12345678901234, ",
        "threshold=soon, ",
        "API requests too frequent, ",
    })
    void minimumInterval_whenInTheDetail_thenReadAsSeconds(String detail, @Nullable Duration interval) {
        assertThat(limited(detail, "", Map.of()).minimumInterval()).isEqualTo(interval);
    }

    @Test
    void minimumInterval_whenOnlyInTheBody_thenRead() {
        RateLimitedException failure = limited(null, "{\"why\":\"threshold=2.0\"}", Map.of());

        assertThat(failure.minimumInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(failure.retryAfter()).isNull();
        assertThat(failure.isRateLimit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, PT3S", "' 1.5 ', PT1.5S", "0, ", "0.0, ", "-4, ", "soon, ", "'', "})
    void retryAfter_whenTheHeaderHoldsSeconds_thenReadUnlessZero(String header, @Nullable Duration wait) {
        assertThat(limited(null, "", Map.of("Retry-After", List.of(header))).retryAfter())
                .isEqualTo(wait);
    }

    @Test
    void retryAfter_whenTheHeaderHoldsADate_thenCountedFromTheAnswersOwnDate() {
        String later = "Sat, 21 Nov 2026 12:00:07 GMT";

        assertThat(limited(null, "", Map.of("retry-after", List.of(later), "date", List.of(NOON)))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(limited(null, "", Map.of("retry-after", List.of(NOON), "date", List.of(later)))
                        .retryAfter())
                .isNull();
        assertThat(limited(null, "", Map.of("retry-after", List.of(later))).retryAfter())
                .isNull();
        assertThat(limited(null, "", Map.of("retry-after", List.of(), "date", List.of(NOON)))
                        .retryAfter())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"9, PT9S", "2, PT4S", "0, PT4S"})
    void retryAfter_whenTheBodyHasOneToo_thenTheLongerCounts(String header, Duration wait) {
        RateLimitedException failure =
                limited(null, "{\"retry_after\": \"4\"}", Map.of("Retry-After", List.of(header)));

        assertThat(failure.retryAfter()).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"retry_after\":4}", "{\"retry_after\" : \"4.0\"}"})
    void retryAfter_whenOnlyInTheBody_thenRead(String body) {
        assertThat(limited(null, body, Map.of()).retryAfter()).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tfa_locked", "preauth_phone_cap", "sms_rate_limited", "spend_rate_limit"})
    void isRateLimit_whenTheCodeNamesALockOrACap_thenNot(String code) {
        ErrorResponse response = new ErrorResponse(429, ErrorCode.of(code), null, "", Map.of());

        assertThat(new RateLimitedException(call(), response).isRateLimit()).isFalse();
    }

    @Test
    void isRateLimit_whenTheAnswerSaysUntilWhenItIsLocked_thenNot() {
        assertThat(limited(null, "{\"fail_count\":5,\"locked_until\":1}", Map.of())
                        .isRateLimit())
                .isFalse();
    }

    private static RateLimitedException limited(
            @Nullable String detail, String body, Map<String, List<String>> headers) {
        return new RateLimitedException(call(), new ErrorResponse(429, ErrorCode.NONE, detail, body, headers));
    }

    private static CallContext call() {
        return new CallContext("GET /api/v1/instances/", 1, Duration.ZERO);
    }
}
