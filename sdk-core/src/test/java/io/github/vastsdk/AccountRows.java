package io.github.vastsdk;

import static io.github.vastsdk.internal.Sends.OK;
import static io.github.vastsdk.internal.Sends.sends;

import io.github.vastsdk.internal.Sends;
import io.github.vastsdk.request.FilterOp;
import io.github.vastsdk.request.PermissionCategory;
import io.github.vastsdk.request.Permissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the operations on the account and its keys send, and those that read instances. */
final class AccountRows {
    static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPTGOQqN0SUMyn8vXPyaB2gZ1AmFZF7kTLKYhn6zB8l someone@example";

    private AccountRows() {}

    static Stream<Sends<VastClient>> rows() {
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
                new Sends<>(
                        "instances.list",
                        vast -> vast.instances().list(),
                        "{'instances': [], 'next_token': null}",
                        "GET",
                        "/api/v1/instances/",
                        Map.of("order_by", "[{'col':'id','dir':'asc'}]", "limit", "25"),
                        null),
                new Sends<>(
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
                new Sends<>(
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
}
