package io.github.vastsdk.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks secret in a text that has no readable structure. Where the extent of a secret is unclear, more is
 * masked rather than less.
 */
final class TextRedaction {
    static final String MASK = "***";

    // Room behind the cap, so that what is cut off does not change what is seen before it.
    private static final int LOOKAHEAD = 4 * 1024;
    private static final int LONGEST_WORD = 512;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\r\\t]]");
    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|\\z)");
    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s@\"']{1,512}+@");
    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(bearer\\s+)(?!(?:tokens?|auth(?:entication|orization)?)(?![\\w-]))[^\\s\"',;]++");
    private static final Pattern DOCKER_ENV =
            Pattern.compile("((?:^|[\\s\"'])(?:-e|--env)[\\s=]+\\w{1,128}=)(?:\"[^\"]*+\"?|\\S++)");
    private static final Pattern DOCKER_LOGIN = Pattern.compile("(-u\\s+\\S{1,256}\\s+-p\\s+)\\S++");
    private static final Pattern LONG_HEX = Pattern.compile("[0-9a-fA-F]{64,}+");
    private static final Pattern NAME =
            Pattern.compile("((?:[Aa][Pp][Ii] )?[A-Za-z][\\w-]{0,63})\\\\*+([\"']?)\\s*+(?:[:=]|%3[Dd])\\s*+");

    private TextRedaction() {}

    /** Gives the text without secrets and without control characters, cut to a number of characters. */
    static String redact(String text, int cap) {
        boolean cut = text.length() > cap + LOOKAHEAD;
        String seen = cut ? text.substring(0, cap + LOOKAHEAD) : text;
        seen = CONTROL.matcher(seen).replaceAll("");
        if (cut) {
            seen = withoutCutWord(seen); // Half a secret would match nothing below.
        }
        seen = PRIVATE_KEY.matcher(seen).replaceAll(MASK);
        seen = USER_INFO.matcher(seen).replaceAll("://" + MASK + "@");
        seen = BEARER.matcher(seen).replaceAll("$1" + MASK);
        seen = maskNamed(seen);
        seen = DOCKER_ENV.matcher(seen).replaceAll("$1" + MASK);
        seen = DOCKER_LOGIN.matcher(seen).replaceAll("$1" + MASK);
        seen = LONG_HEX.matcher(seen).replaceAll(MASK);
        return cut(seen, cap);
    }

    private static String withoutCutWord(String text) {
        int end = text.length();
        int least = Math.max(0, end - LONGEST_WORD);
        while (end > least && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    static String cut(String text, int cap) {
        if (text.length() <= cap) {
            return text;
        }
        int end = Math.max(cap - 1, 0);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Masks the value behind each sensitive name: {@code api_key=…}, {@code "token": "…"}, {@code 'env': {…}}. */
    private static String maskNamed(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        Matcher name = NAME.matcher(text);
        int done = 0;
        while (name.find(done)) {
            masked.append(text, done, name.end());
            done = name.end();
            boolean quoted = !name.group(2).isEmpty();
            String word = name.group(1);
            if (quoted ? SensitiveNames.isSensitiveMember(word) : SensitiveNames.isCredential(word)) {
                done = SensitiveNames.takesWholeLine(word) ? endOfLine(text, done) : endOfValue(text, done);
                masked.append(MASK);
            }
        }
        return masked.append(text, done, text.length()).toString();
    }

    private static int endOfValue(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        if (at == text.length()) {
            return at;
        }
        char first = text.charAt(at);
        if (first == '{' || first == '[') {
            return text.length();
        }
        return first == '"' || first == '\'' ? endOfQuoted(text, at + 1, first, at - start) : endOfWord(text, at);
    }

    /** Finds the quote that is escaped no deeper than the opening one. */
    private static int endOfQuoted(String text, int start, char quote, int escapes) {
        int backslashes = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote && backslashes <= escapes) {
                return at + 1;
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return text.length();
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && " \t\r\n,;&\"'<>)]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int endOfLine(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
