package io.github.vastsdk.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into fields, operators and values. Each letter of it belongs to one of them, or is refused. */
final class Scanner {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern OPERATOR =
            Pattern.compile("[=<>!]+|(?:not ?eq|not ?in|nin|neq|eq|gte|gt|lte|lt|in)(?=[\\s\\[\"]|$)");

    private static final Pattern BARE = Pattern.compile("[^\\s\\[\\]\"]+");
    private static final Pattern BARE_ELEMENT = Pattern.compile("[^,\\[\\]\"]+");
    private static final Pattern COMMAS = Pattern.compile(",*");
    private static final Pattern BLANKS = Pattern.compile("\\s*");
    private static final int SHOWN = 40;

    private final String text;
    private final Matcher matcher;
    private int position;

    Scanner(String text) {
        this.text = text;
        this.matcher = NAME.matcher(text);
    }

    int position() {
        return position;
    }

    /** Skips blanks and tells whether anything follows. */
    boolean hasMore() {
        skip(BLANKS);
        return position < text.length();
    }

    String name() {
        if (!find(NAME)) {
            throw error(position, "the name of a field is missing");
        }
        String name = matcher.group();
        skip(BLANKS);
        return name;
    }

    boolean isAtOperator() {
        return matcher.usePattern(OPERATOR).region(position, text.length()).lookingAt();
    }

    Op operator(String name) {
        if (!find(OPERATOR)) {
            throw error(position, name + " needs an operator, such as = or >=");
        }
        Op op = Op.BY_TEXT.get(matcher.group());
        if (op == null) {
            throw error(matcher.start(), "unknown operator " + matcher.group());
        }
        skip(BLANKS);
        return op;
    }

    /** The values up to the next blank: one, or the elements of a list. */
    List<Literal> literals(boolean split) {
        List<Literal> literals = new ArrayList<>();
        if (isAt('[')) {
            elements(literals);
        } else if (isAt('"') && split) {
            for (String part : quoted().split(",", 0)) {
                add(literals, part, true);
            }
        } else if (isAt('"')) {
            literals.add(new Literal(quoted(), true));
        } else if (isAt('(') && split) {
            throw error(position, "a list stands in brackets, as in [A,B]");
        } else if (findBare(BARE)) {
            for (String part : matcher.group().split(",", 0)) {
                add(literals, part, false);
            }
        }
        skip(COMMAS);
        int end = position;
        if (hasMore() && end == position) {
            throw error(position, "a blank is missing before " + text.charAt(position));
        }
        return literals;
    }

    private void elements(List<Literal> literals) {
        int start = position++;
        skip(BLANKS);
        while (position < text.length() && !isAt(']')) {
            if (isAt('"')) {
                literals.add(new Literal(quoted(), true));
            } else if (findBare(BARE_ELEMENT)) {
                add(literals, matcher.group(), false);
            }
            skip(BLANKS);
            int end = position;
            skip(COMMAS);
            if (position == end && position < text.length() && !isAt(']')) {
                throw error(position, "a comma is missing before " + text.charAt(position));
            }
            skip(BLANKS);
        }
        if (position == text.length()) {
            throw error(start, "the list has no end");
        }
        position++;
    }

    /** A text in quotes; a quote inside is doubled. */
    private String quoted() {
        StringBuilder unquoted = new StringBuilder();
        int start = position;
        int from = start + 1;
        while (true) {
            int quote = text.indexOf('"', from);
            if (quote < 0) {
                throw error(start, "the quote has no end");
            }
            unquoted.append(text, from, quote);
            if (!text.startsWith("\"\"", quote)) {
                position = quote + 1;
                return unquoted.toString();
            }
            unquoted.append('"');
            from = quote + 2;
        }
    }

    private boolean isAt(char letter) {
        return position < text.length() && text.charAt(position) == letter;
    }

    private static void add(List<Literal> literals, String part, boolean quoted) {
        if (!part.isBlank()) {
            literals.add(new Literal(part.strip(), quoted));
        }
    }

    private boolean find(Pattern pattern) {
        boolean found =
                matcher.usePattern(pattern).region(position, text.length()).lookingAt();
        if (found) {
            position = matcher.end();
        }
        return found;
    }

    /** Finds a value without quotes. The other quotes would become part of it, and nothing would be found. */
    private boolean findBare(Pattern pattern) {
        if (isAt('\'')) {
            throw error(position, "quotes are double, as in \"RTX 4090\"");
        }
        return find(pattern);
    }

    private void skip(Pattern pattern) {
        find(pattern);
    }

    IllegalArgumentException error(int at, String problem) {
        String rest = text.substring(at);
        String shown = rest.length() <= SHOWN ? rest : rest.substring(0, SHOWN) + "…";
        return new IllegalArgumentException(
                "query: " + problem + ", at position " + (at + 1) + (shown.isEmpty() ? ", the end" : ": " + shown));
    }
}
