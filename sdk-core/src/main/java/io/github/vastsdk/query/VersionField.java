package io.github.vastsdk.query;

import io.github.vastsdk.model.Gpu;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column with a driver version such as {@code 535.86.05}. Missing parts count as 0: {@code 535.86} is
 * {@code 535.86.0}. The service compares versions as numbers with three digits for each part: 535086005.
 *
 * @param <S> what the rows are
 */
public final class VersionField<S> extends RangeField<S, String> {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{7,18}");
    private static final long PART = 1000;
    private static final long TOO_LONG = PART * PART * PART;

    VersionField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    /** The version that a row has, as the number that the service compares if it is there. */
    static @Nullable String of(Gpu gpu) {
        String code = gpu.driverVersionCode();
        return code != null && NUMBER.matcher(code).matches() ? code : gpu.driverVersion();
    }

    @Override
    Object toWire(String value) {
        return number(value);
    }

    @Override
    Object fromLiteral(Literal literal) {
        return number(literal.text());
    }

    @Override
    @Nullable
    Comparable<?> comparable(Object value) {
        return value instanceof String text && VERSION.matcher(text).matches()
                ? BigDecimal.valueOf(number(text))
                : super.comparable(value);
    }

    @Override
    Object fromJson(Object value) {
        return value instanceof String text ? number(text) : super.fromJson(value);
    }

    private Long number(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        Matcher version = VERSION.matcher(text);
        if (!version.matches()) {
            throw new IllegalArgumentException(name() + " takes a version such as 535.86.05, not " + text);
        }
        return (part(version.group(1)) * PART + part(version.group(2))) * PART + part(version.group(3));
    }

    private static long part(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    @Override
    String toLiteral(Object value) {
        BigDecimal number = Numbers.of(value);
        if (number == null || !(Numbers.toWire(number) instanceof Long version) || version < 0 || version >= TOO_LONG) {
            return value.toString();
        }
        return String.format(Locale.ROOT, "%d.%d.%02d", version / PART / PART, version / PART % PART, version % PART);
    }
}
