package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the output of an instance will be.
 *
 * @param address a signed address; null if there will be no output
 * @param workFolder a path that the host's own work puts into the output
 * @param msg what the service says
 */
public record OutputTicket(@Nullable String address, @Nullable String workFolder, @Nullable String msg) {
    /** Reads an answer. */
    public static OutputTicket read(JsonNode json) throws IOException {
        if (!json.isObject()) {
            throw new IOException("an object was expected, not " + json.getNodeType());
        }
        return new OutputTicket(text(json, "result_url"), text(json, "writeable_path"), text(json, "msg"));
    }

    private static @Nullable String text(JsonNode json, String member) {
        String text = json.path(member).asText("");
        return text.isBlank() || json.path(member).isNull() ? null : text;
    }

    /** Shows nothing of the address: its query is a credential. */
    @Override
    public String toString() {
        return "OutputTicket[" + (address == null ? "no address" : "an address") + "]";
    }
}
