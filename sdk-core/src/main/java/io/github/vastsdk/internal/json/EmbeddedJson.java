package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** JSON that comes as a text inside JSON, sometimes encoded twice, sometimes with junk behind it. */
public final class EmbeddedJson {
    private static final int MAX_LAYERS = 3;

    private EmbeddedJson() {}

    /**
     * Unwraps a value.
     *
     * @param node any value
     * @return the array or object inside the text; the node itself if it is no text, or if its text is not an
     *     encoded array, object or text; a missing node for a text that is blank or {@code null}
     * @throws JsonProcessingException if the text starts as JSON and then is not
     */
    public static JsonNode unwrap(JsonNode node) throws JsonProcessingException {
        JsonNode value = node;
        for (int layer = 0; layer < MAX_LAYERS && value.isTextual(); layer++) {
            String text = value.textValue().strip();
            if (text.isEmpty() || text.equals("null")) {
                return MissingNode.getInstance();
            }
            if ("[{\"".indexOf(text.charAt(0)) < 0) {
                return value;
            }
            // Reads the first value and ignores what follows it.
            value = Json.tree(text);
        }
        return value;
    }
}
