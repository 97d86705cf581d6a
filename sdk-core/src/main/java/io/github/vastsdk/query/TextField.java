package io.github.vastsdk.query;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column with texts, which are compared exactly.
 *
 * @param <S> what the rows are
 */
public final class TextField<S> extends EqualityField<S, String> {
    private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Za-z]{2}");

    /** What the texts are, which decides how they are spelled. */
    enum Kind {
        /** Without blanks, so that an underscore is one. */
        CODE,
        /** With blanks, which query texts write as underscores. */
        NAME,
        /** With blanks and never with underscores. */
        GPU_NAME,
        /** Two capital letters; small ones would find nothing. */
        COUNTRY;

        String spell(String text) {
            return switch (this) {
                case CODE, NAME -> text;
                case GPU_NAME -> text.replace('_', ' ');
                case COUNTRY -> COUNTRY_CODE.matcher(text).matches() ? text.toUpperCase(Locale.ROOT) : text;
            };
        }

        boolean hasBlanks() {
            return this == NAME || this == GPU_NAME;
        }
    }

    private final Kind kind;

    TextField(String name, Function<S, @Nullable Object> reader, Kind kind) {
        super(name, reader);
        this.kind = kind;
    }

    @Override
    Object toWire(String value) {
        return checked(notBlank(value));
    }

    @Override
    Comparable<?> comparable(Object value) {
        return value.toString().strip();
    }

    @Override
    Object fromLiteral(Literal literal) {
        String text = literal.text();
        return checked(literal.quoted() || !kind.hasBlanks() ? text : text.replace('_', ' '));
    }

    private String checked(String value) {
        if (kind == Kind.COUNTRY && !COUNTRY_CODE.matcher(value).matches()) {
            throw new IllegalArgumentException(name() + " takes a country code of two letters, not " + value);
        }
        return kind.spell(value);
    }

    /** Keeps what the caller wrote, except for the spelling. */
    @Override
    Object fromJson(Object value) {
        return value instanceof String text ? kind.spell(text) : value;
    }

    @Override
    String toLiteral(Object value) {
        return kind.hasBlanks() ? Literals.name(value.toString()) : Literals.code(value.toString());
    }
}
