package io.github.vastsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtraTest {
    private static Map<String, JsonNode> extra(String json) throws Exception {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        Json.tree(json).properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return Extra.of(members);
    }

    @Test
    void toString_whenValuesMayBeSecret_thenOnlyPlainOnesAreShown() throws Exception {
        String text = extra(
                        "{\"zone\":\"eu\",\"n\":5,\"other_api_key\":\"s3cret\",\"Password\":\"s3cret\",\"list\":[\"s3cret\"],"
                                + "\"object\":{\"x\":\"s3cret\"},\"long\":\"" + "s3cret".repeat(10) + "\"}")
                .toString();

        assertThat(text).isEqualTo("{zone=eu, n=5, other_api_key=***, Password=***, list=[…], object={…}, long=…}");
    }

    @Test
    void of_whenMembers_thenUnmodifiableMapInOrder() throws Exception {
        Map<String, JsonNode> extra = extra("{\"b\":1,\"a\":\"x\"}");

        assertThat(extra).containsExactly(Map.entry("b", IntNode.valueOf(1)), Map.entry("a", TextNode.valueOf("x")));
        assertThat(extra.get("a")).isEqualTo(TextNode.valueOf("x"));
        assertThat(extra.get("c")).isNull();
        assertThat(extra.containsKey("b")).isTrue();
        assertThat(extra).isEqualTo(Map.copyOf(extra));
        assertThat(Extra.of(extra)).isSameAs(extra);
        assertThatThrownBy(extra::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> extra.put("c", IntNode.valueOf(1))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void of_whenNone_thenEmpty() {
        assertThat(Extra.of(null)).isEmpty();
        assertThat(Extra.of(Map.of())).isEmpty();
    }
}
