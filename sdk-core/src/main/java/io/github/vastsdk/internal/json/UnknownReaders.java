package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Numbers for which the service writes -1 when it means "unknown" or "none": these are read as null. */
public final class UnknownReaders {
    private UnknownReaders() {}

    /** Reads a number. */
    public static final class OfDouble extends StdScalarDeserializer<Double> {
        @Serial
        private static final long serialVersionUID = 1;

        private final NumberReaders.OfDouble reader = new NumberReaders.OfDouble();

        /** Made by the reader of the record that names it. */
        public OfDouble() {
            super(Double.class);
        }

        @Override
        public @Nullable Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Double value = reader.deserialize(in, context);
            return value == null || value == -1 ? null : value;
        }
    }

    /** Reads a whole number. */
    public static final class OfInteger extends StdScalarDeserializer<Integer> {
        @Serial
        private static final long serialVersionUID = 1;

        private final NumberReaders.OfInteger reader = new NumberReaders.OfInteger();

        /** Made by the reader of the record that names it. */
        public OfInteger() {
            super(Integer.class);
        }

        @Override
        public @Nullable Integer deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Integer value = reader.deserialize(in, context);
            return value == null || value == -1 ? null : value;
        }
    }
}
