package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.vastsdk.error.IncompleteBulkException;
import io.github.vastsdk.internal.Leaks;
import io.github.vastsdk.model.BulkCreated;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.Template;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.request.CreateApiKey;
import io.github.vastsdk.request.CreateInstance;
import io.github.vastsdk.request.DockerFlags;
import io.github.vastsdk.request.RegistryLogin;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.TakeSnapshot;
import io.github.vastsdk.request.TemplateSettings;
import io.github.vastsdk.request.UpdateInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A marked secret in every place where a secret can stand must not come out anywhere but where it belongs. */
class SecretsLeakTest extends WireTest {
    private static final String MARK = Leaks.MARK;
    /** The service's own storage is asked with the query that the service names. */
    private static final String SIGNED = "/logs.txt?X-Amz-Signature=" + MARK;

    private static final String PRIVATE_KEY =
            "-----BEGIN OPENSSH PRIVATE KEY-----\n" + MARK + "\n-----END OPENSSH PRIVATE KEY-----";

    private final Leaks leaks = new Leaks();
    private final MockWebServer elsewhere = new MockWebServer();

    @Override
    VastClient.Builder client() {
        return super.client()
                .apiKey("key-" + MARK)
                .retries(1)
                .header("Proxy-Authorization", "Basic " + MARK)
                .header("X-Token", MARK)
                .observer(leaks);
    }

    @BeforeEach
    void startElsewhere() throws IOException {
        elsewhere.start();
    }

    @AfterEach
    void nothingLeaked() {
        vast.close();
        elsewhere.close();
        leaks.check(SecretsLeakTest::showsQueryOfCaller);
        assertThat(elsewhere.getRequestCount()).as("requests elsewhere").isZero();
    }

    /** The JDK's own debug log shows whole addresses. The library puts no secret there; a caller of vast.call can. */
    private static boolean showsQueryOfCaller(String line) {
        return line.contains("jdk.internal.net.http") && (line.contains("?api_key=" + MARK) || line.contains(SIGNED));
    }

    private <T> T run(Mode mode, Call<T> call) {
        return leaks.run(mode, call);
    }

    private Throwable fail(Mode mode, Call<?> call) {
        return leaks.fail(mode, call);
    }

    @Test
    void client_whenShown_thenHidesItsKey() {
        VastClient.Builder builder = client();
        leaks.see(builder);
        leaks.see(vast);
        leaks.see(vast.keySource());
        leaks.see(Secret.of(MARK));
        List.of(vast.account(), vast.apiKeys(), vast.envVars(), vast.instances(), vast.sshKeys())
                .forEach(leaks::see);
        leaks.see(CreateApiKey.builder("ci").keyParams("{\"api_key\":\"" + MARK + "\"}"));
        answer(200, "[]");
        run(Mode.SYNC, vast.sshKeys().list());
    }

