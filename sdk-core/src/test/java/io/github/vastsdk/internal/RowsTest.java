package io.github.vastsdk.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.vastsdk.model.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static Rows<Instance> read(String body) throws IOException {
        return Rows.read(new ByteArrayInputStream(body.getBytes(UTF_8)), Instance.class, "instances");
    }

    @Test
    void read_whenPage_thenRowsTokenAndTotal() throws IOException {
        Rows<Instance> page =
                read("{\"success\":true,\"label_counts\":{\"\":2},\"instances\":[{\"id\":1},null,{\"id\":2}],"
                        + "\"next_token\":\"tok/2+=&\",\"total_instances\":42,\"zz_future\":{\"a\":1}}");

        assertThat(page.rows()).extracting(Instance::id).containsExactly(1L, 2L);
        assertThat(page.nextToken()).isEqualTo("tok/2+=&");
        assertThat(page.total()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void read_whenTokenIsNullOrBlank_thenNoNextPage(String token) throws IOException {
        Rows<Instance> page = read("{\"next_token\":" + token + ",\"instances\":null,\"total_instances\":0}");

        assertThat(page.nextToken()).isNull();
        assertThat(page.rows()).isEmpty();
        assertThat(page.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false,\"instances\":[]}",
                "{\"success\":\"False\",\"instances\":[]}",
                "{\"success\":0,\"instances\":[]}",
                "{\"instances\":[],\"status\":\"failure\"}",
                "{\"instances\":[],\"error\":\"\",\"error_msg\":\"no\"}",
                "{\"instances\":null,\"error_msg\":\"no\",\"error\":\"\"}"
            })
    void read_whenItIsARefusalInWhateverWay_thenErrorInsteadOfNoRows(String body) {
        assertThatExceptionOfType(Refusals.Refused.class).isThrownBy(() -> read(body));
    }

    @Test
    void read_whenOneObject_thenOneRow() throws IOException {
        assertThat(read("{\"instances\":{\"id\":7}}").rows())
                .extracting(Instance::id)
                .containsExactly(7L);
        assertThat(read("{\"instances\":{}}").rows()).extracting(Instance::id).containsExactly((Long) null);
    }

    @Test
    void read_whenBareArray_thenRows() throws IOException {
        assertThat(read("[{\"id\":7}]").rows()).extracting(Instance::id).containsExactly(7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"success\":true}", "{}", "\"ok\"", "null", "{\"instances\":\"none\"}", "{\"instances\":[1]}"})
    void read_whenOtherShape_thenErrorInsteadOfNoRows(String body) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> read(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"instances\":[{\"id\":1}", "[{\"id\":1},"})
    void read_whenNotJsonOrTruncated_thenError(String body) {
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> read(body));
    }

    private static Rows.Envelope each(String body, List<Long> ids) throws IOException {
        InputStream in = new ByteArrayInputStream(body.getBytes(UTF_8));
        return Rows.each(in, Instance.class, instance -> ids.add(instance.id()), "instances");
    }

    @Test
    void each_whenMembersComeTwice_thenHandsOverTheRowsOfBoth() throws IOException {
        List<Long> ids = new ArrayList<>();

        Rows.Envelope rest = each("{\"instances\":[{\"id\":1}],\"truncated\":true,\"instances\":[{\"id\":2}]}", ids);

        assertThat(ids).containsExactly(1L, 2L);
        assertThat(rest.truncated()).isTrue();
    }

    @Test
    void each_whenTruncatedIsMissingOrOdd_thenSaysNothing() throws IOException {
        assertThat(each("{\"instances\":[]}", new ArrayList<>()).truncated()).isNull();
        assertThat(each("{\"truncated\":{\"a\":1},\"instances\":[]}", new ArrayList<>())
                        .truncated())
                .isNull();
        assertThat(each("[]", new ArrayList<>()).truncated()).isNull();
    }

    @Test
    void read_whenAnErrorStandsBesideNoRows_thenRefused() throws IOException {
        assertThatExceptionOfType(Refusals.Refused.class)
                .isThrownBy(() -> read("{\"instances\":[],\"error\":\"overloaded\"}"));
        assertThat(read("{\"instances\":[],\"error\":\"\"}").rows()).isEmpty();
        assertThat(read("{\"error\":\"x\",\"instances\":[{\"id\":1}]}").rows()).hasSize(1);
    }
}
