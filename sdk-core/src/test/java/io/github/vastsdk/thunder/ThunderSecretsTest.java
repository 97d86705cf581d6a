package io.github.vastsdk.thunder;

import static io.github.vastsdk.internal.Leaks.MARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.Mode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.WrongInstanceException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.Environment;
import io.github.vastsdk.internal.Leaks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The token and private keys come out nowhere but where they belong; public keys may be shown. */
class ThunderSecretsTest extends ThunderWireTest {
    private static final String TOKEN = "token-" + MARK;
    private static final String PEM =
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1\n" + MARK + "\n-----END OPENSSH PRIVATE KEY-----\n";
    /** The same inside a JSON text. */
    private static final String JSON_PEM = PEM.replace("\n", "\\n");

    private final Leaks leaks = new Leaks();

    @TempDir
    Path folder;

    @Override
    ThunderClient.Builder client() {
        return super.client()
                .token(TOKEN)
                .retries(1)
                .header("Proxy-Authorization", "Basic " + MARK)
                .header("X-Token", MARK)
                .observer(leaks);
    }

    @AfterEach
    void nothingLeaked() {
        thunder.close();
        leaks.check(line -> false);
    }

    @Test
    void client_whenShown_thenHidesItsToken() {
        answerJson(200, "{}");
        leaks.see(client());
        leaks.see(thunder);
        leaks.see(thunder.tokenSource());
        Stream.of(thunder.instances(), thunder.sshKeys(), thunder.snapshots()).forEach(leaks::see);
        leaks.run(Mode.SYNC, thunder.instances().list());
        assertThat(thunder.instances().list().toCurl()).contains("Authorization: Bearer $TNR_API_TOKEN");
    }

    @Test
    void client_whenTokenOrAddressCannotBeRight_thenIsRefusedWithoutIt() {
        answerJson(200, "{}");
        leaks.run(Mode.SYNC, thunder.instances().list());
        leaks.see(refused(() -> client().token("a b " + MARK).build()));
        leaks.see(refused(() -> client().token(MARK + "\n\u00e9").build()));
        leaks.see(
                refused(() -> client().baseUrl("https://user:" + MARK + "@host").build()));
        leaks.see(refused(() -> client().baseUrl("https://host/?k=" + MARK).build()));
        leaks.see(refused(() -> thunder.call("GET", "/a b?token=" + MARK, null)));
        ThunderClient.Builder found = ThunderClient.builder();
        ClientSettings.of(found)
                .environment(new Environment(name -> name.equals("TNR_API_TOKEN") ? "a b " + MARK : null, folder));
        leaks.see(refused(found::build));
    }