    @Test
    void client_whenKeyCannotBeRight_thenIsRefusedWithoutIt() {
        answer(200, "[]");
        run(Mode.SYNC, vast.sshKeys().list());
        leaks.see(
                catchThrowable(() -> VastClient.builder().apiKey("a b " + MARK).build()));
        leaks.see(catchThrowable(
                () -> VastClient.builder().apiKey(MARK + "\n\u00e9").build()));
        leaks.see(catchThrowable(
                () -> client().baseUrl("https://user:" + MARK + "@host").build()));
        leaks.see(
                catchThrowable(() -> client().baseUrl("https://host/?k=" + MARK).build()));
        leaks.see(catchThrowable(() -> client().baseUrl("https://[" + MARK).build()));
        leaks.see(catchThrowable(() -> client().header("X-Token", MARK + "\n")));
        leaks.see(catchThrowable(() -> vast.call("GET", "/a b?token=" + MARK, null)));
        assertThat(leaks.seen()).filteredOn(Throwable.class::isInstance).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void apiKey_whenCreatedOrReset_thenOnlyRevealShowsIt(Mode mode) {
        answer(200, "{\"id\": 1, \"key\": \"" + MARK + "\", \"name\": \"ci\", \"api_key_2\": \"" + MARK + "\"}");
        assertThat(run(mode, vast.apiKeys().create("ci", key -> {})).key()).isEqualTo(Secret.of(MARK));
        answer(200, "{\"success\": true, \"new_api_key\": \"" + MARK + "\", \"token\": \"" + MARK + "\"}");
        assertThat(run(mode, vast.apiKeys().reset()).newApiKey()).isEqualTo(Secret.of(MARK));
        answer(200, "{\"apikeys\": [{\"id\": 1, \"name\": \"k\", \"key\": \"" + MARK + "\"}]}");
        assertThat(run(mode, vast.apiKeys().list()).get(0).key()).isEqualTo(Secret.of(MARK));
        answer(200, "{\"id\": 1, \"api_key\": \"" + MARK + "\"}");
        run(mode, vast.apiKeys().get(1));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void envVar_whenWrittenOrRead_thenOnlyRevealShowsIt(Mode mode) throws InterruptedException {
        String ok = "{\"success\": true, \"msg\": \"done\"}";
        answer(200, ok);
        run(mode, vast.envVars().create("HF_TOKEN", MARK));
        assertThat(body(request())).contains(MARK);
        answer(200, ok);
        run(mode, vast.envVars().update("HF_TOKEN", MARK));
        answer(
                400,
                "{\"success\": false, \"error\": \"existing_key\", \"msg\": \"exists\", \"value\": \"" + MARK + "\"}");
        answer(200, ok);
        run(mode, vast.envVars().put("HF_TOKEN", MARK));
        answer(200, "{\"success\": true, \"secrets\": {\"HF_TOKEN\": \"" + MARK + "\"}}");
        assertThat(run(mode, vast.envVars().list()).get(0).value()).isEqualTo(Secret.of(MARK));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answer_whenItHoldsTheSecretsOfTheAccount_thenHidesThem(Mode mode) {
        answer(
                200,
                "{'id': 1, 'username': 'u', 'email': 'e', 'api_key': '%s', 'sid': '%s', 'crisp_hmac': '%s',"
                                .replace('\'', '"')
                                .formatted(MARK, MARK, MARK)
                        + "\"session_token\": \"" + MARK + "\", \"nested\": {\"password\": \"" + MARK + "\"}}");
        assertThat(run(mode, vast.account().current()).sid()).isEqualTo(Secret.of(MARK));
    }

    private static String instance() {
        return "{'id': 7, 'actual_status': 'running', 'jupyter_token': '%1$s', 'instance_api_key': '%1$s',"
                        .replace('\'', '"')
                        .formatted(MARK)
                + "\"extra_env\": [[\"HF_TOKEN\", \"" + MARK + "\"]], \"image_login\": \"-u me -p " + MARK + "\","
                + "\"template_env\": \"-e A=" + MARK + "\", \"onstart\": \"export A=" + MARK + "\","
                + "\"image_args\": [\"--token\", \"" + MARK + "\"]}";
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenItHoldsSecrets_thenHidesThem(Mode mode) {
        answer(200, "{\"instances\": " + instance() + "}");
        Instance one = run(mode, vast.instances().get(7));
        assertThat(one.jupyterToken()).isEqualTo(Secret.of(MARK));
        assertThat(one.extraEnv()).containsEntry("HF_TOKEN", Secret.of(MARK));
        answer(200, "{\"instances\": [" + instance() + "], \"total_instances\": 1}");
        run(mode, vast.instances().list());
        answer(200, "{\"instances\": [" + instance() + "], \"total_instances\": 1}");
        leaks.see(vast.instances().list().all());
        answer(200, "{\"instances\": [" + instance() + "], \"total_instances\": 1}");
        Reply<Page<Instance>> reply = mode.run(vast.instances().list().withReply());
        leaks.see(reply);
        assertThat(reply.json().toString()).contains(MARK);
    }

    private static void withSecrets(CreateInstance.Builder request) {
        request.image("i")
                .runType(RunType.ARGS)
                .env("PLAIN", MARK)
                .env("SECRET", Secret.of(MARK))
                .dockerFlags("-e FLAG=" + MARK)
                .onstart("export A=" + MARK)
                .args(List.of("--token", MARK))
                .login(RegistryLogin.of("u", Secret.of(MARK), "docker.io"));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void rental_whenItSendsAndAnswersSecrets_thenOnlyRevealShowsThem(Mode mode) throws InterruptedException {
        CreateInstance request = CreateInstance.of(SecretsLeakTest::withSecrets);
        leaks.see(request);
        leaks.see(request.body().get("env"));
        leaks.see(request.body().get("image_login"));
        leaks.see(DockerFlags.parse("-e A=" + MARK));
        leaks.see(DockerFlags.parse("-e A=" + MARK).toDockerFlags());
        String created = "{\"success\": true, \"new_contract\": 7, \"instance_api_key\": \"" + MARK
                + "\", \"results\": {\"jupyter_token\": \"" + MARK + "\"}}";
        answer(200, created);
        assertThat(run(mode, vast.instances().create(1, request)).instanceApiKey())
                .isEqualTo(Secret.of(MARK));
        assertThat(body(request()).split(MARK, -1)).as("sent").hasSize(7);
        answer(200, created);
        run(mode, vast.instances().launch(OfferQuery.of(), request));
        answer(200, created);
        BulkCreated bulk = run(mode, vast.instances().bulk().create(List.of(1L), request));
        assertThat(bulk.answers().toString()).contains(MARK);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void rental_whenItFails_thenHidesWhatItSentAndWhatCameBack(Mode mode) {
        CreateInstance request = CreateInstance.of(SecretsLeakTest::withSecrets);
        answer(400, "{\"success\": false, \"msg\": \"bad image_login: -u u -p " + MARK + " docker.io\"}");
        fail(mode, vast.instances().create(1, request));
        answer(400, "{\"success\": false, \"env\": {\"A\": \"" + MARK + "\"}, \"instance_api_key\": \"" + MARK + "\"}");
        fail(mode, vast.instances().launch(OfferQuery.of(), request));
        answer(200, "{\"new_contract\": 7, \"instance_api_key\": \"" + MARK + "\"}");
        answer(502, "");
        Throwable partly = fail(
                mode,
                vast.instances()
                        .bulk()
                        .create(LongStream.rangeClosed(1, 65).boxed().toList(), request));
        ((IncompleteBulkException) partly).results(BulkCreated.class).forEach(leaks::see);
        for (String flags :
                List.of("-e " + MARK, "--env=" + MARK, "-e A=b " + MARK, "--env-file=" + MARK, "-x" + MARK)) {
            Throwable refused = catchThrowable(() -> DockerFlags.parse(flags));
            assertThat(refused).isInstanceOf(IllegalArgumentException.class);
            leaks.see(refused);
        }
        leaks.see(catchThrowable(() -> RegistryLogin.of("u", Secret.of(MARK + " x"), "s")));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void template_whenItHoldsSecrets_thenOnlyRevealShowsThem(Mode mode) throws InterruptedException {
        String template = "{'id': 9, 'hash_id': 'h9', 'docker_login_pass': '%1$s', 'env': '-e HF_TOKEN=%1$s',"
                        .replace('\'', '"')
                        .formatted(MARK)
                + "\"onstart\": \"export A=" + MARK + "\", \"args_str\": \"--token " + MARK + "\","
                + "\"volume_info\": {\"token\": \"" + MARK + "\"}}";
        answer(200, "{\"success\": true, \"templates_found\": 1, \"templates\": [" + template + "]}");
        Template found = run(mode, vast.templates().search()).get(0);
        assertThat(found.dockerLoginPass()).isEqualTo(Secret.of(MARK));
        assertThat(found.env()).isEqualTo(Secret.of("-e HF_TOKEN=" + MARK));
        TemplateSettings settings = TemplateSettings.builder()
                .login(RegistryLogin.of("me", Secret.of(MARK), "docker.io"))
                .env(DockerFlags.builder().env("HF_TOKEN", MARK).build())
                .onstart("export A=" + MARK)
                .args("--token " + MARK)
                .build();
        leaks.see(settings);
        answer(200, "{\"success\": true, \"template\": " + template + "}");
        run(mode, vast.templates().update("h9", settings));
        request();
        assertThat(json(body(request())).path("docker_login_pass").asText()).isEqualTo(MARK);
        answer(
                400,
                "{\"success\": false, \"error\": \"invalid_args\", \"msg\": \"no\", \"template\": " + template + "}");
        fail(mode, vast.templates().update("h9", settings));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sshKey_whenAnswerHoldsAPrivateKey_thenOnlyRevealShowsIt(Mode mode) {
        answer(200, "[{\"id\": 1, \"public_key\": \"ssh-rsa AAAA\", \"private_key\": \"" + MARK + "\"}]");
        assertThat(run(mode, vast.sshKeys().list()).get(0).privateKey()).isEqualTo(Secret.of(MARK));
        answer(200, "{\"success\": true, \"key\": {\"id\": 1, \"private_key\": \"" + MARK + "\"}}");
        assertThat(run(mode, vast.sshKeys().create(AccountRows.KEY)).privateKey())
                .isEqualTo(Secret.of(MARK));
        answer(200, "{\"ssh_keys\": \"[{\\\"id\\\":1,\\\"private_key\\\":\\\"" + MARK + "\\\"}]\"}");
        run(mode, vast.instances().sshKeys(7));
    }

    @Test
    void privateKey_whenGivenAsPublicKey_thenIsRefusedWithoutItAndNotSent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("id.pub"), PRIVATE_KEY);
        String oneLine = PRIVATE_KEY.replace('\n', ' ');
        for (String text : List.of(PRIVATE_KEY, oneLine, MARK, "ssh-ed25519 " + MARK, "ssh-rsa AAAA\n" + MARK)) {
            for (Function<String, Call<?>> use : List.<Function<String, Call<?>>>of(
                    key -> vast.sshKeys().create(key), key -> vast.sshKeys().update(1, key), key -> vast.instances()
                            .attachSshKey(7, key))) {
                Throwable refused = catchThrowable(() -> use.apply(text));
                assertThat(refused).isInstanceOf(IllegalArgumentException.class);
                leaks.see(refused);
            }
        }
        Throwable refused = catchThrowable(() -> vast.sshKeys().create(file));
        assertThat(refused).isInstanceOf(IllegalArgumentException.class);
        leaks.see(refused);
        assertThat(server.getRequestCount()).isZero();
        answer(200, "[]");
        run(Mode.SYNC, vast.sshKeys().list());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void instance_whenUpdatedOrStored_thenWhatIsSentIsHidden(Mode mode) throws InterruptedException {
        String ok = "{\"success\": true, \"msg\": \"done\", \"updated_instance\": {\"onstart\": \"" + MARK + "\"}}";
        UpdateInstance update = UpdateInstance.builder()
                .args("--token " + MARK)
                .env(DockerFlags.builder().env("HF_TOKEN", MARK).build())
                .onstart("export A=" + MARK)
                .build();
        leaks.see(update);
        answer(200, ok);
        run(mode, vast.instances().updateTemplate(7, update));
        assertThat(body(request())).contains("--token " + MARK, "export A=" + MARK, "\"HF_TOKEN\":\"" + MARK + "\"");
        TakeSnapshot snapshot = TakeSnapshot.builder()
                .repository("me/r")
                .login("me", Secret.of(MARK))
                .build();
        leaks.see(snapshot);
        answer(
                400,
                "{\"success\": false, \"msg\": \"login -u me -p " + MARK + "\", \"docker_login_pass\": \"" + MARK
                        + "\"}");
        answer(200, ok);
        run(mode, vast.instances().takeSnapshot(7, snapshot));
        assertThat(body(request())).contains("\"docker_login_pass\":\"" + MARK + "\"");
        assertThat(body(request())).contains("\"docker_login_pass\":\"" + MARK + "\"");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void output_whenItsAddressIsSigned_thenTheSignatureIsHidden(Mode mode) throws IOException, InterruptedException {
        try (MockWebServer storage = new MockWebServer()) {
            storage.start();
            String signed = "{\"success\": true, \"result_url\": \"" + storage.url(SIGNED) + "\"}";
            answer(200, signed);
            storage.enqueue(new MockResponse.Builder().body("a line").build());
            assertThat(run(mode, vast.instances().logs(7)).text()).isEqualTo("a line");
            answer(200, signed);
            storage.enqueue(new MockResponse.Builder()
                    .code(404)
                    .body("<Error><Code>NoSuchKey</Code><Key>" + MARK + "</Key></Error>")
                    .build());
            fail(mode, vast.instances().executeConstrained(7, "ls", Duration.ofMillis(1)));
            for (int i = 0; i < storage.getRequestCount(); i++) {
                assertThat(String.valueOf(storage.takeRequest().getHeaders())).doesNotContain(MARK);
            }
        }
        answer(200, "{\"success\": true, \"result_url\": \"https://u:" + MARK + "@10.0.0.1/" + MARK + "\"}");
        fail(mode, vast.instances().logs(7));
    }

    /** An answer that repeats the secret, and how. */
    record Echo(String name, int status, String type, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Echo> echoes() {
        return Stream.of(
                new Echo(
                        "members",
                        400,
                        "application/json",
                        "{\"success\": false, \"error\": \"invalid_args\", \"msg\": \"no\", \"api_key\": \"" + MARK
                                + "\", \"env\": {\"A\": \"" + MARK + "\"}, \"nested\": [{\"value\": \"" + MARK
                                + "\"}]}"),
                new Echo(
                        "request in message",
                        400,
                        "application/json",
                        "{\"error\": \"invalid_args\", \"msg\": \"bad body {\\\"key\\\": \\\"A\\\", \\\"value\\\": \\\""
                                + MARK + "\\\"}\"}"),
                new Echo(
                        "header in message",
                        401,
                        "application/json",
                        "{\"success\": false, \"error\": \"auth_error\", \"msg\": \"Authorization: Bearer key-" + MARK
                                + " is invalid\"}"),
                new Echo("text", 404, "text/plain", "api_key=" + MARK + " was not found"),
                new Echo("query", 500, "text/plain", "GET /x?api_key=" + MARK + "&y=1 failed"),
                new Echo("private key", 422, "text/plain", "cannot parse " + PRIVATE_KEY),
                new Echo(
                        "page",
                        502,
                        "text/html",
                        "<html><p>Authorization: Bearer key-" + MARK + "</p><a href=\"/?token=" + MARK
                                + "\">x</a></html>"),
                new Echo("garbage", 200, "application/json", "{\"api_key\": \"" + MARK + "\", {{{"),
                new Echo("text of success", 200, "text/plain", "password=" + MARK),
                new Echo("text that starts as JSON", 200, "application/json", "token: " + MARK),
                new Echo(
                        "wrong type",
                        200,
                        "application/json",
                        "{\"apikeys\": \"token=" + MARK + "\", \"token\": \"" + MARK + "\"}"),
                new Echo(
                        "wrong element",
                        200,
                        "application/json",
                        "{\"apikeys\": [[{\"token\": \"" + MARK + "\"}]], \"secrets\": [7, \"token=" + MARK + "\"]}"),
                new Echo("refusal", 200, "application/json", "{\"success\": false, \"msg\": \"token=" + MARK + "\"}"),
                new Echo("limit", 429, "text/plain", "too frequent threshold=0.001 token=" + MARK),
                new Echo("code", 400, "application/json", "{\"error\": \"token=" + MARK + "\"}"));
    }

    static Stream<Arguments> echoesInEachMode() {
        return echoes().flatMap(echo -> Stream.of(Mode.values()).map(mode -> Arguments.of(echo, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("echoesInEachMode")
    void failure_whenServiceEchoesTheSecret_thenHidesIt(Echo echo, Mode mode) {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(echo.status)
                    .addHeader("Content-Type", echo.type)
                    .addHeader("X-Api-Key", MARK)
                    .addHeader("Set-Cookie", "session=" + MARK)
                    .addHeader("WWW-Authenticate", "Bearer token=\"" + MARK + "\"")
                    .body(echo.body)
                    .build());
        }
        fail(mode, vast.apiKeys().list());
        fail(mode, vast.envVars().list());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void redirect_whenAnswered_thenNothingGoesThereAndItsQueryIsHidden(Mode mode) {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            server.enqueue(new MockResponse.Builder()
                    .code(status)
                    .addHeader("Location", elsewhere.url("/login;" + MARK + "?token=" + MARK + "#" + MARK))
                    .body("<a href=\"" + elsewhere.url("/?token=" + MARK) + "\">moved</a>")
                    .build());
            Throwable refused = fail(mode, vast.apiKeys().list());
            assertThat(refused).hasMessageContaining("redirected to http://");
        }
        for (String target : List.of("//user:" + MARK + "@host/", "/x?token=" + MARK, "https://u:" + MARK + "@h/")) {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", target)
                    .build());
            fail(mode, vast.apiKeys().list());
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void failure_whenNoAnswerComes_thenHidesWhatWasSent(Mode mode) {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
        fail(mode, vast.envVars().update("A", MARK));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void connection_whenRefused_thenHidesWhatWasToBeSent(Mode mode) {
        answer(200, "[]");
        run(mode, vast.sshKeys().list());
        String closed = elsewhere.url("/").toString();
        elsewhere.close();
        try (VastClient lost = client().baseUrl(closed).build()) {
            fail(mode, lost.envVars().create("A", MARK));
            fail(mode, lost.call("GET", "/api/v0/x/?api_key=" + MARK, null));
        }
    }

    static Stream<Object> bodies() {
        return Stream.of(
                Map.of("api_key", MARK),
                Map.of("env", Map.of("A", MARK)),
                Map.of("outer", List.of(Map.of("password", Secret.of(MARK)))),
                JsonNodeFactory.instance.objectNode().put("token", MARK));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void call_whenBodyHoldsASecret_thenSendsItAndHidesIt(Object body) throws InterruptedException {
        answer(200, "{\"success\": true}");
        run(Mode.SYNC, vast.call("POST", "/api/v0/new/", body).header("X-Other-Token", MARK));
        assertThat(body(request())).contains(MARK);
    }

    @Test
    void call_whenQueryHoldsASecret_thenHidesIt() throws InterruptedException {
        answer(200, "{\"success\": true}");
        run(Mode.SYNC, vast.call("GET", "/api/v0/new/?api_key=" + MARK + "&page=2", null));
        assertThat(request().getTarget()).contains(MARK);
        answer(404, "{}");
        fail(Mode.SYNC, vast.call("GET", "/api/v0/new/?api_key=" + MARK + "&page=2", null));
    }

    @Test
    void close_whenCallsWithSecretsWereNeverExecuted_thenNamesThemWithoutValues() {
        leaks.see(vast.envVars().create("A", MARK));
        leaks.see(vast.call("POST", "/api/v0/new/?token=" + MARK, Map.of("key", MARK)));
        vast.close();
        assertThat(leaks.log.own(Level.WARN)).hasSize(1);
    }
}
