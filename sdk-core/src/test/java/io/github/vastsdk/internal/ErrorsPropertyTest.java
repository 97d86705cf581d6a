package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.ResponseFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ErrorsPropertyTest {
    private static final String MARK = "mArKeD-5eCrEt";

    @Property(tries = 500)
    void ofResponse_whenTheBytesAreAnything_thenItDoesNotThrow(
            @ForAll @Size(max = 400) byte[] body,
            @ForAll @IntRange(min = 0, max = 999) int status,
            @ForAll("kinds") OperationKind kind,
            @ForAll String location) {
        ApiException failure = kind.refused(Answers.CALL, status, Map.of("location", List.of(location)), body);

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.getMessage()).endsWith("(2 attempts, 312 ms)").doesNotContain("\n");
    }

    @Property(tries = 500)
    void ofResponse_whenTheBodyIsAnyText_thenItDoesNotThrow(
            @ForAll("texts") String body, @ForAll("kinds") OperationKind kind) {
        ApiException failure = Answers.read(kind, 400, Map.of(), body);

        assertThat(failure.body().length()).isLessThanOrEqualTo(8192);
        assertThat(failure.getMessage().length()).isLessThan(500);
    }

    @Provide
    Arbitrary<OperationKind> kinds() {
        return Arbitraries.of(Stream.<OperationKind[]>of(VastKind.values(), ThunderKind.values())
                .flatMap(Stream::of)
                .toList());
    }

    /** Text made of what the redaction looks for, so that its rules meet in every order. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "\"",
                        "'",
                        "\\",
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        "=",
                        ",",
                        " ",
                        "\n",
                        "\u0000",
                        "\uD83D",
                        "%3D",
                        "token",
                        "\"env\":",
                        "bearer ",
                        "-e A=",
                        "://",
                        "@",
                        "-----BEGIN PRIVATE KEY-----",
                        "threshold=",
                        "1",
                        "a")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void ofResponse_whenASecretStandsUnderASensitiveName_thenItIsShownNowhere(
            @ForAll("bodiesWithASecret") String body, @ForAll @IntRange(max = 100) int cut) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] truncated = Arrays.copyOf(bytes, Math.max(0, bytes.length - cut));

        for (byte[] received : List.of(bytes, truncated)) {
            ApiException failure = VastErrors.ofResponse(Answers.CALL, VastKind.PLAIN, 400, Map.of(), received);

            assertThat(failure.body() + failure.getMessage() + failure + failure.detail() + failure.code())
                    .doesNotContain(MARK);
        }
    }

    @Provide
    Arbitrary<String> bodiesWithASecret() {
        Arbitrary<String> name = Arbitraries.of(
                "api_key",
                "Apikey",
                "token",
                "jupyter_token",
                "secret",
                "password",
                "instance_api_key",
                "private_key",
                "session_key",
                "crisp_hmac",
                "sid",
                "backup_codes",
                "env",
                "extra_env",
                "value",
                "image_login",
                "key");
        Arbitrary<Object> secret = Arbitraries.of(
                MARK, MARK + " \"quoted\" " + MARK, List.of(MARK), List.of(List.of("A", MARK)), "\\\\" + MARK);
        Arbitrary<Object> leaf = Combinators.combine(name, secret).as(Map::of);
        Arbitrary<Object> nested = leaf.flatMap(member -> Arbitraries.of(
                member,
                List.of(1, member),
                Map.of("detail", member),
                Map.of("msg", Answers.json(member)),
                Map.of("msg", Answers.json(Map.of("inner", Answers.json(member)))),
                Map.of("a", Map.of("b", List.of(member, "c")))));
        return nested.map(Answers::json);
    }

    @Property(tries = 200)
    void line_whenTheTextIsAnything_thenItIsOneShortLine(
            @ForAll String text, @ForAll @IntRange(min = 0, max = 50) int cap) {
        assertThat(Redactor.line(text, cap).length()).isLessThanOrEqualTo(Math.max(cap, 1));
        assertThat(Redactor.line(text, cap)).doesNotContain("\n", "\r", "\t");
    }

    @Property(tries = 50)
    void body_whenItIsUnreadable_thenTheExcerptServesAFormatFailureToo(@ForAll @Size(max = 100) byte[] body) {
        String excerpt = Redactor.text(body, 64);

        assertThat(new ResponseFormatException(Answers.CALL, 200, "no JSON", excerpt, null).body())
                .hasSizeLessThanOrEqualTo(64);
    }
}
