package io.github.vastsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.vastsdk.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientReadersTest {
    record Leaf(
            @JsonProperty("int") @Nullable Integer integer,
            @JsonProperty("long") @Nullable Long whole,
            @JsonProperty("double") @Nullable Double number,
            @JsonProperty("boolean") @Nullable Boolean flag,
            @JsonProperty("instant") @Nullable Instant instant,
            @JsonProperty("duration") @Nullable Duration duration,
            @JsonProperty("secret") @Nullable Secret secret,
            @JsonProperty("text") @Nullable String text) {}

    private static Leaf leaf(String member, String json) throws Exception {
        return Json.reader(Leaf.class).readValue("{\"" + member + "\":" + json + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.0", "\"12\"", "\" 12 \"", "\"12.0\"", "1.2e1"})
    void numbers_whenNumberOrText_thenSame(String json) throws Exception {
        assertThat(leaf("int", json).integer()).isEqualTo(12);
        assertThat(leaf("long", json).whole()).isEqualTo(12L);
        assertThat(leaf("double", json).number()).isEqualTo(12.0);
        assertThat(leaf("duration", json).duration()).isEqualTo(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void values_whenNullOrBlank_thenNull(String json) throws Exception {
        assertThat(leaf("int", json).integer()).isNull();
        assertThat(leaf("long", json).whole()).isNull();
        assertThat(leaf("double", json).number()).isNull();
        assertThat(leaf("boolean", json).flag()).isNull();
        assertThat(leaf("instant", json).instant()).isNull();
        assertThat(leaf("duration", json).duration()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void values_whenNoFiniteNumber_thenOnlyDoublesKeepIt(String json) throws Exception {
        assertThat(leaf("int", json).integer()).isNull();
        assertThat(leaf("long", json).whole()).isNull();
        assertThat(leaf("instant", json).instant()).isNull();
        assertThat(leaf("duration", json).duration()).isNull();
        assertThat(leaf("double", json).number()).isNotNull().isEqualTo(Double.valueOf(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"twelve\"", "true", "\"12 GB\"", "{\"a\":1}"})
    void numbers_whenWrongKind_thenErrorNamesTheMember(String json) {
        for (String member : new String[] {"int", "long", "double", "duration"}) {
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> leaf(member, json))
                    .satisfies(e -> assertThat(e.getPathReference()).endsWith("Leaf[\"" + member + "\"]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"yesterday\"", "\"2026-13-01\"", "\"Thursday\"", "true", "\"1.2.3\""})
    void instant_whenWrongKind_thenErrorNamesTheMember(String json) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> leaf("instant", json))
                .satisfies(e -> assertThat(e.getPathReference()).endsWith("Leaf[\"instant\"]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]"})
    void scalars_whenContainer_thenErrorNamesTheMember(String json) {
        for (String member : new String[] {"boolean", "secret", "text"}) {
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> leaf(member, json))
                    .satisfies(e -> assertThat(e.getPathReference()).endsWith("Leaf[\"" + member + "\"]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "\"12.5\"", "9223372036854775808", "\"1e999999999\"", "1e-5"})
    void wholeNumbers_whenFractionOrTooLarge_thenErrorInsteadOfAnotherValue(String json) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> leaf("int", json));
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> leaf("long", json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x", "s3cret"})
    void numbers_whenTextIsNone_thenErrorDoesNotQuoteIt(String text) {
        String tooLong = "1".repeat(101);
        for (String wrong : new String[] {text, tooLong}) {
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> leaf("double", "\"" + wrong + "\""))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(wrong));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true,true",
        "false,false",
        "1,true",
        "0,false",
        "1.0,true",
        "'\"true\"',true",
        "'\"True\"',true",
        "'\" FALSE \"',false",
        "'\"1\"',true",
        "'\"0\"',false"
    })
    void boolean_whenAnyForm_thenRead(String json, boolean expected) throws Exception {
        assertThat(leaf("boolean", json).flag()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"perhaps\"", "\"2\""})
    void boolean_whenOtherText_thenError(String json) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> leaf("boolean", json));
    }

    @ParameterizedTest
    @CsvSource({
        "1728748803, 2024-10-12T16:00:03Z",
        "1728748803601, 2024-10-12T16:00:03.601Z",
        "1668804745.1223178, 2022-11-18T20:52:25.122318Z",
        "'\"1728748803\"', 2024-10-12T16:00:03Z",
        "'\" 1728748803.5 \"', 2024-10-12T16:00:03.5Z",
        "'\"1728748803601\"', 2024-10-12T16:00:03.601Z",
        "-1.5, 1969-12-31T23:59:58.5Z",
        "'\"2026-01-01T00:00:00Z\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01T00:00:00\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01 00:00:00.123456\"', 2026-01-01T00:00:00.123456Z",
        "'\"2026-01-01T02:00:00+02:00\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01T02:00:00+0200\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01 02:00:00+02\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01 00:00:00 +00:00\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01T00:00\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01\"', 2026-01-01T00:00:00Z",
        "'\"2026-01-01t00:00:00z\"', 2026-01-01T00:00:00Z",
        "'\"Thu, 1 Jan 2026 00:00:00 GMT\"', 2026-01-01T00:00:00Z",
        "'\"Thu, 01 Jan 2026 00:00:00 GMT\"', 2026-01-01T00:00:00Z"
    })
    void instant_whenAnyForm_thenRead(String json, Instant expected) throws Exception {
        assertThat(leaf("instant", json).instant()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'\"abc\"',abc", "12,12", "true,true", "'\"\"',''"})
    void secretAndText_whenScalar_thenItsText(String json, String expected) throws Exception {
        assertThat(leaf("secret", json).secret()).isEqualTo(Secret.of(expected));
        assertThat(leaf("text", json).text()).isEqualTo(expected);
    }

    @Property
    void wholeNumbers_whenAnyNotation_thenExact(@ForAll long value, @ForAll @IntRange(max = 3) int blanks)
            throws Exception {
        String quoted = "\"" + " ".repeat(blanks) + value + " ".repeat(blanks) + "\"";

        assertThat(leaf("long", Long.toString(value)).whole()).isEqualTo(value);
        assertThat(leaf("long", quoted).whole()).isEqualTo(value);
        assertThat(leaf("long", value + ".0").whole()).isEqualTo(value);
        assertThat(leaf("int", Integer.toString((int) value)).integer()).isEqualTo((int) value);
    }

    @Property
    void doubles_whenNumberOrText_thenExact(@ForAll double value) throws Exception {
        assertThat(leaf("double", Double.toString(value)).number()).isEqualTo(value);
        assertThat(leaf("double", "\"" + value + "\"").number()).isEqualTo(value);
    }

    @Property
    void instant_whenSecondsMillisOrIso_thenSameMoment(
            @ForAll @LongRange(min = 100_000_001, max = 4_000_000_000L) long s) throws Exception {
        Instant expected = Instant.ofEpochSecond(s);
        String iso = OffsetDateTime.ofInstant(expected, ZoneOffset.ofHours(-7))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

        assertThat(leaf("instant", Long.toString(s)).instant()).isEqualTo(expected);
        assertThat(leaf("instant", s + "000").instant()).isEqualTo(expected);
        assertThat(leaf("instant", "\"" + iso + "\"").instant()).isEqualTo(expected);
        assertThat(leaf("instant", Json.text(expected)).instant()).isEqualTo(expected);
    }

    @Property
    void duration_whenWrittenAndRead_thenSame(@ForAll @DoubleRange(min = -1e9, max = 1e9) double seconds)
            throws Exception {
        Duration read = leaf("duration", Double.toString(seconds)).duration();

        assertThat(read).isNotNull();
        assertThat(read.toNanos() / 1e9).isCloseTo(seconds, within(1e-6));
        assertThat(read).isEqualTo(read.truncatedTo(ChronoUnit.MICROS));
        assertThat(leaf("duration", Json.text(read)).duration()).isEqualTo(read);
    }
}
