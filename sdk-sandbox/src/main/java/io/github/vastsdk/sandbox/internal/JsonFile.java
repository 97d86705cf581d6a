package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An object that lies beside the classes. */
final class JsonFile {
    private JsonFile() {}

    /** Reads one. */
    static ObjectNode read(String name) {
        try (InputStream in = JsonFile.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return (ObjectNode) Objects.requireNonNull(Json.parse(text), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
