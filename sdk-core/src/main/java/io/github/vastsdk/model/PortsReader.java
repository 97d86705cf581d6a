package io.github.vastsdk.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.github.vastsdk.internal.json.EmbeddedJson;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Port bindings as {@code {"22/tcp": [binding, …]}}; a bare array of ports gives ports without bindings. */
final class PortsReader extends StdDeserializer<Map<String, List<PortBinding>>> {
    @Serial
    private static final long serialVersionUID = 1;

    /** Made by the reader of the record that names it. */
    PortsReader() {
        super(Map.class);
    }

    @Override
    public Map<String, List<PortBinding>> deserialize(JsonParser in, DeserializationContext context)
            throws IOException {
        JsonNode ports = EmbeddedJson.unwrap(context.readTree(in));
        Map<String, List<PortBinding>> result = new LinkedHashMap<>();
        if (ports.isArray()) {
            ports.forEach(port -> result.put(port.asText(), List.of()));
        } else if (ports.isObject()) {
            for (Map.Entry<String, JsonNode> member : ports.properties()) {
                result.put(member.getKey(), bindings(member.getValue()));
            }
        } else if (!ports.isMissingNode()) {
            context.reportInputMismatch(Map.class, "neither an object nor an array of ports");
        }
        return result;
    }

    private static List<PortBinding> bindings(JsonNode sent) throws JsonProcessingException {
        List<PortBinding> bindings = new ArrayList<>();
        for (JsonNode binding : sent.isObject() ? List.of(sent) : sent) {
            if (!binding.isNull()) {
                bindings.add(Json.convert(binding, PortBinding.class));
            }
        }
        return List.copyOf(bindings);
    }
}
