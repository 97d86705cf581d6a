package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.github.vastsdk.Secret;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Booleans that may come as number or text, and secrets from any scalar. */
final class ScalarReaders {
    private ScalarReaders() {}

    static final class OfBoolean extends StdScalarDeserializer<Boolean> {
        @Serial
        private static final long serialVersionUID = 1;

        OfBoolean() {
            super(Boolean.class);
        }

        @Override
        public @Nullable Boolean deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return switch (in.currentTokenId()) {
                case JsonTokenId.ID_TRUE -> Boolean.TRUE;
                case JsonTokenId.ID_FALSE -> Boolean.FALSE;
                case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> in.getDoubleValue() != 0;
                case JsonTokenId.ID_STRING -> fromText(in.getText(), context);
                default -> (Boolean) context.handleUnexpectedToken(Boolean.class, in);
            };
        }

        private static @Nullable Boolean fromText(String text, DeserializationContext context) throws IOException {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1" -> Boolean.TRUE;
                case "false", "0" -> Boolean.FALSE;
                case "" -> null;
                default -> context.reportInputMismatch(Boolean.class, "text that is neither true nor false");
            };
        }
    }

    static final class OfSecret extends StdScalarDeserializer<Secret> {
        @Serial
        private static final long serialVersionUID = 1;

        OfSecret() {
            super(Secret.class);
        }

        @Override
        public Secret deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.currentToken().isScalarValue()) {
                return (Secret) context.handleUnexpectedToken(Secret.class, in);
            }
            return Secret.of(in.getText());
        }
    }
}
