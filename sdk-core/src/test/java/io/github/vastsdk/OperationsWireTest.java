package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.request.FilterOp;
import io.github.vastsdk.request.PermissionCategory;
import io.github.vastsdk.request.Permissions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per operation: the request line, the query and the body that it sends, whatever the mode. */
class OperationsWireTest extends WireTest {
    static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPTGOQqN0SUMyn8vXPyaB2gZ1AmFZF7kTLKYhn6zB8l someone@example";
    private static final String OK = "{'success': true, 'msg': 'ok', 'id': 1}";

    /** What an operation sends. */
    record Sends(
            String name,
            Function<VastClient, Call<?>> call,
            String answer,
            String method,
            String path,
            Map<String, String> query,
            @Nullable String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Sends sends(
            String name, Function<VastClient, Call<?>> call, String answer, String line, @Nullable String body) {
        String[] parts = line.split(" ", 2);
        return new Sends(name, call, answer, parts[0], parts[1], Map.of(), body);
    }

    static Stream<Sends> operations() {
        return Stream.of(
                sends("sshKeys.list", vast -> vast.sshKeys().list(), "[]", "GET /api/v0/ssh/", null),
                sends(
                        "sshKeys.create",
                        vast -> vast.sshKeys().create(KEY + "\n"),
                        OK,
                        "POST /api/v0/ssh/",
                        "{'ssh_key': '" + KEY + "'}"),
                sends(
                        "sshKeys.update",
                        vast -> vast.sshKeys().update(3, KEY),
                        OK,
                        "PUT /api/v0/ssh/3/",
                        "{'id': 3, 'ssh_key': '" + KEY + "'}"),
                sends("sshKeys.delete", vast -> vast.sshKeys().delete(3), OK, "DELETE /api/v0/ssh/3/", "{}"),
                sends(
                        "apiKeys.list",
                        vast -> vast.apiKeys().list(),
                        "{'apikeys': []}",
                        "GET /api/v0/auth/apikeys/",
                        null),
                sends("apiKeys.get", vast -> vast.apiKeys().get(3), OK, "GET /api/v0/auth/apikeys/3/", null),
                sends(
                        "apiKeys.create with a name alone",
                        vast -> vast.apiKeys().create("ci", key -> {}),
                        OK,
                        "POST /api/v0/auth/apikeys/",
                        "{'name': 'ci'}"),
                sends(
                        "apiKeys.create with everything",
                        vast -> vast.apiKeys().create("ci", key -> key.permissions(Permissions.builder()
                                        .allow(PermissionCategory.MISC)
                                        .build())
                                .keyParams("k")),
                        OK,
                        "POST /api/v0/auth/apikeys/",
                        "{'name': 'ci', 'permissions': {'api': {'misc': {}}}, 'key_params': 'k'}"),
                sends(
                        "apiKeys.delete",
                        vast -> vast.apiKeys().delete(3),
                        "'gone'",
                        "DELETE /api/v0/auth/apikeys/3/",
                        "{}"),
                sends(
                        "apiKeys.reset",
                        vast -> vast.apiKeys().reset(),
                        OK,
                        "PUT /api/v0/commands/reset_apikey/",
                        "{'client_id': 'me'}"),
                sends(
                        "envVars.list",
                        vast -> vast.envVars().list(),
                        "{'success': true, 'secrets': {}}",
                        "GET /api/v0/secrets/",
                        null),
                sends(
                        "envVars.create",
                        vast -> vast.envVars().create("HF_TOKEN", ""),
                        OK,
                        "POST /api/v0/secrets/",
                        "{'key': 'HF_TOKEN', 'value': ''}"),
                sends(
                        "envVars.update",
                        vast -> vast.envVars().update("a b", "日本 \\\\ \\n ✓"),
                        OK,
                        "PUT /api/v0/secrets/",
                        "{'key': 'a b', 'value': '日本 \\\\\\\\ \\\\n ✓'}"),
                sends(
                        "envVars.put",
                        vast -> vast.envVars().put("HF_TOKEN", "v"),
                        OK,
                        "POST /api/v0/secrets/",
                        "{'key': 'HF_TOKEN', 'value': 'v'}"),
                sends(
                        "envVars.delete",
                        vast -> vast.envVars().delete("HF_TOKEN"),
                        OK,
                        "DELETE /api/v0/secrets/",
                        "{'key': 'HF_TOKEN'}"),
                sends("account.current", vast -> vast.account().current(), OK, "GET /api/v0/users/current/", null),
                new Sends(
                        "instances.list",
                        vast -> vast.instances().list(),
                        "{'instances': [], 'next_token': null}",
                        "GET",
                        "/api/v1/instances/",
                        Map.of("order_by", "[{'col':'id','dir':'asc'}]", "limit", "25"),
                        null),
                new Sends(
                        "instances.list with a request",
                        vast -> vast.instances().list(request -> request.label("日本 & \"b\"")
                                .where("id", FilterOp.IN, List.of(1, 2))
                                .orderByDescending("start_date")
                                .columns("id", "label")
                                .limit(1)),
                        "{'instances': []}",
                        "GET",
                        "/api/v1/instances/",
                        Map.of(
                                "select_filters",
                                "{'label':{'eq':'日本 & \\\"b\\\"'},'id':{'in':[1,2]}}",
                                "order_by",
                                "[{'col':'start_date','dir':'desc'}]",
                                "limit",
                                "1",
                                "select_cols",
                                "['id','label']"),
                        null),
                new Sends(
                        "instances.get",
                        vast -> vast.instances().get(Long.MAX_VALUE),
                        "{'instances': {'id': 7}}",
                        "GET",
                        "/api/v0/instances/9223372036854775807/",
                        Map.of("owner", "me"),
                        null),
                sends(
                        "instances.sshKeys",
                        vast -> vast.instances().sshKeys(7),
                        "{'success': true, 'ssh_keys': '[]'}",
                        "GET /api/v0/instances/7/ssh/",
                        null),
                sends(
                        "instances.attachSshKey",
                        vast -> vast.instances().attachSshKey(7, KEY),
                        OK,
                        "POST /api/v0/instances/7/ssh/",
                        "{'ssh_key': '" + KEY + "'}"),
                sends(
                        "instances.detachSshKey",
                        vast -> vast.instances().detachSshKey(7, 42),
                        OK,
                        "DELETE /api/v0/instances/7/ssh/42/",
                        "{}"));
    }

    static Stream<Arguments> operationsInEachMode() {
        return operations().flatMap(sends -> Stream.of(Mode.values()).map(mode -> Arguments.of(sends, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operationsInEachMode")
    void operation_whenExecuted_thenSendsExactlyThis(Sends expected, Mode mode) throws InterruptedException {
        answer(200, json(expected.answer).toString());

        mode.run(expected.call.apply(vast));

        RecordedRequest request = request();
        assertThat(request.getMethod()).isEqualTo(expected.method);
        assertThat(request.getUrl().encodedPath()).isEqualTo(expected.path);
        assertThat(request.getUrl().queryParameterNames()).isEqualTo(expected.query.keySet());
        expected.query.forEach((name, value) ->
                assertThat(request.getUrl().queryParameter(name)).isEqualTo(value.replace('\'', '"')));
        if (expected.body == null) {
            assertThat(body(request)).isEmpty();
        } else {
            assertThat(json(body(request))).isEqualTo(json(expected.body));
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        }
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + API_KEY);
        assertThat(request.getHeaders().get("User-Agent")).matches("vast-sdk-java/\\d+\\.\\d+\\.\\d+.*");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("Upgrade")).as("HTTP/2 upgrade").isNull();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenBuilt_thenNamesItselfAndHidesItsValues(Sends expected) {
        Call<?> call = expected.call.apply(vast);

        assertThat(call.toString())
                .startsWith("Call[" + expected.method + " " + expected.path)
                .endsWith("(not sent; call .execute())")
                .doesNotContain("HF_TOKEN", "someone@example");
        assertThat(call.toCurl())
                .contains("-X " + expected.method, expected.path, "$VAST_API_KEY")
                .doesNotContain(API_KEY);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenAnswerIsEmptyOrHtmlOrNull_thenNeverMakesUpAValue(Sends expected) {
        for (String nonsense : List.of("", "<html>hello</html>", "null", "17", "[1]")) {
            answer(200, nonsense);
            assertThatThrownBy(() -> expected.call.apply(vast).execute())
                    .as("%s answered with \"%s\"", expected, nonsense)
                    .isInstanceOf(SdkException.class);
        }
    }

    @Test
    void put_whenVariableExists_thenUpdatesIt() throws InterruptedException {
        answer(400, "{\"success\": false, \"error\": \"existing_key\", \"msg\": \"exists\"}");
        answer(200, "{\"success\": true, \"msg\": \"updated\"}");

        assertThat(vast.envVars().put("A", "1").execute().msg()).isEqualTo("updated");

        assertThat(request().getMethod()).isEqualTo("POST");
        assertThat(request().getMethod()).isEqualTo("PUT");
    }
}
