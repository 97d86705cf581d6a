package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
    @Test
    void operation_whenStarted_thenHasAnEmptyBodyUnlessItReads() {
        assertThat(Operation.get("/a/{id}/", 7).body()).isNull();
        assertThat(Operation.get("/a/").safety()).isEqualTo(RetrySafety.READ);
        assertThat(Operation.post(RetrySafety.UNSAFE, "/a/").body()).isEqualTo(Map.of());
        assertThat(Operation.put(RetrySafety.NEVER, "/a/").body()).isEqualTo(Map.of());
        assertThat(Operation.delete(RetrySafety.IDEMPOTENT, "/a/").body()).isEqualTo(Map.of());
    }

    @Test
    void operation_whenNamed_thenNameHasTheTemplateAndLabelThePath() {
        Operation<Void> operation =
                Operation.delete(RetrySafety.IDEMPOTENT, "/a/{id}/", 7).query("q", "s");

        assertThat(operation.name()).isEqualTo("DELETE /a/{id}/");
        assertThat(operation.label()).isEqualTo("DELETE /a/7/");
        assertThat(operation).hasToString("DELETE /a/7/");
    }

    @Test
    void queryAndJson_whenAdded_thenTheOriginalStaysAndNullsAreLeftOut() {
        Operation<Void> base = Operation.post(RetrySafety.UNSAFE, "/a/");
        Operation<Void> filled =
                base.query("q", 1).query("none", null).json("b", 2).json("none", null);

        assertThat(filled.query()).isEqualTo(Map.of("q", "1"));
        assertThat(filled.body()).isEqualTo(Map.of("b", 2));
        assertThat(base.query()).isEmpty();
        assertThat(base.body()).isEqualTo(Map.of());
        assertThatThrownBy(() -> filled.query().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void json_whenThereIsNoBody_thenIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> Operation.get("/a/").json("a", 1));
    }

    @Test
    void details_whenStated_thenAreKept() {
        Operation<Void> operation =
                Operation.get("/a/").every(2.5).kind(VastKind.RENTS_OFFER).withBody(List.of(1));

        assertThat(operation.interval()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(operation.kind()).isEqualTo(VastKind.RENTS_OFFER);
        assertThat(operation.body()).isEqualTo(List.of(1));
        assertThat(Operation.get("/a/").interval()).isNull();
    }

    @Test
    void shape_whenNoneWasStated_thenReadingFails() {
        assertThatThrownBy(() -> Operation.get("/a/").shape().read(new Payload(List.of(), null, 1)))
                .hasMessage("this operation has no shape");
    }

    @Test
    void raw_whenItReads_thenHasNoBodyAndMayBeRepeated() {
        Operation<JsonNode> read = RawOperation.of("GET", "/a/?x=1", null);

        assertThat(read.body()).isNull();
        assertThat(read.safety()).isEqualTo(RetrySafety.READ);
        assertThat(read.name()).isEqualTo("GET /a/");
        assertThat(read.path()).isEqualTo("/a/?x=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void raw_whenItChanges_thenSendsAnObjectAndIsUnsafe(String method) {
        assertThat(RawOperation.of(method, "/a/", null).body()).isEqualTo(Map.of());
        assertThat(RawOperation.of(method, "/a/", List.of(1)).body()).isEqualTo(List.of(1));
        assertThat(RawOperation.of(method, "/a/", null).safety()).isEqualTo(RetrySafety.UNSAFE);
    }

    @ParameterizedTest
    @CsvSource({"get, /a/", "'G T', /a/", "'', /a/", "GET, a/", "GET, //host/a", "GET, /a#b", "GET, /a b", "GET, ''"})
    void raw_whenMethodOrPathIsWrong_thenIsRefused(String method, String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> RawOperation.of(method, path, null));
    }

    @Test
    void retrySafety_whenAsked_thenTellsWhatARepetitionDoes() {
        assertThat(List.of(RetrySafety.values()))
                .filteredOn(RetrySafety::changes)
                .doesNotContain(RetrySafety.READ);
        assertThat(List.of(RetrySafety.values()))
                .filteredOn(RetrySafety::repeatable)
                .containsExactly(RetrySafety.READ, RetrySafety.IDEMPOTENT);
    }
}
