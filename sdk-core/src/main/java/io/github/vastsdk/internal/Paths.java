package io.github.vastsdk.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds request paths and queries. */
final class Paths {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]+}");

    private Paths() {}

    /** Fills the places of a template in order; each argument becomes one path segment. */
    static String expand(String template, Object... args) {
        Matcher places = PLACE.matcher(template);
        StringBuilder path = new StringBuilder();
        int used = 0;
        while (places.find()) {
            if (used == args.length) {
                throw new IllegalArgumentException(template + " needs more than " + args.length + " path arguments");
            }
            places.appendReplacement(path, Matcher.quoteReplacement(segment(args[used++])));
        }
        if (used != args.length) {
            throw new IllegalArgumentException(
                    template + " takes " + used + " path arguments, " + args.length + " were given");
        }
        return places.appendTail(path).toString();
    }

    private static String segment(Object arg) {
        String text = arg.toString();
        // Dot segments would be removed by whoever normalises the URL, and address another operation.
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("\"" + text + "\" cannot stand in a path");
        }
        return encode(text);
    }

    /** Percent-encodes and joins query parameters; empty for none. */
    static String query(Map<String, String> parameters) {
        StringJoiner joined = new StringJoiner("&");
        parameters.forEach((name, value) -> joined.add(encode(name) + "=" + encode(value)));
        return joined.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
