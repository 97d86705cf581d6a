package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads a member whose form is not certain. Where that fails, a record holds null, and what was sent among its unknown
 * members, so that one odd text neither becomes a number nor costs the whole answer.
 *
 * @param <T> what is read
 */
public abstract class BestEffort<T> extends StdScalarDeserializer<T> {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient JsonDeserializer<T> reader;

    private BestEffort(Class<T> type, JsonDeserializer<T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public @Nullable T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode sent = context.readTree(in);
        try (JsonParser again = sent.traverse(in.getCodec())) {
            again.nextToken();
            return reader.deserialize(again, context);
        } catch (JsonProcessingException e) {
            throw new Unread(in, sent, e);
        }
    }

    /** Thrown when it fails. */
    static final class Unread extends JsonMappingException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient JsonNode sent;

        Unread(JsonParser in, JsonNode sent, JsonProcessingException cause) {
            super(in, cause.getOriginalMessage(), cause);
            this.sent = sent;
        }

        JsonNode sent() {
            return sent;
        }
    }

    /** Reads a whole number. */
    public static final class OfInteger extends BestEffort<Integer> {
        @Serial
        private static final long serialVersionUID = 1;

        /** Made by the reader of the record that names it. */
        public OfInteger() {
            super(Integer.class, new NumberReaders.OfInteger());
        }
    }

    /** Reads a whole number of 64 bits. */
    public static final class OfLong extends BestEffort<Long> {
        @Serial
        private static final long serialVersionUID = 1;

        /** Made by the reader of the record that names it. */
        public OfLong() {
            super(Long.class, new NumberReaders.OfLong());
        }
    }

    /** Reads a point in time. */
    public static final class OfInstant extends BestEffort<Instant> {
        @Serial
        private static final long serialVersionUID = 1;

        /** Made by the reader of the record that names it. */
        public OfInstant() {
            super(Instant.class, new TimeReaders.OfInstant());
        }
    }
}
