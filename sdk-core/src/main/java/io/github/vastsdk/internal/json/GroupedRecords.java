package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object into a record, in one streaming pass. A component marked {@code @JsonUnwrapped} is a group: a
 * record whose components are fed from the same flat object. Jackson knows the same annotations, but its own way reads
 * the members of groups twice, and fails on records together with {@code @JsonAnySetter}.
 *
 * <p>Understood on components: {@code @JsonProperty} (required), {@code @JsonAlias}, {@code @JsonUnwrapped},
 * {@code @JsonDeserialize(using = …)}, and {@code @JsonAnySetter} for the map of unknown members. A
 * {@code @JsonCreator} factory with one text parameter reads an answer that is a bare text. {@code null} counts as
 * absent, so that of two names for one component the one with a value wins. Lists and maps are
 * never null, hold no null and cannot be modified. Texts in groups are stripped, because the service sends stray white
 * space there; texts of the outer record stay as sent. What a {@link BestEffort} cannot read joins the unknown members.
 */
final class GroupedRecords extends StdDeserializer<Record> implements ResolvableDeserializer {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient RecordShape shape;
    private transient JsonDeserializer<?>[] readers = new JsonDeserializer<?>[0];

    GroupedRecords(Class<? extends Record> type) {
        super(type);
        shape = RecordShape.of(type);
    }

    /** Claims the records of this library; records of users stay with Jackson. */
    static final class Finder extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            Class<?> raw = type.getRawClass();
            return raw.isRecord() && raw.getModule() == GroupedRecords.class.getModule()
                    ? new GroupedRecords(raw.asSubclass(Record.class))
                    : null;
        }
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        JsonDeserializer<?>[] resolved = new JsonDeserializer<?>[shape.slots().size()];
        for (RecordShape.Slot slot : shape.slots()) {
            resolved[slot.index()] = slot.using() == null
                    ? context.findContextualValueDeserializer(context.constructType(slot.type()), null)
                    : slot.using();
        }
        readers = resolved;
    }

    @Override
    public @Nullable Record deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING && shape.readsText()) {
            return shape.fromText(in.getText(), in);
        }
        if (!in.isExpectedStartObjectToken()) {
            return (Record) context.handleUnexpectedToken(handledType(), in);
        }
        @Nullable Object[][] values = shape.newValues();
        Map<String, JsonNode> extra = null;
        String name = null;
        try {
            while ((name = in.nextFieldName()) != null) {
                JsonToken token = in.nextToken();
                RecordShape.Slot slot = shape.find(name);
                if (slot != null) {
                    if (token != JsonToken.VALUE_NULL) {
                        try {
                            Object value = readers[slot.index()].deserialize(in, context);
                            @Nullable Object[] row = values[slot.group()];
                            row[slot.component()] = slot.finish().apply(value);
                        } catch (BestEffort.Unread e) {
                            extra = extra == null ? new LinkedHashMap<>() : extra;
                            extra.put(name, e.sent());
                        }
                    }
                } else if (shape.keepsExtra()) {
                    extra = extra == null ? new LinkedHashMap<>() : extra;
                    extra.put(name, context.readTree(in));
                } else {
                    in.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw name == null ? e : JsonMappingException.wrapWithPath(e, handledType(), name);
        }
        return shape.create(values, extra, in);
    }
}
