package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.ErrorResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about a failure, whatever its shape: an object with any of the known members, a bare JSON string,
 * plain text, HTML, or nothing that can be read.
 *
 * @param code the code from the {@code error} member, or else the first one inside the text
 * @param codeInText the first code inside the text, which may say more than {@code code} does
 * @param text everything said, as sent, for matching the wording; not for showing
 * @param detail the explanation in one short and redacted line
 */
record ErrorBody(ErrorCode code, ErrorCode codeInText, String text, @Nullable String detail) {
    private static final int PARSED_BYTES = 64 * 1024;
    private static final int TEXT_CHARS = 4 * 1024;
    private static final int DETAIL_CHARS = 300;
    private static final int SHOWN_CHARS = 8 * 1024;
    private static final int NESTING = 4;

    private static final String[] EXPLANATIONS = {"msg", "message", "detail", "error_msg", "error", "errors"};
    private static final Pattern CODE = Pattern.compile("[\\w.-]{1,64}");
    private static final Pattern CODE_IN_TEXT = Pattern.compile("(?<![\\w])[a-z0-9]++(?:_[a-z0-9]++){1,8}+(?![\\w])");
    private static final Pattern CODE_MEMBER = Pattern.compile("\"error\"\\s*:\\s*\"([\\w.-]{1,64})\"");
    private static final Pattern MARKUP = Pattern.compile("<[!?a-zA-Z]");

    /** Only reads what is JSON from end to end: a text such as {@code 404 page not found} begins like a number. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    static ErrorBody read(byte[] body) {
        JsonNode json = parse(body);
        if (json != null) {
            Set<String> said = new LinkedHashSet<>();
            explain(json, said, NESTING);
            return of(codeOf(json), said);
        }
        String text = new String(body, 0, Math.min(body.length, PARSED_BYTES), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        if (MARKUP.matcher(text).lookingAt()) {
            return new ErrorBody(ErrorCode.NONE, ErrorCode.NONE, "", "an HTML page");
        }
        Matcher member = CODE_MEMBER.matcher(text);
        boolean stated = member.find() && isCode(member.group(1));
        return of(stated ? ErrorCode.of(member.group(1)) : ErrorCode.NONE, Set.of(text));
    }

    /** Puts it together with the rest of the answer, as it may be shown. */
    ErrorResponse response(int status, Map<String, List<String>> headers, byte[] body) {
        String shown = status / 100 == 3 ? redirect(headers) : detail;
        return new ErrorResponse(status, code, shown, Redactor.text(body, SHOWN_CHARS), Redactor.headers(headers));
    }

    private static String redirect(Map<String, List<String>> headers) {
        String target = Redactor.redirectTarget(headers);
        return "redirected" + (target == null ? "" : " to " + target)
                + "; redirects are not followed, the base URL may be wrong";
    }

    private static @Nullable JsonNode parse(byte[] body) {
        if (body.length > PARSED_BYTES) {
            return null;
        }
        try {
            JsonNode json = JSON.readTree(body);
            return json.isMissingNode() ? null : json;
        } catch (IOException notJson) {
            return null; // Then it is read as text.
        }
    }

    private static ErrorBody of(ErrorCode stated, Set<String> said) {
        String text = String.join("\n", said);
        text = text.substring(0, Math.min(text.length(), TEXT_CHARS));
        ErrorCode inText = codeIn(text, stated);
        String first = said.stream().filter(s -> !s.isBlank()).findFirst().orElse("");
        String detail = Redactor.line(first, DETAIL_CHARS);
        return new ErrorBody(
                stated.equals(ErrorCode.NONE) ? inText : stated, inText, text, detail.isEmpty() ? null : detail);
    }

    private static ErrorCode codeOf(JsonNode json) {
        JsonNode object = json.isArray() && !json.isEmpty() ? json.get(0) : json;
        JsonNode error = object.path("error");
        for (JsonNode candidate : new JsonNode[] {error, error.path("code"), error.path("type"), object.path("code")}) {
            if (candidate.isTextual() && isCode(candidate.textValue())) {
                return ErrorCode.of(candidate.textValue());
            }
        }
        return ErrorCode.NONE;
    }

    /** A sentence, or something that must not be shown, is no code. */
    private static boolean isCode(String text) {
        String code = text.strip();
        boolean showable = CODE.matcher(code).matches()
                && Redactor.line(code, code.length()).equals(code);
        return showable || ErrorCode.of(code).isDocumented();
    }

    private static void explain(JsonNode json, Set<String> said, int depth) {
        if (json.isTextual() || json.isNumber()) {
            said.add(json.asText());
        } else if (json.isArray() && !json.isEmpty() && depth > 0) {
            explain(json.get(0), said, depth - 1);
        } else if (json.isObject() && depth > 0) {
            for (String name : EXPLANATIONS) {
                JsonNode member = json.path(name);
                if (!(name.equals("error") && member.isTextual() && isCode(member.textValue()))) {
                    explain(member, said, depth - 1);
                }
            }
        }
    }

    private static ErrorCode codeIn(String text, ErrorCode stated) {
        Matcher word = CODE_IN_TEXT.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            ErrorCode code = ErrorCode.of(word.group());
            boolean known = code.isDocumented() || word.group().matches("(?:no_such|insufficient)_.{1,40}");
            if (known && !code.equals(stated)) {
                return code;
            }
        }
        return ErrorCode.NONE;
    }
}
