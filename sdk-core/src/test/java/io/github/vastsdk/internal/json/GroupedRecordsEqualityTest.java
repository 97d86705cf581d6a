package io.github.vastsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceStatus;
import io.github.vastsdk.model.User;
import io.github.vastsdk.model.Verification;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The streaming reader must give what reading each member from a tree gives, whatever the order of the members. */
class GroupedRecordsEqualityTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 200)
    void instance_whenRandomMembers_thenAsReadFromATree(@ForAll long seed) throws Exception {
        assertSameAsTree(Instance.class, new Random(seed));
    }

    @Property(tries = 100)
    void user_whenRandomMembers_thenAsReadFromATree(@ForAll long seed) throws Exception {
        assertSameAsTree(User.class, new Random(seed));
    }

    private static <R extends Record> void assertSameAsTree(Class<R> type, Random random) throws Exception {
        List<ObjectNode> members = new ArrayList<>();
        addMembers(type, random, members);
        members.add(NODES.objectNode().put("zz_future", random.nextInt()));
        Collections.shuffle(members, random);
        ObjectNode row = NODES.objectNode();
        members.forEach(row::setAll);

        R record = Json.reader(type).readValue(row.toString());

        assertReads(record, row, false);
        assertThat(record.toString()).doesNotContain("zz_future");
    }

    private static void addMembers(Class<?> type, Random random, List<ObjectNode> members) throws Exception {
        for (RecordComponent component : type.getRecordComponents()) {
            Field field = type.getDeclaredField(component.getName());
            if (field.isAnnotationPresent(JsonUnwrapped.class)) {
                addMembers(field.getType(), random, members);
            } else if (field.isAnnotationPresent(JsonProperty.class) && isLeaf(field) && random.nextInt(10) > 0) {
                members.add(NODES.objectNode()
                        .set(field.getAnnotation(JsonProperty.class).value(), value(field.getType(), random)));
            }
        }
    }

    private static void assertReads(Record record, ObjectNode row, boolean group) throws Exception {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Field field = record.getClass().getDeclaredField(component.getName());
            Object actual = component.getAccessor().invoke(record);
            if (field.isAnnotationPresent(JsonUnwrapped.class)) {
                assertReads((Record) actual, row, true);
            } else if (field.isAnnotationPresent(JsonAnySetter.class)) {
                assertThat(actual).isEqualTo(java.util.Map.of("zz_future", row.get("zz_future")));
            } else if (isLeaf(field)) {
                JsonNode node = row.path(field.getAnnotation(JsonProperty.class).value());
                Object expected = node.isMissingNode() || node.isNull() ? null : Json.convert(node, field.getType());
                assertThat(actual)
                        .as(field.toString())
                        .isEqualTo(group && expected instanceof String text ? text.strip() : expected);
            }
        }
    }

    private static boolean isLeaf(Field field) {
        return !field.isAnnotationPresent(JsonDeserialize.class)
                && !List.class.equals(field.getType())
                && !field.getType().isRecord();
    }

    private static JsonNode value(Class<?> type, Random random) {
        if (random.nextInt(8) == 0) {
            return NODES.nullNode();
        }
        boolean asText = random.nextInt(4) == 0;
        if (type == Integer.class || type == Long.class || type == Instant.class || type == Duration.class) {
            int number = random.nextInt();
            return asText ? NODES.textNode(" " + number) : NODES.numberNode(number);
        }
        if (type == Double.class) {
            double number = random.nextDouble() * 1e6;
            return asText ? NODES.textNode(Double.toString(number)) : NODES.numberNode(number);
        }
        if (type == Boolean.class) {
            return asText ? NODES.numberNode(random.nextInt(2)) : NODES.booleanNode(random.nextBoolean());
        }
        if (type == InstanceStatus.class || type == Verification.class) {
            return NODES.textNode(asText ? "Running" : "verified");
        }
        return NODES.textNode(" té\"xt\\" + random.nextInt() + "\n ");
    }
}
