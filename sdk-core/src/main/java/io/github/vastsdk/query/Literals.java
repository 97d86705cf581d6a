package io.github.vastsdk.query;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values in the text grammar. */
final class Literals {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_.+/:()-]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}.+/:()-]+( [\\p{L}\\p{N}.+/:()-]+)*");
    private static final Set<String> WORDS = Set.of("any", "None", "null");

    private Literals() {}

    static String write(Field<?> column, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return one(column, value);
        }
        List<String> literals = list.stream().map(each -> one(column, each)).toList();
        // Without brackets as the official client writes it, unless that would be read as something else.
        return literals.stream().anyMatch(literal -> literal.startsWith("\"") || literal.startsWith("("))
                ? literals.stream().collect(Collectors.joining(",", "[", "]"))
                : String.join(",", literals);
    }

    private static String one(Field<?> column, @Nullable Object value) {
        return value == null ? "None" : column.toLiteral(value);
    }

    /** Writes a text, in quotes if it would not be read as it is. */
    static String code(String text) {
        return CODE.matcher(text).matches() && !WORDS.contains(text) ? text : quoted(text);
    }

    /** Writes a text, whose blanks become underscores, in quotes if it would not be read as it is. */
    static String name(String text) {
        return NAME.matcher(text).matches() && !WORDS.contains(text) ? text.replace(' ', '_') : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
