package io.github.vastsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.vastsdk.model.Instance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupedRecordsTest {
    record Size(@JsonProperty("width") @Nullable Double width, @JsonProperty("unit") @Nullable String unit) {}

    record Box(
            @JsonProperty("id") @Nullable Long id,
            @JsonUnwrapped Size size,
            @JsonProperty("name") @JsonAlias({"title", "label"}) @Nullable String name,
            @JsonProperty("tags") List<String> tags,
            @JsonProperty("counts") Map<String, Integer> counts,
            @JsonProperty("inner") @Nullable Box inner,
            @JsonAnySetter Map<String, JsonNode> extra) {}

    private static Box box(String json) throws Exception {
        return Json.reader(Box.class).readValue(json);
    }

    @Test
    void deserialize_whenFlatObject_thenGroupsAreFilled() throws Exception {
        Box box = box(
                "{\"width\":2,\"id\":1,\"unit\":\" cm \",\"name\":\" n \",\"tags\":[\"a\"],\"counts\":{\"x\":\"3\"}}");

        assertThat(box.id()).isEqualTo(1);
        assertThat(box.size()).isEqualTo(new Size(2.0, "cm"));
        assertThat(box.name()).isEqualTo(" n ");
        assertThat(box.tags()).containsExactly("a");
        assertThat(box.counts()).containsExactly(Map.entry("x", 3));
        assertThat(box.extra()).isEmpty();
    }

    @Test
    void deserialize_whenEmptyObject_thenGroupsAndCollectionsAreThere() throws Exception {
        assertThat(box("{}")).isEqualTo(new Box(null, new Size(null, null), null, List.of(), Map.of(), null, Map.of()));
    }

    @Test
    void deserialize_whenNulls_thenAsAbsent() throws Exception {
        assertThat(box("{\"id\":null,\"width\":null,\"unit\":null,\"name\":null,\"tags\":null,\"counts\":null}"))
                .isEqualTo(box("{}"));
        assertThat(box("{\"tags\":[null,\"a\"],\"counts\":{\"x\":null,\"y\":1}}"))
                .isEqualTo(box("{\"tags\":[\"a\"],\"counts\":{\"y\":1}}"));
    }

    @Test
    void deserialize_whenSecondNameAndNull_thenValueWins() throws Exception {
        assertThat(box("{\"name\":\"a\",\"title\":null}").name()).isEqualTo("a");
        assertThat(box("{\"name\":null,\"label\":\"b\"}").name()).isEqualTo("b");
    }

    @Test
    void deserialize_whenDuplicateMember_thenLastWins() throws Exception {
        assertThat(box("{\"id\":1,\"id\":2,\"zz\":1,\"zz\":2}"))
                .returns(2L, Box::id)
                .returns(Map.of("zz", IntNode.valueOf(2)), Box::extra);
    }

    @Test
    void deserialize_whenUnknownMembers_thenKeptInOrder() throws Exception {
        Box box = box("{\"zz_b\":{\"deep\":[1]},\"id\":1,\"zz_a\":null}");

        assertThat(box.extra())
                .containsExactly(
                        Map.entry("zz_b", Json.tree("{\"deep\":[1]}")), Map.entry("zz_a", NullNode.getInstance()));
        assertThatThrownBy(() -> box.extra().put("x", NullNode.getInstance()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void deserialize_whenRecordKeepsNoExtra_thenUnknownMembersAreSkipped() throws Exception {
        Size size = Json.reader(Size.class).readValue("{\"zz\":{\"a\":[1,{}]},\"width\":1}");

        assertThat(size.width()).isEqualTo(1.0);
    }

    @Test
    void deserialize_whenLists_thenUnmodifiable() throws Exception {
        Box box = box("{\"tags\":[\"a\"],\"counts\":{\"x\":1}}");

        assertThatThrownBy(() -> box.tags().add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> box.counts().put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void deserialize_whenWrongKind_thenErrorHasThePath() {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> box("{\"inner\":{\"inner\":{\"width\":{\"a\":1}}}}"))
                .satisfies(e -> assertThat(e.getPath())
                        .extracting(JsonMappingException.Reference::getFieldName)
                        .containsExactly("inner", "inner", "width"));
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> Json.reader(Instance[].class).readValue("[{\"id\":1},{\"num_gpus\":{}}]"))
                .satisfies(e -> assertThat(e.getPathReference())
                        .endsWith("[1]->" + Instance.class.getName() + "[\"num_gpus\"]"));
    }

    @Test
    void deserialize_whenNoObject_thenError() {
        for (String json : new String[] {"1", "\"text\"", "[]", "true"}) {
            assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> box(json));
        }
    }

    record Text(@JsonProperty("text") String text) {
        Text {
            if (text.isBlank()) {
                throw new IllegalArgumentException("blank");
            }
        }

        @JsonCreator
        static Text of(String text) {
            return new Text(text);
        }
    }

    @Test
    void deserialize_whenBareText_thenFactoryReadsIt() throws Exception {
        Text text = Json.reader(Text.class).readValue("\"hello\"");

        assertThat(text).isEqualTo(new Text("hello"));
    }

    @Test
    void deserialize_whenConstructorRefuses_thenMappingErrorWithCause() {
        for (String json : new String[] {"{\"text\":\" \"}", "\" \""}) {
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> Json.reader(Text.class).readValue(json))
                    .withMessageContaining("blank")
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    record Primitive(@JsonProperty("a") int a) {}

    record Unnamed(String a) {}

    record Twice(@JsonProperty("a") String a, @JsonProperty("b") @JsonAlias("a") String b) {}

    record NestedGroup(@JsonUnwrapped Box box) {}

    record BadReader(@JsonProperty("a") @JsonDeserialize(using = NumberReadersTestOnly.class) Integer a) {}

    /** Cannot be made without an argument. */
    static final class NumberReadersTestOnly
            extends com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer<Integer> {
        private static final long serialVersionUID = 1;

        NumberReadersTestOnly(Class<?> type) {
            super(type);
        }

        @Override
        public Integer deserialize(
                com.fasterxml.jackson.core.JsonParser in,
                com.fasterxml.jackson.databind.DeserializationContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void constructor_whenRecordIsDeclaredWrongly_thenErrorNamesTheComponent() {
        assertThatThrownBy(() -> new GroupedRecords(Primitive.class)).hasMessageContaining("Primitive.a is primitive");
        assertThatThrownBy(() -> new GroupedRecords(Unnamed.class))
                .hasMessageContaining("Unnamed.a has no @JsonProperty");
        assertThatThrownBy(() -> new GroupedRecords(Twice.class)).hasMessageContaining("Twice.b claims the member a");
        assertThatThrownBy(() -> new GroupedRecords(NestedGroup.class))
                .hasMessageContaining("Box.size has no @JsonProperty");
        assertThatThrownBy(() -> new GroupedRecords(BadReader.class)).hasMessageContaining("cannot be made");
    }
}
