package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.github.vastsdk.Secret;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** Environment variables as a list of pairs, an object, a list of {@code K=V} texts, or JSON text of these. */
public final class ExtraEnvReader extends StdDeserializer<Map<String, Secret>> {
    @Serial
    private static final long serialVersionUID = 1;

    /** Made by the reader of the record that names it. */
    public ExtraEnvReader() {
        super(Map.class);
    }

    @Override
    public Map<String, Secret> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode env = EmbeddedJson.unwrap(context.readTree(in));
        Map<String, Secret> variables = new LinkedHashMap<>();
        if (env.isArray()) {
            env.forEach(entry -> add(entry, variables));
        } else if (env.isObject()) {
            env.properties().forEach(member -> variables.put(member.getKey(), secret(member.getValue())));
        } else {
            add(env, variables);
        }
        return variables;
    }

    private static void add(JsonNode entry, Map<String, Secret> variables) {
        if (entry.isArray()) {
            if (!entry.isEmpty()) {
                variables.put(entry.get(0).asText(), secret(entry.path(1)));
            }
        } else if (entry.isObject()) {
            entry.properties().forEach(member -> variables.put(member.getKey(), secret(member.getValue())));
        } else if (!entry.asText().isBlank() && !entry.isNull()) {
            String[] parts = entry.asText().split("=", 2);
            variables.put(parts[0], Secret.of(parts.length > 1 ? parts[1] : ""));
        }
    }

    private static Secret secret(JsonNode value) {
        return Secret.of(value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText());
    }
}
