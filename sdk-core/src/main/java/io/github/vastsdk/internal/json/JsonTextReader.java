package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** JSON that is wanted as text: it comes as such a text, or as the object itself. */
public final class JsonTextReader extends StdScalarDeserializer<String> {
    @Serial
    private static final long serialVersionUID = 1;

    /** Made by the reader of the record that names it. */
    public JsonTextReader() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode sent = context.readTree(in);
        try {
            JsonNode value = EmbeddedJson.unwrap(sent);
            return value.isMissingNode() ? null : value.isTextual() ? value.textValue() : value.toString();
        } catch (JsonProcessingException e) {
            return sent.textValue(); // Somebody's own text: it stays as it is.
        }
    }
}
