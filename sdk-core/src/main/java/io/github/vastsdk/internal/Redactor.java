package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Serial;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns data from the wire into text that may be shown. Nothing else does.
 *
 * <p>In JSON, members with sensitive names are masked, at every depth; every other text, and whatever is not JSON, goes
 * through the rules of {@link TextRedaction}.
 */
public final class Redactor {
    private static final int READ_BYTES = 1024 * 1024;
    private static final int HEADER_CHARS = 200;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern PUBLIC_KEY = Pattern.compile("(?:ssh-|ecdsa-sha2-|sk-(?:ssh|ecdsa)-)\\S+ .*");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Set<String> HEADERS = Set.of(
            "allow",
            "cf-ray",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "retry-after",
            "server",
            "x-request-id");

    private Redactor() {}

    /**
     * Gives the beginning of a body without its secrets.
     *
     * @param body the body, decompressed
     * @param cap the most characters to give
     * @return the text; ends in {@code …} if it was cut
     */
    public static String text(byte[] body, int cap) {
        int length = Math.min(body.length, READ_BYTES);
        Capped out = new Capped(cap);
        try (JsonParser parser = JSON.createParser(body, 0, length);
                JsonGenerator generator = JSON.createGenerator(out)) {
            if (parser.nextToken() != null) {
                copy(parser, generator, cap);
                if (parser.nextToken() == null) {
                    generator.flush();
                    return out.toString();
                }
            }
        } catch (Full full) {
            return out.toString();
        } catch (IOException notJson) {
            return textOnly(body, length, cap);
        }
        return textOnly(body, length, cap);
    }

    /**
     * Gives a text as one line without its secrets.
     *
     * @param text the text
     * @param cap the most characters to give
     * @return the line; ends in {@code …} if it was cut
     */
    public static String line(String text, int cap) {
        String redacted = TextRedaction.redact(text, cap);
        return LINE_BREAKS.matcher(redacted).replaceAll(" ").strip();
    }

    /**
     * Gives those headers that may be shown. Of a redirect's target only the host remains.
     *
     * @param headers all headers
     * @return the headers that help to understand a failure, with names in lower case
     */
    public static Map<String, List<String>> headers(Map<String, List<String>> headers) {
        Map<String, List<String>> shown = new TreeMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (HEADERS.contains(lower)) {
                shown.put(lower, values.stream().map(v -> line(v, HEADER_CHARS)).toList());
            }
        });
        String target = redirectTarget(headers);
        if (target != null) {
            shown.put("location", List.of(target));
        }
        return shown;
    }

    /**
     * Gives the scheme, host and port that a redirect leads to.
     *
     * @param headers all headers
     * @return the target, or {@code null} if there is none or it names no host
     */
    static @Nullable String redirectTarget(Map<String, List<String>> headers) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("location")
                    && !header.getValue().isEmpty()) {
                return origin(header.getValue().get(0));
            }
        }
        return null;
    }

    private static @Nullable String origin(String location) {
        try {
            URI uri = new URI(location.strip());
            if (uri.getScheme() == null || uri.getHost() == null) {
                return null;
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return TextRedaction.cut(uri.getScheme() + "://" + uri.getHost() + port, HEADER_CHARS);
        } catch (URISyntaxException noUri) {
            return null; // It leads nowhere that could be named.
        }
    }

    private static String textOnly(byte[] body, int length, int cap) {
        return TextRedaction.redact(new String(body, 0, length, StandardCharsets.UTF_8), cap);
    }

    private static void copy(JsonParser parser, JsonGenerator generator, int cap) throws IOException {
        int depth = 0;
        do {
            if (parser.currentToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                generator.writeFieldName(TextRedaction.redact(name, cap));
                parser.nextToken();
                if (SensitiveNames.isSensitiveMember(name) && mustHide(parser, SensitiveNames.isKey(name))) {
                    parser.skipChildren();
                    generator.writeString(TextRedaction.MASK);
                    continue;
                }
            }
            copyToken(parser, generator, cap);
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && parser.nextToken() != null);
    }

    /** What is no value may be shown, and so may a public key; an object named {@code key} describes one. */
    private static boolean mustHide(JsonParser parser, boolean key) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> false;
            case START_OBJECT -> !key;
            case VALUE_STRING -> !(key && PUBLIC_KEY.matcher(parser.getText()).matches());
            default -> true;
        };
    }

    private static void copyToken(JsonParser parser, JsonGenerator generator, int cap) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_STRING -> generator.writeString(TextRedaction.redact(parser.getText(), cap));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                String digits = parser.getText(); // As sent: reading a number could round it, or fail.
                String shown = TextRedaction.redact(digits, cap);
                if (shown.equals(digits)) {
                    generator.writeNumber(digits);
                } else {
                    generator.writeString(shown);
                }
            }
            default -> generator.copyCurrentEvent(parser);
        }
    }

    /** Collects text up to a cap, and ends the copying there. */
    private static final class Capped extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int cap;

        Capped(int cap) {
            this.cap = cap;
        }

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            text.append(chars, offset, length);
            if (text.length() > cap) {
                throw new Full();
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }

        @Override
        public String toString() {
            return TextRedaction.cut(text.toString(), cap);
        }
    }

    /** Says that the cap is reached; never leaves this class. */
    private static final class Full extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
