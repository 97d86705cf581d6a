package io.github.vastsdk.error;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long to wait from the answer to a call that came too soon. */
final class WaitHints {
    private static final String SECONDS = "(\\d{1,9}(?:\\.\\d{1,9})?)(?!\\d)";
    private static final Pattern THRESHOLD = Pattern.compile("threshold\\s*=\\s*" + SECONDS, Pattern.CASE_INSENSITIVE);
    private static final Pattern RETRY_AFTER = Pattern.compile("\"retry_after\"\\s*:\\s*\"?" + SECONDS);
    private static final Pattern NUMBER = Pattern.compile("\\s*" + SECONDS + "\\s*");

    private WaitHints() {}

    static @Nullable Duration threshold(ErrorResponse response) {
        String detail = response.detail();
        Duration inDetail = detail == null ? null : find(THRESHOLD, detail);
        return inDetail != null ? inDetail : find(THRESHOLD, response.body());
    }

    static @Nullable Duration retryAfter(ErrorResponse response) {
        Duration header = header(response);
        Duration member = find(RETRY_AFTER, response.body());
        if (header == null || member == null) {
            return header == null ? member : header;
        }
        return header.compareTo(member) >= 0 ? header : member;
    }

    private static @Nullable Duration header(ErrorResponse response) {
        String value = first(response, "Retry-After");
        if (value == null) {
            return null;
        }
        return NUMBER.matcher(value).matches() ? find(NUMBER, value) : untilDate(value, first(response, "Date"));
    }

    /** Measures from the answer's own date, so that a wrong local clock does no harm. */
    private static @Nullable Duration untilDate(String until, @Nullable String now) {
        if (now == null) {
            return null;
        }
        try {
            return positive(Duration.between(instant(now), instant(until)));
        } catch (DateTimeException notADate) {
            return null; // A header that says nothing is no worse than a missing one.
        }
    }

    private static Instant instant(String httpDate) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate.strip()));
    }

    private static @Nullable Duration find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        return positive(Duration.ofNanos(
                new BigDecimal(matcher.group(1)).movePointRight(9).longValue()));
    }

    private static @Nullable Duration positive(Duration duration) {
        return duration.isZero() || duration.isNegative() ? null : duration;
    }

    private static @Nullable String first(ErrorResponse response, String header) {
        List<String> values = response.headers().getOrDefault(header, List.of());
        return values.isEmpty() ? null : values.get(0);
    }
}
