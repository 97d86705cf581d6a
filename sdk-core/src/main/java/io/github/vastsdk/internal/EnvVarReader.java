package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.model.EnvVar;
import java.util.ArrayList;
import java.util.List;

/** The answer that lists environment variables. */
public final class EnvVarReader {
    private EnvVarReader() {}

    /**
     * Reads {@code {"secrets": {name: value}}}. Null secrets are none; an array counts as none if it is empty.
     *
     * @param body the answer
     * @return the variables in the order sent
     * @throws JsonMappingException if the answer has no such shape
     */
    public static List<EnvVar> read(JsonNode body) throws JsonMappingException {
        JsonNode secrets = body.path("secrets");
        boolean none = secrets.isNull() || (secrets.isArray() && secrets.isEmpty());
        if (!secrets.isObject() && !none) {
            throw JsonMappingException.from((JsonParser) null, "the answer has no object secrets");
        }
        List<EnvVar> variables = new ArrayList<>();
        secrets.properties().forEach(member -> variables.add(variable(member.getKey(), member.getValue())));
        return List.copyOf(variables);
    }

    private static EnvVar variable(String name, JsonNode value) {
        String text = value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText();
        return new EnvVar(name, Secret.of(text));
    }
}
