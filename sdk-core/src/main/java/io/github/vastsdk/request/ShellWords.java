package io.github.vastsdk.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits and quotes words as a POSIX shell does, without expanding anything: {@code $HOME} stays {@code $HOME}. */
final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");
    private static final String SPECIAL_IN_DOUBLE_QUOTES = "\"\\$`";

    private ShellWords() {}

    /** Splits a line, which may hold several lines, into words. Never repeats the text, which may hold secrets. */
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            boolean escapes = c == '\\' && quote != '\'';
            if (escapes && i + 1 == line.length()) {
                throw new IllegalArgumentException("a backslash at the end escapes nothing");
            }
            if (escapes && line.charAt(i + 1) == '\n') {
                i++; // a line that goes on in the next
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (escapes && (quote == 0 || SPECIAL_IN_DOUBLE_QUOTES.indexOf(line.charAt(i + 1)) >= 0)) {
                word.append(line.charAt(++i));
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quotation mark is not closed: " + quote);
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    /**
     * Quotes a word where that is needed, with one pair of quotes where that will do: simple readers of such text take
     * them off at both ends and know nothing else.
     */
    static String quote(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        boolean simple =
                word.indexOf('\'') >= 0 && word.chars().noneMatch(c -> SPECIAL_IN_DOUBLE_QUOTES.indexOf(c) >= 0);
        return simple ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }
}
