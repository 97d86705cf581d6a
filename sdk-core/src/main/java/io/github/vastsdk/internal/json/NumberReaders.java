package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that may come as a number or as text. Blank text is no value. A fraction where a whole number is declared
 * is an error, never silently cut off; {@code 12.0} is whole.
 */
final class NumberReaders {
    /** Longer texts are no numbers of this API, and slow to parse. */
    private static final int MAX_TEXT = 100;

    private NumberReaders() {}

    static final class OfInteger extends StdScalarDeserializer<Integer> {
        @Serial
        private static final long serialVersionUID = 1;

        OfInteger() {
            super(Integer.class);
        }

        @Override
        public @Nullable Integer deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentTokenId() == JsonTokenId.ID_NUMBER_INT) {
                return in.getIntValue();
            }
            BigDecimal value = decimal(in, context, Integer.class);
            try {
                return value == null ? null : value.intValueExact();
            } catch (ArithmeticException e) {
                return context.reportInputMismatch(Integer.class, "not a whole number of 32 bits");
            }
        }
    }

    static final class OfLong extends StdScalarDeserializer<Long> {
        @Serial
        private static final long serialVersionUID = 1;

        OfLong() {
            super(Long.class);
        }

        @Override
        public @Nullable Long deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentTokenId() == JsonTokenId.ID_NUMBER_INT) {
                return in.getLongValue();
            }
            BigDecimal value = decimal(in, context, Long.class);
            try {
                return value == null ? null : value.longValueExact();
            } catch (ArithmeticException e) {
                return context.reportInputMismatch(Long.class, "not a whole number of 64 bits");
            }
        }
    }

    static final class OfDouble extends StdScalarDeserializer<Double> {
        @Serial
        private static final long serialVersionUID = 1;

        OfDouble() {
            super(Double.class);
        }

        @Override
        public @Nullable Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            int token = in.currentTokenId();
            if (token == JsonTokenId.ID_NUMBER_FLOAT || token == JsonTokenId.ID_NUMBER_INT) {
                return in.getDoubleValue();
            }
            BigDecimal value = decimal(in, context, Double.class);
            return value == null ? null : value.doubleValue();
        }
    }

    /** Reads a number or the text of one exactly; null for blank text and for {@code NaN}. */
    private static @Nullable BigDecimal decimal(JsonParser in, DeserializationContext context, Class<?> type)
            throws IOException {
        return switch (in.currentTokenId()) {
            case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> in.isNaN() ? null : in.getDecimalValue();
            case JsonTokenId.ID_STRING ->
                in.getText().isBlank() ? null : parse(in.getText().strip(), context, type);
            default -> (BigDecimal) context.handleUnexpectedToken(type, in);
        };
    }

    static BigDecimal parse(String text, DeserializationContext context, Class<?> type) throws IOException {
        if (text.length() <= MAX_TEXT) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                // Falls through to the one error, which does not quote the text.
            }
        }
        return context.reportInputMismatch(type, "text that is not a number");
    }
}
