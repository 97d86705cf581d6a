package io.github.vastsdk.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.vastsdk.Secret;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.PriceBreakdown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void write_whenMapHoldsNullsAndSecrets_thenBothAreWritten() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", Secret.of("s3cret-é"));
        body.put("none", null);
        body.put("list", Arrays.asList(1, null, Map.of("deep", Secret.of("inner"))));

        assertThat(new String(Json.write(body), UTF_8))
                .isEqualTo("{\"key\":\"s3cret-é\",\"none\":null,\"list\":[1,null,{\"deep\":\"inner\"}]}");
    }

    @Test
    void writeRedacted_whenSecretsAreNested_thenNoneIsShown() {
        Object body = List.of(Map.of("deep", Secret.of("inner")), Secret.of("outer"));

        assertThat(Json.writeRedacted(body)).isEqualTo("[{\"deep\":\"***\"},\"***\"]");
    }

    @Test
    void write_whenTimes_thenSeconds() {
        List<Object> times = List.of(
                Instant.ofEpochSecond(1_767_225_600),
                Instant.ofEpochMilli(1_767_225_600_500L),
                Duration.ofSeconds(90),
                Duration.ofMillis(-1500));

        assertThat(new String(Json.write(times), UTF_8)).isEqualTo("[1767225600,1767225600.5,90,-1.5]");
    }

    @Test
    void write_whenRecord_thenWireNamesAndExtraMembers() throws IOException {
        String sent = "{\"success\":true,\"msg\":\"ok\",\"id\":1}";

        assertThat(Json.tree(Json.write(Ack.fromJson(sent)))).isEqualTo(Json.tree(sent));
    }

    @Test
    void write_whenValueHasNoJsonForm_thenClassIsNamed() {
        Object value = new Object();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(value))
                .withMessage("java.lang.Object cannot be written as JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.writeRedacted(value))
                .withMessage("java.lang.Object cannot be written as JSON");
    }

    @Test
    void tree_whenEmpty_thenMissing() throws IOException {
        assertThat(Json.tree(new byte[0]).isMissingNode()).isTrue();
        assertThat(Json.tree(" \n".getBytes(UTF_8)).isMissingNode()).isTrue();
        assertThat(Json.tree("").isMissingNode()).isTrue();
    }

    @Test
    void tree_whenDuplicateMembersTrailingTextAndNaN_thenRead() throws IOException {
        JsonNode tree = Json.tree("{\"a\":1,\"a\":2,\"n\":NaN} trailing".getBytes(UTF_8));

        assertThat(tree.path("a").intValue()).isEqualTo(2);
        assertThat(tree.path("n").doubleValue()).isNaN();
    }

    @Test
    void tree_whenNotJson_thenErrorDoesNotQuoteTheBody() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> Json.tree("{\"api_key\": \"s3cret\", <html>".getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret", "html>"));
    }

    @Test
    void tree_whenTooDeepOrNumberTooLong_thenRefused() {
        byte[] deep = "[".repeat(1001).getBytes(UTF_8);
        byte[] longNumber = ("[" + "9".repeat(1001) + "]").getBytes(UTF_8);

        assertThatExceptionOfType(StreamConstraintsException.class).isThrownBy(() -> Json.tree(deep));
        assertThatExceptionOfType(StreamConstraintsException.class).isThrownBy(() -> Json.tree(longNumber));
    }

    @Test
    void tree_whenTextIsLongerThanJacksonsDefault_thenRead() throws IOException {
        byte[] json = ("\"" + "a".repeat(20_000_001) + "\"").getBytes(UTF_8);

        assertThat(Json.tree(json).textValue()).hasSize(20_000_001);
    }

    @Test
    void read_whenNotTheJsonOfTheClass_thenIllegalArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("[]", Ack.class))
                .withMessageStartingWith("not the JSON of Ack: ");
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("", Ack.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("null", Ack.class))
                .withMessage("not the JSON of Ack: null");
    }

    @Test
    void convert_whenTreeFits_thenRecord() throws IOException {
        JsonNode node = JsonNodeFactory.instance.objectNode().put("totalHour", "0.5");

        assertThat(Json.convert(node, PriceBreakdown.class).totalHour()).isEqualTo(0.5);
    }

    @Test
    void reader_whenAskedTwice_thenSame() {
        assertThat(Json.reader(Ack.class)).isSameAs(Json.reader(Ack.class));
    }

    @Test
    void parser_whenEnvelope_thenRowsCanBeReadFromTheStream() throws IOException {
        try (JsonParser in = Json.parser(new ByteArrayInputStream("{\"rows\":[{\"msg\":\"a\"}]}".getBytes(UTF_8)))) {
            assertThat(in.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(in.nextFieldName()).isEqualTo("rows");
            assertThat(in.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            assertThat(in.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            Ack ack = Json.reader(Ack.class).readValue(in);
            assertThat(ack.msg()).isEqualTo("a");
            assertThat(in.nextToken()).isEqualTo(JsonToken.END_ARRAY);
        }
    }
}