    private static Throwable refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable build) {
        Throwable refusal = catchThrowable(build);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void key_whenTheServiceMadeIt_thenOnlyRevealShowsIt(Mode mode) {
        answerJson(201, "{'identifier': 1, 'uuid': 'new1', 'key': '" + JSON_PEM + "', 'token': '" + MARK + "'}");
        CreatedThunderInstance created =
                leaks.run(mode, thunder.instances().create(CreateThunderInstance.of(request -> request.template("base")
                        .gpuType("a6000")
                        .numGpus(1)
                        .cpuCores(4)
                        .diskGb(100))));
        assertThat(created.key()).isEqualTo(Secret.of(PEM));
        answerJson(200, LIST);
        answerJson(
                200, "{'success': true, 'uuid': '" + UUID + "', 'key': '" + JSON_PEM + "', 'api_key': '" + MARK + "'}");
        ThunderGeneratedKey made = leaks.run(
                        mode, thunder.instances().generateKey(UUID).withReply())
                .value();
        assertThat(made.key()).isEqualTo(Secret.of(PEM));
        assertThat(made.toString()).contains("***");
    }

    @Test
    void publicKey_whenSentOrRead_thenMayBeShown() {
        leaks.see(thunder.instances().addKey(UUID, ThunderRows.KEY));
        assertThat(thunder.instances().addKey(UUID, ThunderRows.KEY).toCurl()).contains(ThunderRows.KEY);
        answerJson(200, LIST);
        answerJson(400, "{'error': 'invalid_request', 'public_key': '" + ThunderRows.KEY + "'}");
        ApiException refused =
                (ApiException) leaks.fail(Mode.SYNC, thunder.instances().addKey(UUID, ThunderRows.KEY));
        assertThat(refused.body()).contains(ThunderRows.KEY);
    }

    @Test
    void publicKey_whenItIsAPrivateOne_thenIsRefusedUnsentAndNotRepeated() {
        answerJson(200, "{}");
        leaks.run(Mode.SYNC, thunder.instances().list());
        leaks.see(refused(() -> thunder.instances().addKey(UUID, PEM)));
        leaks.see(refused(() -> thunder.sshKeys().add("n", PEM)));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** Answers with the private key that are no success of the call. */
    static Stream<String> wrongAnswers() {
        String inner = "{\"uuid\": \"" + UUID + "\", \"key\": \"" + JSON_PEM + "\"}";
        return Stream.of(
                PEM,
                PEM.replace("\n", "\r\n"),
                "\"" + JSON_PEM + "\"",
                "[" + inner + "]",
                "{\"data\": " + inner + "}",
                "{\"data\": \"" + inner.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}",
                "{\"uuid\": \"" + UUID + "\", \"key\": {\"private\": \"" + JSON_PEM + "\"}}",
                "{\"uuid\": \"" + UUID + "\", \"key\": [\"" + JSON_PEM + "\"]}",
                "{\"uuid\": \"" + UUID + "\", \"key\": [\"" + MARK + "\"]}",
                "{\"uuid\": \"" + UUID + "\", \"key\": {\"pem\": \"" + JSON_PEM + "\"}}",
                "{\"uuid\": \"" + UUID + "\", \"private_key\": \"" + MARK + "\"}",
                "{\"uuid\": \"" + UUID + "\", \"privateKey\": \"" + JSON_PEM + "\"}",
                "{\"uuid\": \"" + UUID + "\", \"pem\": \"" + JSON_PEM + "\"}",
                "{\"uuid\": [\"" + UUID + "\"], \"key\": \"\", \"message\": \"" + JSON_PEM + "\"}",
                "<html>" + PEM + "</html>",
                ")]}'\n" + inner,
                inner + inner,
                inner.replace("\"", "'"),
                inner.replace("\\n", "\n"));
    }

    private static String goodAnswer() {
        return "{\"success\": true, \"uuid\": \"" + UUID + "\", \"key\": \"" + JSON_PEM + "\"}";
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void generateKey_whenTheAnswerIsNotAsItShouldBe_thenItsKeyIsNotShown(String body) {
        for (Mode mode : Mode.values()) {
            for (int status : List.of(200, 400, 500, 502)) {
                answerJson(200, LIST);
                answer(status, body);
                Throwable thrown =
                        catchThrowable(() -> leaks.run(mode, thunder.instances().generateKey(UUID)));
                leaks.see(thrown);
                if (status != 200) {
                    assertThat(thrown).isInstanceOf(ApiException.class);
                }
            }
        }
        assertThat(server.getRequestCount()).as("each sent once").isEqualTo(16);
    }

    @Test
    void generateKey_whenTheAnswerIsCutOffAnywhere_thenItsKeyIsNotShown() {
        String whole = goodAnswer();
        for (int end = 1; end < whole.length(); end++) {
            answerJson(200, LIST);
            answer(200, whole.substring(0, end));
            leaks.see(leaks.fail(Mode.SYNC, thunder.instances().generateKey(UUID)));
        }
    }

    @Test
    void generateKey_whenTheConnectionBreaksAmidTheKey_thenItIsNotShown() {
        for (int i = 0; i < 3; i++) {
            answerJson(200, LIST);
            server.enqueue(new MockResponse.Builder()
                    .body(goodAnswer())
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            leaks.fail(Mode.ASYNC, thunder.instances().generateKey(UUID));
        }
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void generateKey_whenTheAnswerIsWronglyDecoded_thenItsKeyIsNotShown() {
        byte[] utf16 = goodAnswer().getBytes(StandardCharsets.UTF_16BE);
        for (String encoding : List.of("gzip", "br", "identity")) {
            for (byte[] bytes : List.of(goodAnswer().getBytes(StandardCharsets.UTF_8), utf16)) {
                answerJson(200, LIST);
                server.enqueue(new MockResponse.Builder()
                        .addHeader("Content-Encoding", encoding)
                        .body(new Buffer().write(bytes))
                        .build());
                leaks.see(catchThrowable(
                        () -> leaks.run(Mode.SYNC, thunder.instances().generateKey(UUID))));
            }
        }
    }

    @Test
    void generateKey_whenTheAnswerIsAboutAnotherInstance_thenItsKeyIsNotShown() {
        for (String other : List.of("other", PEM, "token=" + MARK, "x\u001b[2J" + "y".repeat(10_000))) {
            answerJson(200, LIST);
            answer(
                    200,
                    JSON.createObjectNode().put("uuid", other).put("key", PEM).toString());
            Throwable thrown = leaks.fail(Mode.SYNC, thunder.instances().generateKey(UUID));
            assertThat(thrown).isExactlyInstanceOf(WrongInstanceException.class);
            assertThat(thrown.getMessage()).hasSizeLessThan(500).doesNotContain("\u001b");
        }
    }

    static Stream<Arguments> echoes() {
        return Stream.of(
                        "{\"code\": 401, \"error\": \"unauthorized\", \"message\": \"Bearer " + TOKEN
                                + " is unknown\"}",
                        "{\"error\": \"token=" + MARK + "\", \"message\": \"no\"}",
                        "{\"message\": \"bad request {\\\"token\\\": \\\"" + MARK + "\\\"}\", \"token\": \"" + MARK
                                + "\"}",
                        "api_token=" + MARK + " was not found",
                        "<html><p>Authorization: Bearer " + TOKEN + "</p></html>",
                        "cannot parse " + PEM)
                .flatMap(body -> Stream.of(200, 401, 404, 429, 500, 503).map(status -> Arguments.of(status, body)));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void failure_whenServiceEchoesTheSecret_thenHidesIt(int status, String body) {
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("X-Api-Token", MARK)
                    .addHeader("Set-Cookie", "session=" + MARK)
                    .addHeader("WWW-Authenticate", "Bearer token=\"" + MARK + "\"")
                    .body(body)
                    .build());
        }
        leaks.fail(Mode.ASYNC, thunder.instances().list());
        leaks.fail(Mode.SYNC, thunder.instances().delete(UUID)); // the look-up before it
    }

    @Test
    void close_whenCallsWithSecretsWereNeverExecuted_thenNamesThemWithoutValues() {
        leaks.see(thunder.call("POST", "/v1/new?token=" + MARK, Map.of("key", MARK)));
        thunder.close();
        assertThat(leaks.log.own(Level.WARN)).hasSize(1);
    }

    private Secret generated() {
        answerJson(200, LIST);
        answer(200, goodAnswer());
        return leaks.run(Mode.SYNC, thunder.instances().generateKey(UUID)).key();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writeTo_whenNothingIsThere_thenOnlyTheOwnerCanReadIt() throws IOException {
        Path file = folder.resolve("keys/deep/" + UUID);

        generated().writeTo(file);

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(PEM);
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
        assertThat(mode(file.getParent().getParent())).isEqualTo("rwx------");
        assertThat(names(file.getParent())).containsExactly(UUID);
    }

    @Test
    void writeTo_whenSomethingIsThere_thenItStaysAndTheSecretIsNotLost() throws IOException {
        Secret key = generated();
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
        Path directory = Files.createDirectory(folder.resolve("directory"));
        Path below = file.resolve("key");

        for (Path taken : List.of(file, link, directory)) {
            assertThatThrownBy(() -> key.writeTo(taken))
                    .satisfies(leaks::see)
                    .hasCauseInstanceOf(FileAlreadyExistsException.class)
                    .hasMessageContaining(taken.toString());
        }
        assertThatThrownBy(() -> key.writeTo(below)).satisfies(leaks::see).hasCauseInstanceOf(IOException.class);

        assertThat(file).hasContent("mine");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.exists(folder.resolve("target"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(names(folder)).as("no draft is left").containsExactly("directory", "file", "link");
        assertThat(key.reveal()).isEqualTo(PEM);
        key.writeTo(folder.resolve("other"));
        assertThat(folder.resolve("other")).hasContent(PEM);
    }

    @Test
    void generateKey_whenTheAnswerHasNoKey_thenFails() {
        for (String key : List.of("null", "\"\"", "\" \\n\"")) {
            answerJson(200, LIST);
            answer(200, "{\"success\": true, \"uuid\": \"" + UUID + "\", \"key\": " + key + "}");
            assertThat(leaks.fail(Mode.SYNC, thunder.instances().generateKey(UUID)))
                    .isExactlyInstanceOf(ResponseFormatException.class);
        }
    }
}
