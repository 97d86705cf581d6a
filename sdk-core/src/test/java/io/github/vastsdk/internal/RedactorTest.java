package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key",
                "API_KEY",
                "apiKey",
                "apikey",
                "new_api_key",
                "instance_api_key",
                "token",
                "jupyter_token",
                "hf_token",
                "secret",
                "secrets",
                "webhook_secret",
                "password",
                "docker_login_pass",
                "image_login",
                "private_key",
                "sid",
                "crisp_hmac",
                "session_key",
                "backup_code",
                "backup_codes",
                "env",
                "extra_env",
                "value",
                "key",
                "onstart",
                "args_str",
                "Authorization",
                "Set-Cookie",
                "provisioning_uri"
            })
    void text_whenAMemberIsSensitive_thenItsValueIsMaskedAtEveryDepth(String name) {
        String json = Answers.object("a", List.of(Map.of(name, "MARK")), "z", 1);
        String inner = Answers.object("b", Answers.object(name, "MARK"));

        assertThat(text(json)).isEqualTo("{\"a\":[{\"" + name + "\":\"***\"}],\"z\":1}");
        assertThat(text(inner)).doesNotContain("MARK");
        assertThat(text(json.substring(0, json.indexOf("MARK") + 4))).doesNotContain("MARK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"env":{"A":"MARK","B":["MARK"]},"x":1}             | {"env":"***","x":1}
                    {"extra_env":[["A","MARK"]],"x":1}                  | {"extra_env":"***","x":1}
                    {"key":["MARK"],"x":1}                              | {"key":"***","x":1}
                    {"key":{"id":7,"public_key":"ssh-rsa AAAA"}}        | {"key":{"id":7,"public_key":"ssh-rsa AAAA"}}
                    {"key":"ssh-ed25519 AAAA me"}                       | {"key":"ssh-ed25519 AAAA me"}
                    {"key":"sk-ssh-ed25519@openssh.com AAAA"}           | {"key":"sk-ssh-ed25519@openssh.com AAAA"}
                    {"key":"sk-MARK"}                                   | {"key":"***"}
                    {"token":null,"secret":false,"password":true}       | {"token":null,"secret":false,"password":true}
                    {"token":12345}                                     | {"token":"***"}
                    {"new_contract":123,"ask_id":1.50,"b":-0.0}         | {"new_contract":123,"ask_id":1.50,"b":-0.0}
                    [1,[2,{"a":null}],"t"]                              | [1,[2,{"a":null}],"t"]
                    "token=MARK"                                        | "token=***"
                    true                                                | true
                    """)
    void text_whenItIsJson_thenOnlySecretsAreMasked(String json, String shown) {
        assertThat(text(json)).isEqualTo(shown);
    }

    @Test
    void text_whenNamesOrNumbersLookSecret_thenTheyAreMaskedToo() {
        assertThat(text("{\"" + HEX + "\":1}")).isEqualTo("{\"***\":1}");
        assertThat(text("{\"n\":" + "1".repeat(64) + "}")).isEqualTo("{\"n\":\"***\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Authorization: Bearer MARK rest                 | Authorization: ***
                    sent with bearer MARK, refused                  | sent with bearer ***, refused
                    bearer authMARK and bearer tokenMARK            | bearer *** and bearer ***
                    Bearer token-MARK and bearer auth_MARK          | Bearer *** and bearer ***
                    bearer auth is needed                           | bearer auth is needed
                    your API key: MARK                              | your API key: ***
                    API key not provided as bearer token.           | API key not provided as bearer token.
                    GET /x?api_key=MARK&owner=me                    | GET /x?api_key=***&owner=me
                    GET /x%3Fapi_key%3DMARK&owner=me                | GET /x%3Fapi_key%3D***&owner=me
                    password: MARK; ok                              | password: ***; ok
                    {'api_key': 'MA"RK', 'a': 1}                    | {'api_key': ***, 'a': 1}
                    {"api_key": "MA\\"RK", "a": 1                   | {"api_key": ***, "a": 1
                    {"x":"{\\"value\\":\\"MARK\\",\\"a\\":1}        | {"x":"{\\"value\\":***,\\"a\\":1}
                    {"env": {"A":"MARK"}, "b": 2                    | {"env": ***
                    {"key": [1, "MARK                               | {"key": ***
                    {"token": \\                                    | {"token": ***
                    invalid value: 5, threshold=5.5                 | invalid value: 5, threshold=5.5
                    https://me:MARK@host.example/x                  | https://***@host.example/x
                    -e HF=MARK -p 8080:8080 -e A="MARK MARK" x      | -e HF=*** -p 8080:8080 -e A=*** x
                    docker login -u me -p MARK host                 | docker login -u me -p *** host
                    -----BEGIN OPENSSH PRIVATE KEY-----MARK         | ***
                    a -----BEGIN RSA PRIVATE KEY----- MARK -----END RSA PRIVATE KEY----- b | a *** b
                    """)
    void text_whenItIsNoJson_thenWhatLooksSecretIsMasked(String text, String shown) {
        assertThat(text(text)).isEqualTo(shown);
    }

    @Test
    void text_whenAHeaderStandsInALine_thenTheNextLineStays() {
        assertThat(text("Cookie: a=MARK; b=MARK\nnext\n")).isEqualTo("Cookie: ***\nnext\n");
        assertThat(text("Cookie: a=MARK\r\nnext")).isEqualTo("Cookie: ***\r\nnext");
    }

    @Test
    void text_whenAKeyIsCutOff_thenItsBeginningIsNotShownEither() {
        String text = ("token=MARK ".repeat(400) + HEX.repeat(200));

        assertThat(Redactor.line(text, 2_000)).doesNotContain("0123");
        assertThat(Redactor.line("see " + HEX + " and", 500)).isEqualTo("see *** and");
    }

    @Test
    void text_whenControlCharactersSplitAName_thenItIsStillSeen() {
        assertThat(text("api\u0000_key=MARK \u202Eend")).isEqualTo("api_key=*** end");
    }

    @Test
    void text_whenItIsLongerThanTheCap_thenItIsCut() {
        assertThat(Redactor.text(bytes("{\"a\":\"" + "y".repeat(9000) + "\"}"), 100))
                .hasSize(100)
                .startsWith("{\"a\":\"yyy")
                .endsWith("…");
        assertThat(Redactor.text(bytes("word ".repeat(50_000)), 100))
                .hasSize(100)
                .endsWith("…");
        assertThat(Redactor.text(bytes("{\"a\":1}"), 0)).isEqualTo("…");
        assertThat(Redactor.text(bytes("x"), 1)).isEqualTo("x");
        assertThat(Redactor.text(bytes("\u0000".repeat(9000) + "x"), 100)).isEqualTo("…");
        assertThat(Redactor.text(bytes("y" + "\u0000".repeat(9000)), 100)).isEqualTo("…");
    }

    @Test
    void text_whenJsonIsFollowedByMore_thenTheRestIsRedactedToo() {
        assertThat(text("{\"a\":1} token=MARK")).isEqualTo("{\"a\":1} token=***");
        assertThat(text("")).isEmpty();
    }

    @Test
    void headers_whenShown_thenOnlyTheHarmlessOnesRemain() {
        Map<String, List<String>> shown = Redactor.headers(Map.of(
                "Content-Type", List.of("text/html"),
                "RETRY-AFTER", List.of("3"),
                "Server", List.of("x token=MARK"),
                "Authorization", List.of("Bearer MARK"),
                "Set-Cookie", List.of("sid=MARK"),
                "X-Other", List.of("MARK"),
                "Location", List.of("https://host.example/MARK?token=MARK")));

        assertThat(shown)
                .containsOnly(
                        Map.entry("content-type", List.of("text/html")),
                        Map.entry("retry-after", List.of("3")),
                        Map.entry("server", List.of("x token=***")),
                        Map.entry("location", List.of("https://host.example")));
    }

    private static String text(String body) {
        return Redactor.text(bytes(body), 8192);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
