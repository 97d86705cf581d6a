package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.vastsdk.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reading and writing JSON. The mapper is built on first use.
 *
 * <p>Reading is lenient: unknown and duplicate members, trailing text and {@code NaN} are accepted, and values may
 * come as number or text ({@link JsonModule}). Limits guard against hostile answers: 100 MB per text, 1000 levels,
 * 1000 digits per number. Errors never quote the answer.
 */
public final class Json {
    private static final int MAX_TEXT_LENGTH = 100_000_000;
    private static final int MAX_DEPTH = 1000;
    private static final int MAX_DIGITS = 1000;

    private Json() {}

    /** Builds the mapper only when the first call needs it. */
    private static final class Holder {
        static final JsonMapper MAPPER = JsonMapper.builder(newFactory())
                .addModule(new JsonModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .build();
        static final ObjectWriter WRITER = MAPPER.writer();
        static final ObjectWriter REDACTING_WRITER = WRITER.withAttribute(JsonModule.REDACT, true);
        static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();
    }

    private static JsonFactory newFactory() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAX_TEXT_LENGTH)
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_DIGITS)
                        .build())
                .build();
    }

    /**
     * Writes a request body. {@link Secret}s are written as their text, and nulls as {@code null}: whoever builds
     * the body leaves out what must be absent.
     *
     * @param value a map, list, record or tree
     * @return the body as UTF-8
     * @throws IllegalArgumentException if the value holds something that has no JSON form
     */
    public static byte[] write(Object value) {
        try {
            return Holder.WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw notWritable(value, e);
        }
    }

    /**
     * Writes JSON that stands in a query.
     *
     * @param value a map or list
     * @return the JSON text
     */
    public static String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    /**
     * Writes a value for people to read, with each {@link Secret} as {@code ***}.
     *
     * @param value a map, list, record or tree
     * @return the JSON text
     * @throws IllegalArgumentException if the value holds something that has no JSON form
     */
    public static String writeRedacted(Object value) {
        try {
            return Holder.REDACTING_WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw notWritable(value, e);
        }
    }

    private static IllegalArgumentException notWritable(Object value, JsonProcessingException cause) {
        return new IllegalArgumentException(value.getClass().getName() + " cannot be written as JSON", cause);
    }

    /**
     * Reads any JSON.
     *
     * @param bytes UTF-8 (or another encoding that JSON allows), possibly empty
     * @return the tree; a {@linkplain JsonNode#isMissingNode() missing node} if there is nothing but white space
     * @throws IOException if the bytes are no JSON
     */
    public static JsonNode tree(byte[] bytes) throws IOException {
        return Holder.MAPPER.readTree(bytes);
    }

    /**
     * Reads any JSON from a stream, which is closed.
     *
     * @param in UTF-8 (or another encoding that JSON allows), possibly empty
     * @return the tree; a {@linkplain JsonNode#isMissingNode() missing node} if there is nothing but white space
     * @throws IOException if the bytes are no JSON, or cannot be read
     */
    public static JsonNode tree(InputStream in) throws IOException {
        try (in) {
            return Holder.MAPPER.readTree(in);
        }
    }

    /**
     * Reads any JSON from a text.
     *
     * @param text the text, possibly empty
     * @return the tree; a {@linkplain JsonNode#isMissingNode() missing node} if there is nothing but white space
     * @throws JsonProcessingException if the text is no JSON
     */
    public static JsonNode tree(String text) throws JsonProcessingException {
        return Holder.MAPPER.readTree(text);
    }

    /**
     * Reads a value for a {@code fromJson} method.
     *
     * @param json the JSON text
     * @param type the class to read
     * @param <T> the class to read
     * @return the value
     * @throws IllegalArgumentException if the text is no JSON of that class
     */
    public static <T> T read(String json, Class<T> type) {
        Objects.requireNonNull(json, "json");
        T value;
        try {
            value = reader(type).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not the JSON of " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
        if (value == null) {
            throw new IllegalArgumentException("not the JSON of " + type.getSimpleName() + ": null");
        }
        return value;
    }

    /**
     * Reads a value from a tree.
     *
     * @param node the tree
     * @param type the class to read
     * @param <T> the class to read
     * @return the value
     * @throws JsonProcessingException if the tree does not fit the class
     */
    public static <T> T convert(JsonNode node, Class<T> type) throws JsonProcessingException {
        return Holder.MAPPER.treeToValue(node, type);
    }

    /**
     * The reader of a class, made once.
     *
     * @param type the class to read
     * @return a reader that threads may share
     */
    public static ObjectReader reader(Class<?> type) {
        return Holder.READERS.computeIfAbsent(type, Holder.MAPPER::readerFor);
    }

    /**
     * The factory of streaming parsers, with the limits above.
     *
     * @return the factory that the mapper uses
     */
    public static JsonFactory factory() {
        return Holder.MAPPER.getFactory();
    }

    /**
     * Opens a streaming parser, for envelopes that are not worth a tree.
     *
     * @param in the JSON; closed with the parser
     * @return a parser before the first token
     * @throws IOException if the encoding cannot be told
     */
    public static JsonParser parser(InputStream in) throws IOException {
        return factory().createParser(in);
    }
}
