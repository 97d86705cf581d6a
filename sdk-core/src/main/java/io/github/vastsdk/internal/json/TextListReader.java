package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** A list of texts that may come as one text. */
public final class TextListReader extends StdDeserializer<List<String>> {
    @Serial
    private static final long serialVersionUID = 1;

    /** Made by the reader of the record that names it. */
    public TextListReader() {
        super(List.class);
    }

    @Override
    public List<String> deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode sent = context.readTree(in);
        List<String> texts = new ArrayList<>();
        if (sent.isArray()) {
            sent.forEach(entry -> add(entry, texts));
        } else {
            add(sent, texts);
        }
        return texts;
    }

    private static void add(JsonNode entry, List<String> texts) {
        String text = entry.isContainerNode() ? entry.toString() : entry.asText();
        if (!entry.isNull() && !text.isBlank()) {
            texts.add(text);
        }
    }
}
