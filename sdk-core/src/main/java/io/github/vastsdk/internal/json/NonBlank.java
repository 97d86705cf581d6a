package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.github.vastsdk.Secret;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Texts for which the service writes an empty one when it means "none": these are read as null. */
public final class NonBlank {
    private NonBlank() {}

    /** Reads a text, without the space around it. */
    public static final class OfText extends StdScalarDeserializer<String> {
        @Serial
        private static final long serialVersionUID = 1;

        /** Made by the reader of the record that names it. */
        public OfText() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = _parseString(in, context, this);
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** Reads a secret, exactly as it is. */
    public static final class OfSecret extends StdScalarDeserializer<Secret> {
        @Serial
        private static final long serialVersionUID = 1;

        private final ScalarReaders.OfSecret reader = new ScalarReaders.OfSecret();

        /** Made by the reader of the record that names it. */
        public OfSecret() {
            super(Secret.class);
        }

        @Override
        public @Nullable Secret deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Secret secret = reader.deserialize(in, context);
            return secret.reveal().isBlank() ? null : secret;
        }
    }
}
