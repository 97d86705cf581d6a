package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Members of an answer that this version does not know. {@link #toString()} names them all, but shows a value only
 * if it is short and its name does not sound like a secret: nobody has looked at these members yet.
 */
public final class Extra extends AbstractMap<String, JsonNode> {
    private static final Extra NONE = new Extra(Map.of());
    private static final int SHORT = 40;
    private static final Pattern SENSITIVE = Pattern.compile(
            "key|token|secret|passw|pwd|credential|login|auth|sid|session|hmac|sign|cookie|private|env|value",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, JsonNode> members;

    private Extra(Map<String, JsonNode> members) {
        this.members = members;
    }

    /**
     * Wraps a copy of the members.
     *
     * @param members the members, or null for none
     * @return an unmodifiable map in the same order
     */
    public static Map<String, JsonNode> of(@Nullable Map<String, JsonNode> members) {
        if (members instanceof Extra) {
            return members;
        }
        return members == null || members.isEmpty() ? NONE : new Extra(new LinkedHashMap<>(members));
    }

    @Override
    public Set<Entry<String, JsonNode>> entrySet() {
        return Collections.unmodifiableMap(members).entrySet();
    }

    @Override
    public @Nullable JsonNode get(Object name) {
        return members.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return members.containsKey(name);
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + shown(member.getKey(), member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shown(String name, JsonNode value) {
        if (SENSITIVE.matcher(name).find()) {
            return "***";
        }
        if (value.isContainerNode()) {
            return value.isArray() ? "[…]" : "{…}";
        }
        String text = value.asText();
        return text.length() <= SHORT ? text : "…";
    }
}
