package io.github.vastsdk.query;

/**
 * A value in the text grammar.
 *
 * @param text the value, without quotes
 * @param quoted whether it stood in quotes, which means that it is just this text
 */
record Literal(String text, boolean quoted) {
    boolean isNull() {
        return !quoted && (text.equals("None") || text.equals("null"));
    }

    boolean isWildcard() {
        return !quoted && (text.equals("any") || text.equals("?") || text.equals("*"));
    }
}
