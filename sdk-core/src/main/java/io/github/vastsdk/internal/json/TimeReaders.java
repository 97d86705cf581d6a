package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time and durations, which come as seconds, milliseconds or text. A point that was never set is null. */
final class TimeReaders {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");

    /** From here on a number counts milliseconds: as seconds it would lie after the year 5000. */
    private static final double FIRST_MILLIS = 1e11;

    private static final double MICROS_PER_SECOND = 1e6;

    /** What a service written in Go sends for a time that was never set. */
    private static final Instant UNSET = Instant.parse("0001-01-01T00:00:00Z");

    /** ISO 8601 with a blank or a T, with or without time and offset. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .appendOptional(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    private TimeReaders() {}

    static final class OfInstant extends StdScalarDeserializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1;

        OfInstant() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Instant sent =
                    switch (in.currentTokenId()) {
                        case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> fromNumber(in.getDoubleValue());
                        case JsonTokenId.ID_STRING ->
                            in.getText().isBlank()
                                    ? null
                                    : fromText(in.getText().strip(), context);
                        default -> (Instant) context.handleUnexpectedToken(Instant.class, in);
                    };
            return UNSET.equals(sent) ? null : sent;
        }

        private static @Nullable Instant fromNumber(double value) {
            double seconds = Math.abs(value) < FIRST_MILLIS ? value : value / 1000;
            return Double.isFinite(value) ? Instant.EPOCH.plus(micros(seconds), ChronoUnit.MICROS) : null;
        }

        private static @Nullable Instant fromText(String text, DeserializationContext context) throws IOException {
            if (NUMBER.matcher(text).matches()) {
                return fromNumber(
                        NumberReaders.parse(text, context, Instant.class).doubleValue());
            }
            try {
                // RFC 1123 starts with the name of the day, ISO 8601 with the year.
                if (Character.isLetter(text.charAt(0))) {
                    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
                }
                TemporalAccessor parsed =
                        ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                if (parsed instanceof OffsetDateTime offset) {
                    return offset.toInstant();
                }
                return parsed instanceof LocalDateTime local
                        ? local.toInstant(ZoneOffset.UTC)
                        : LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeException e) {
                return context.reportInputMismatch(Instant.class, "text that is not a point in time");
            }
        }
    }

    static final class OfDuration extends StdScalarDeserializer<Duration> {
        @Serial
        private static final long serialVersionUID = 1;

        private final NumberReaders.OfDouble seconds = new NumberReaders.OfDouble();

        OfDuration() {
            super(Duration.class);
        }

        @Override
        public @Nullable Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Double value = seconds.deserialize(in, context);
            return value == null || !Double.isFinite(value) ? null : Duration.of(micros(value), ChronoUnit.MICROS);
        }
    }

    /** Microseconds are all that a double of this size can tell apart. */
    private static long micros(double seconds) {
        return Math.round(seconds * MICROS_PER_SECOND);
    }
}
