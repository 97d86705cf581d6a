package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The ways in which the service says that calls come too fast. */
public enum RateForm {
    /** JSON with {@code detail}. */
    DETAIL {
        @Override
        Answer body(String threshold) {
            return Answers.json(429, Json.object().put("detail", SAID + " endpoint threshold=" + threshold));
        }
    },
    /** Plain text. */
    TEXT {
        @Override
        Answer body(String threshold) {
            return Answer.of(429, "text/plain; charset=utf-8", SAID + ": endpoint threshold=" + threshold);
        }
    },
    /** Plain text that does not name the interval. */
    TEXT_WITHOUT_THRESHOLD {
        @Override
        Answer body(String threshold) {
            return Answer.of(429, "text/plain; charset=utf-8", SAID);
        }
    },
    /** The usual error envelope. */
    MESSAGE {
        @Override
        Answer body(String threshold) {
            return Answers.error(429, "rate_limit_exceeded", SAID + " endpoint threshold=" + threshold);
        }
    };

    private static final String SAID = "API requests too frequent";

    abstract Answer body(String threshold);

    /** Makes the answer for a minimum interval in seconds. */
    public Answer answer(double seconds) {
        return body(text(seconds));
    }

    /** Rounds to what a threshold shows, so that what is enforced is what is printed. */
    static BigDecimal rounded(double seconds) {
        BigDecimal value =
                BigDecimal.valueOf(seconds).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return value.scale() < 1 ? value.setScale(1) : value;
    }

    private static String text(double seconds) {
        return rounded(seconds).toPlainString();
    }
}
