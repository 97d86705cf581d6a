package io.github.vastsdk.conformance;

import static io.github.vastsdk.conformance.Recorded.id;
import static io.github.vastsdk.conformance.Recorded.parsed;
import static io.github.vastsdk.conformance.Recorded.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.conformance.ConformanceOperations.Run;
import io.github.vastsdk.request.CreateApiKey;
import io.github.vastsdk.request.FilterOp;
import io.github.vastsdk.request.ListInstances;
import io.github.vastsdk.request.Permissions;
import io.github.vastsdk.ssh.SshPublicKey;
import java.util.Locale;
import java.util.Map;

/** The operations on the account and its keys, and those that read instances. */
final class AccountOperations {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AccountOperations() {}

    static final Map<String, Run> ALL = Map.ofEntries(
            Map.entry("ssh_keys.list", (vast, args) -> vast.sshKeys().list().execute()),
            Map.entry(
                    "ssh_keys.create",
                    (vast, args) -> vast.sshKeys().create(text(args, "ssh_key")).execute()),
            Map.entry("ssh_keys.update", (vast, args) -> vast.sshKeys()
                    .update(id(args, "id"), text(args, "ssh_key"))
                    .execute()),
            Map.entry(
                    "ssh_keys.delete",
                    (vast, args) -> vast.sshKeys().delete(id(args, "id")).execute()),
            Map.entry("ssh_keys.check", (vast, args) -> SshPublicKey.parse(text(args, "argstr"))
                    .toString()),
            Map.entry("api_keys.list", (vast, args) -> vast.apiKeys().list().execute()),
            Map.entry(
                    "api_keys.get",
                    (vast, args) -> vast.apiKeys().get(id(args, "id")).execute()),
            Map.entry(
                    "api_keys.create",
                    (vast, args) -> vast.apiKeys().create(createApiKey(args)).execute()),
            Map.entry(
                    "api_keys.delete",
                    (vast, args) -> vast.apiKeys().delete(id(args, "id")).execute()),
            Map.entry("api_keys.reset", (vast, args) -> vast.apiKeys().reset().execute()),
            Map.entry("env_vars.list", (vast, args) -> vast.envVars().list().execute()),
            Map.entry("env_vars.create", (vast, args) -> vast.envVars()
                    .create(text(args, "name"), text(args, "value"))
                    .execute()),
            Map.entry("env_vars.update", (vast, args) -> vast.envVars()
                    .update(text(args, "name"), text(args, "value"))
                    .execute()),
            Map.entry(
                    "env_vars.delete",
                    (vast, args) -> vast.envVars().delete(text(args, "name")).execute()),
            Map.entry("users.current", (vast, args) -> vast.account().current().execute()),
            Map.entry("instances.list", (vast, args) -> listInstances(vast, args.path("params"))),
            Map.entry("instances.list_all", (vast, args) -> listAllInstances(vast, args)),
            Map.entry(
                    "instances.get",
                    (vast, args) -> vast.instances().get(id(args, "id")).execute()),
            Map.entry("instances.ssh_keys.list", (vast, args) -> vast.instances()
                    .sshKeys(id(args, "instance_id"))
                    .execute()),
            Map.entry("instances.ssh_keys.attach", (vast, args) -> vast.instances()
                    .attachSshKey(id(args, "instance_id"), text(args, "ssh_key"))
                    .execute()),
            Map.entry("instances.ssh_keys.detach", (vast, args) -> vast.instances()
                    .detachSshKey(id(args, "instance_id"), id(args, "ssh_key_id"))
                    .execute()));

    private static Object listInstances(VastClient vast, JsonNode params) {
        ListInstances.Builder request = request(params);
        if (params.hasNonNull("limit")) {
            request.limit(params.get("limit").asInt());
        }
        var call = vast.instances().list(request.build());
        return params.hasNonNull("after_token")
                ? call.after(params.get("after_token").asText()).execute()
                : call.execute();
    }

    private static Object listAllInstances(VastClient vast, JsonNode args) {
        ListInstances.Builder request = request(args).limit(ListInstances.MAX_LIMIT);
        if (!args.hasNonNull("order_by")) {
            request.orderBy("id");
        }
        return vast.instances().list(request.build()).all();
    }

    private static ListInstances.Builder request(JsonNode params) {
        ListInstances.Builder request = ListInstances.builder();
        parsed(params.path("select_filters")).properties().forEach(column -> column.getValue()
                .properties()
                .forEach(condition -> request.where(
                        column.getKey(),
                        FilterOp.valueOf(condition.getKey().toUpperCase(Locale.ROOT)),
                        JSON.convertValue(condition.getValue(), Object.class))));
        parsed(params.path("order_by")).forEach(order -> {
            String column = order.path("col").asText();
            if (order.path("dir").asText("asc").equals("asc")) {
                request.orderBy(column);
            } else {
                request.orderByDescending(column);
            }
        });
        JsonNode columns = parsed(params.path("select_cols"));
        if (columns.isArray()) {
            request.columns(JSON.convertValue(columns, String[].class));
        }
        return request;
    }

    private static CreateApiKey createApiKey(JsonNode args) {
        CreateApiKey.Builder key = CreateApiKey.builder(text(args, "name"));
        if (args.hasNonNull("permissions")) {
            key.permissions(Permissions.ofJson(parsed(args.get("permissions")).toString()));
        }
        JsonNode params = args.path("key_params");
        if (params.isObject()) {
            key.keyParams(JSON.convertValue(params, new TypeReference<Map<String, Object>>() {}));
        } else if (params.isTextual()) {
            key.keyParams(params.textValue());
        }
        return key.build();
    }
}
