package io.github.vastsdk.internal;

import static io.github.vastsdk.internal.Answers.object;
import static io.github.vastsdk.internal.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ServerException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VastErrorsTest {
    @Test
    void message_whenCodeAndDetailAreThere_thenBothAreShown() {
        assertThat(read(404, object("success", false, "error", "no_such_instance", "msg", "Instance not found.")))
                .hasMessage("GET /api/v0/instances/42/ → 404 no_such_instance: Instance not found."
                        + " (2 attempts, 312 ms)");
    }

    @Test
    void message_whenThereIsLess_thenItIsShorter() {
        assertThat(read(400, object("error", "invalid_args")))
                .hasMessage("GET /api/v0/instances/42/ → 400 invalid_args (2 attempts, 312 ms)");
        assertThat(read(400, object("msg", "no")))
                .hasMessage("GET /api/v0/instances/42/ → 400: no (2 attempts, 312 ms)");
        assertThat(read(503, "")).hasMessage("GET /api/v0/instances/42/ → 503 (2 attempts, 312 ms)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><h1>Bad gateway</h1></html>",
                "\n <!DOCTYPE html><p>x",
                "\uFEFF<?xml version='1.0'?><e/>",
            })
    void message_whenTheBodyIsMarkup_thenItSaysSoInstead(String body) {
        ApiException failure = read(502, body);

        assertThat(failure)
                .isInstanceOf(ServerException.class)
                .hasMessage("GET /api/v0/instances/42/ → 502: an HTML page (2 attempts, 312 ms)");
        assertThat(failure.body()).contains("<");
    }

    @Test
    void detail_whenItHoldsControlCharactersAndLines_thenItIsOneCleanLine() {
        assertThat(read(400, object("msg", " a\r\n\tb\u001B[31m\u0000\u202Ec\u2028 d "))
                        .detail())
                .isEqualTo("a b[31mc d");
    }

    @Test
    void detail_whenItIsLong_thenItIsCut() {
        assertThat(read(400, object("msg", "word ".repeat(5000))).detail())
                .hasSizeLessThanOrEqualTo(300)
                .endsWith("…");
        assertThat(read(400, object("msg", "x".repeat(299) + "\uD83D\uDE00\uD83D\uDE00"))
                        .detail())
                .isEqualTo("x".repeat(299) + "…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"detail":[{"loc":[1],"msg":"field required","type":"missing"}]} | | field required
                    {"error":{"code":"invalid_args","message":"bad"}} | invalid_args | bad
                    {"error":{"type":"invalid_args","message":"bad"}} | invalid_args | bad
                    {"errors":["first","second"]} | | first
                    [{"error":"invalid_args","msg":"bad"}] | invalid_args | bad
                    {"code":"invalid_args","message":"bad"} | invalid_args | bad
                    {"error":"Something went wrong"} | | Something went wrong
                    {"error":"odd_code","msg":""} | odd_code |
                    {"error":null,"msg":null} | |
                    {"error":true,"msg":"bad"} | | bad
                    "just text" | | just text
                    17 | | 17
                    404 page | | 404 page
                    null | |
                    [] | |
                    {} | |
                    {"msg":"a","msg":"b"} | | b
                    {"error":"max_secrets","msg":"cut | max_secrets | {"error":"max_secrets","msg":"cut
                    {"msg":"error 400/1: max_secrets reached"} | max_secrets | error 400/1: max_secrets reached
                    {"msg":"see no_such_thing_ and my_own_word"} | | see no_such_thing_ and my_own_word
                    """)
    void body_whenItHasAnOddShape_thenCodeAndDetailAreStillFound(String body, String code, String detail) {
        ApiException failure = read(400, body);

        assertThat(failure.code()).isEqualTo(code == null ? ErrorCode.NONE : ErrorCode.of(code));
        assertThat(failure.detail()).isEqualTo(detail);
    }

    @Test
    void code_whenTheTextHoldsAnother_thenTheStatedOneIsShown() {
        assertThat(read(404, object("error", "invalid_args", "msg", "no_such_instance 7"))
                        .code())
                .isEqualTo(ErrorCode.INVALID_ARGS);
    }

    @Test
    void code_whenItLooksSecret_thenItIsNoCode() {
        String key = "0123456789abcdef".repeat(4);

        assertThat(read(400, object("error", key)).code()).isEqualTo(ErrorCode.NONE);
        assertThat(read(400, object("error", key)).toString()).doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false,\"error\":\"bid\",\"new_contract\":123}",
                "{\"new_contract\" : \"123\"}",
                "\"{\\\"new_contract\\\": 123}\"",
                "{\"new_contract\":123,\"msg\":\"cut of",
            })
    void newContract_whenTheAnswerCarriesOne_thenItIsExposed(String body) {
        assertThat(read(VastKind.RENTS_OFFER, 400, Map.of(), body).newContract())
                .hasValue(123);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"new_contract\":null}", "{\"new_contract\":0}", "{\"new_contract\":\"x\"}", "", "{}"})
    void newContract_whenThereIsNone_thenEmpty(String body) {
        assertThat(read(VastKind.RENTS_OFFER, 400, Map.of(), body).newContract())
                .isEmpty();
    }

    @Test
    void redirect_whenItNamesAHost_thenOnlyTheHostIsShown() {
        String target = "https://user:pw@elsewhere.example:8443/path?api_key=SECRET#x";

        ApiException failure = read(VastKind.PLAIN, 308, Map.of("Location", List.of(target)), "<html>moved");

        assertThat(failure)
                .isInstanceOf(RejectedException.class)
                .hasMessage("GET /api/v0/instances/42/ → 308: redirected to https://elsewhere.example:8443;"
                        + " redirects are not followed, the base URL may be wrong (2 attempts, 312 ms)");
        assertThat(failure.headers()).containsEntry("location", List.of("https://elsewhere.example:8443"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v0/instances?token=SECRET", "http://[bad", "mailto:a@b.example", ""})
    void redirect_whenItNamesNoHost_thenNothingOfItIsShown(String target) {
        ApiException failure = read(VastKind.PLAIN, 302, Map.of("location", List.of(target)), "");

        assertThat(failure)
                .hasMessage("GET /api/v0/instances/42/ → 302: redirected; redirects are not followed,"
                        + " the base URL may be wrong (2 attempts, 312 ms)");
        assertThat(failure.headers()).isEmpty();
    }

    @Test
    void redirect_whenThereIsNoTarget_thenItSaysSoToo() {
        assertThat(read(VastKind.PLAIN, 304, Map.of("Location", List.of()), ""))
                .hasMessageContaining("304: redirected;");
    }

    @Test
    void body_whenItIsHuge_thenItIsReadInPartAndCut() {
        byte[] huge = ("{\"error\":\"no_such_volume\",\"pad\":\"" + "x".repeat(100_000_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        ApiException failure = VastErrors.ofResponse(Answers.CALL, VastKind.PLAIN, 404, Map.of(), huge);

        assertThat(failure).isInstanceOf(NotFoundException.class);
        assertThat(failure.code()).isEqualTo(ErrorCode.NO_SUCH_VOLUME);
        assertThat(failure.body()).hasSizeLessThanOrEqualTo(8192);
        assertThat(failure.getMessage()).hasSizeLessThan(500);
    }

    @Test
    void body_whenItIsNestedTooDeeply_thenItIsReadAsText() {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);

        ApiException failure = read(404, deep);

        assertThat(failure).isInstanceOf(NotFoundException.class);
        assertThat(failure.body()).startsWith("[[[").hasSizeLessThanOrEqualTo(8192);
    }

    @Test
    void body_whenItStartsWithAByteOrderMark_thenItIsJsonAllTheSame() {
        assertThat(read(404, "\uFEFF" + object("error", "no_such_user")).code()).isEqualTo(ErrorCode.NO_SUCH_USER);
    }
}
