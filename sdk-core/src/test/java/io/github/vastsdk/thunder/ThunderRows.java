package io.github.vastsdk.thunder;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.NEVER;
import static io.github.vastsdk.internal.RetrySafety.READ;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;
import static io.github.vastsdk.thunder.ThunderApiVersion.V1;
import static io.github.vastsdk.thunder.ThunderWireTest.INDEX;
import static io.github.vastsdk.thunder.ThunderWireTest.UUID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.Call;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.RetrySafety;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.ssh.SshPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of Thunder Compute: what is sent, and what is read. Each answer has a member {@code zz_future} wherever
 * the service may add one.
 */
final class ThunderRows {
    static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPTGOQqN0SUMyn8vXPyaB2gZ1AmFZF7kTLKYhn6zB8l someone@example";
    static final String PRIVATE_KEY =
            "-----BEGIN OPENSSH PRIVATE KEY-----\\nZm9v\\n-----END OPENSSH PRIVATE KEY-----\\n";

    private static final String NEW = "'zz_future': {'a': 1}";
    private static final String INSTANCES = "{'0': {'uuid': 'other'}, '10': {'uuid': 'tenth', 'name': 'ten'}, '" + INDEX
            + "': {'uuid': '" + UUID + "', 'name': 'mine', 'status': 'RUNNING', 'ip': '192.0.2.7', 'port': 2222, "
            + "'numGpus': '2', 'cpuCores': '8', 'memory': '32GB', 'createdAt': '2026-01-02T03:04:05Z', " + NEW + "}}";
    private static final String MODIFIED = "{'identifier': '" + INDEX + "', 'instance_name': '" + UUID
            + "', 'gpu_type': 'h100', 'num_gpus': 2, 'http_ports': [8080, 9000], " + NEW + "}";
    private static final String SNAPSHOTS = "[{'id': 's1', 'name': 'before', 'minimumDiskSizeGb': 100, "
            + "'status': 'READY', 'createdAt': 1767322800, " + NEW + "}, {'id': 's2', 'name': 'after', "
            + "'status': 'CREATING'}]";
    private static final String SSH_KEY = "{'id': 'k1', 'name': 'laptop', 'public_key': '" + KEY
            + "', 'fingerprint': 'SHA256:x', 'key_type': 'ssh-ed25519', 'created_at': 1767322800, " + NEW + "}";
    private static final String SPECS = "{'specs': {'%s': {'displayName': 'H100', 'gpuCount': 1, 'vramGB': 80, "
            + "'vcpuOptions': [4, 8], 'ramPerVCPUGiB': 8, 'storageGB': {'min': 100, 'max': 1000}, " + NEW + "}}, " + NEW
            + "}";
    private static final String PRICES = "{'pricing': {'%s': 1.38, 'disk_gb': 0.0002}, " + NEW + "}";
    private static final String STATUS =
            "{'gpu_type': {'h100': {'1': 'available'}}, 'specs': {'%s': 'available', 'x': 'sold_out'}, " + NEW + "}";

    private ThunderRows() {}

    private static <T> ThunderRow<T> row(
            String sdk,
            Function<ThunderClient, Call<T>> call,
            String line,
            RetrySafety safety,
            @Nullable String body,
            String answer,
            Consumer<T> read) {
        return new ThunderRow<>(sdk, call, line, safety, body, 200, answer, read);
    }

    private static <T> ThunderRow<T> get(
            String sdk, Function<ThunderClient, Call<T>> call, String path, String answer, Consumer<T> read) {
        return row(sdk, call, "GET " + path, READ, null, answer, read);
    }

    static Stream<ThunderRow<?>> rows() {
        return Stream.of(reads(), changes(), keysAndSnapshots(), discovery()).flatMap(rows -> rows);
    }

    private static void isMine(ThunderInstance row) {
        assertThat(row.id()).isEqualTo(INDEX);
        assertThat(row.uuid()).isEqualTo(UUID);
        assertThat(row.name()).isEqualTo("mine");
        assertThat(row.isReady()).isTrue();
        assertThat(row.sshEndpoints()).singleElement().hasToString("DIRECT ssh://ubuntu@192.0.2.7:2222");
        assertThat(row.numGpus()).isEqualTo(2);
        assertThat(row.cpuCores()).isEqualTo(8);
        assertThat(row.memoryGb()).hasValue(32);
        assertThat(row.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static Stream<ThunderRow<?>> reads() {
        String list = "/v1/instances/list";
        return Stream.of(
                ThunderRows.<Listing<ThunderInstance>>get(
                        "instances().list()", thunder -> thunder.instances().list(), list, INSTANCES, all -> {
                            assertThat(all).extracting(ThunderInstance::id).containsExactly("0", INDEX, "10");
                            isMine(all.get(1));
                        }),
                ThunderRows.<Optional<ThunderInstance>>get(
                        "instances().find(uuid)",
                        thunder -> thunder.instances().find(UUID),
                        list,
                        INSTANCES,
                        found -> isMine(found.orElseThrow())),
                ThunderRows.<Optional<ThunderInstance>>get(
                        "instances().findByName(name)",
                        thunder -> thunder.instances().findByName("mine"),
                        list,
                        INSTANCES,
                        found -> isMine(found.orElseThrow())),
                ThunderRows.<Optional<ThunderInstance>>get(
                        "instances().findByIndex(index)",
                        thunder -> thunder.instances().findByIndex(4),
                        list,
                        INSTANCES,
                        found -> isMine(found.orElseThrow())));
    }

    private static CreateThunderInstance.Builder rental(CreateThunderInstance.Builder request) {
        return request.template("base").gpuType("H100").numGpus(2).cpuCores(8).diskGb(100);
    }

    private static Stream<ThunderRow<?>> changes() {
        String create = "POST /v1/instances/create";
        String members =
                "'template': 'base', 'gpu_type': 'h100', 'num_gpus': 2, 'cpu_cores': 8, " + "'disk_size_gb': 100";
        return Stream.of(
                new ThunderRow<CreatedThunderInstance>(
                        "instances().create(request)",
                        thunder -> thunder.instances().create(CreateThunderInstance.of(ThunderRows::rental)),
                        create,
                        UNSAFE,
                        "{" + members + "}",
                        201,
                        "{'identifier': 3, 'uuid': 'new1', 'key': '" + PRIVATE_KEY + "', " + NEW + "}",
                        created -> {
                            assertThat(created.identifier()).isEqualTo(3);
                            assertThat(created.uuid()).isEqualTo("new1");
                            assertThat(created.key()).isEqualTo(privateKey());
                        }),
                new ThunderRow<CreatedThunderInstance>(
                        "instances().create(request) with everything",
                        thunder -> thunder.instances().create(CreateThunderInstance.of(request -> rental(request)
                                .publicKey(SshPublicKey.parse(KEY))
                                .mode("production"))),
                        create,
                        UNSAFE,
                        "{" + members + ", 'public_key': '" + KEY + "', 'mode': 'production'}",
                        201,
                        "{'identifier': 3, 'uuid': 'new1', 'key': '', " + NEW + "}",
                        created -> assertThat(created.key()).isNull()),
                row(
                        "instances().modify(uuid, change)",
                        thunder -> thunder.instances().modify(UUID, change -> change.gpuType("H100")
                                .numGpus(2)
                                .cpuCores(8)
                                .diskGb(200)
                                .mode("production")),
                        "POST /v1/instances/{id}/modify",
                        UNSAFE,
                        "{'gpu_type': 'h100', 'num_gpus': 2, 'cpu_cores': 8, 'disk_size_gb': 200, 'mode':"
                                + " 'production'}",
                        MODIFIED,
                        ThunderRows::isModified),
                row(
                        "instances().modify(uuid, change) of one thing",
                        thunder -> thunder.instances().modify(UUID, change -> change.diskGb(200)),
                        "POST /v1/instances/{id}/modify",
                        UNSAFE,
                        "{'disk_size_gb': 200}",
                        MODIFIED,
                        ThunderRows::isModified),
                row(
                        "instances().updatePorts(uuid, change)",
                        thunder -> thunder.instances().updatePorts(UUID, change -> change.add(9000, 8080)
                                .remove(3000)),
                        "PATCH /v1/instances/{id}/ports",
                        IDEMPOTENT,
                        "{'add_ports': [8080, 9000], 'remove_ports': [3000]}",
                        MODIFIED,
                        ThunderRows::isModified),
                row(
                        "instances().updatePorts(uuid, change) via modify",
                        thunder -> thunder.instances()
                                .updatePorts(UUID, change -> change.remove(3000).viaModify()),
                        "POST /v1/instances/{id}/modify",
                        UNSAFE,
                        "{'remove_ports': [3000]}",
                        MODIFIED,
                        ThunderRows::isModified),
                row(
                        "instances().delete(uuid)",
                        thunder -> thunder.instances().delete(UUID),
                        "POST /v1/instances/{id}/delete",
                        IDEMPOTENT,
                        null,
                        "{'message': 'Success', " + NEW + "}",
                        ThunderRows::isDone),
                row(
                        "instances().addKey(uuid, key)",
                        thunder -> thunder.instances().addKey(UUID, KEY + "\n"),
                        "POST /v1/instances/{id}/add_key",
                        IDEMPOTENT,
                        "{'public_key': '" + KEY + "'}",
                        "{'success': true, 'uuid': '" + UUID + "', 'message': 'added', " + NEW + "}",
                        (ThunderKeyAdded added) -> {
                            assertThat(added.success()).isTrue();
                            assertThat(added.uuid()).isEqualTo(UUID);
                            assertThat(added.message()).isEqualTo("added");
                        }),
                row(
                        "instances().generateKey(uuid)",
                        thunder -> thunder.instances().generateKey(UUID),
                        "POST /v1/instances/{id}/add_key",
                        NEVER,
                        "{}",
                        "{'success': true, 'uuid': '" + UUID + "', 'key': '" + PRIVATE_KEY + "', 'message': 'made', "
                                + NEW + "}",
                        (ThunderGeneratedKey made) -> {
                            assertThat(made.key()).isEqualTo(privateKey());
                            assertThat(made.uuid()).isEqualTo(UUID);
                            assertThat(made.message()).isEqualTo("made");
                        }));
    }

    private static Secret privateKey() {
        return Secret.of(PRIVATE_KEY.replace("\\n", "\n"));
    }

    private static void isModified(ModifiedThunderInstance changed) {
        assertThat(changed.instanceName()).isEqualTo(UUID);
        assertThat(changed.identifier()).isEqualTo(INDEX);
        assertThat(changed.gpuType()).isEqualTo("h100");
        assertThat(changed.numGpus()).isEqualTo(2);
        assertThat(changed.httpPorts()).containsExactly(8080, 9000);
    }

    private static void isDone(Ack ack) {
        assertThat(ack.msg()).isEqualTo("Success");
    }

    private static Stream<ThunderRow<?>> keysAndSnapshots() {
        String snapshots = "/v1/snapshots/list";
        return Stream.of(
                ThunderRows.<Listing<ThunderSshKey>>get(
                        "sshKeys().list()",
                        thunder -> thunder.sshKeys().list(),
                        "/v1/keys/list",
                        "[" + SSH_KEY + "]",
                        all -> isLaptop(all.get(0))),
                row(
                        "sshKeys().add(name, key)",
                        thunder -> thunder.sshKeys().add("laptop", KEY),
                        "POST /v1/keys/add",
                        UNSAFE,
                        "{'name': 'laptop', 'public_key': '" + KEY + "'}",
                        "{'key': " + SSH_KEY + ", 'message': 'added', " + NEW + "}",
                        ThunderRows::isLaptop),
                row(
                        "sshKeys().delete(keyId)",
                        thunder -> thunder.sshKeys().delete(ThunderRow.ID),
                        "DELETE /v1/keys/{id}",
                        IDEMPOTENT,
                        null,
                        "{'message': 'Success', " + NEW + "}",
                        ThunderRows::isDone),
                ThunderRows.<Listing<ThunderSnapshot>>get(
                        "snapshots().list()", thunder -> thunder.snapshots().list(), snapshots, SNAPSHOTS, all -> {
                            assertThat(all).hasSize(2);
                            isBefore(all.get(0));
                            assertThat(all.get(1).isReady()).isFalse();
                        }),
                ThunderRows.<Optional<ThunderSnapshot>>get(
                        "snapshots().find(name)",
                        thunder -> thunder.snapshots().find("before"),
                        snapshots,
                        SNAPSHOTS,
                        found -> isBefore(found.orElseThrow())),
                new ThunderRow<CreatedThunderSnapshot>(
                        "snapshots().create(uuid, name)",
                        thunder -> thunder.snapshots().create(UUID, "before"),
                        "POST /v1/snapshots/create",
                        UNSAFE,
                        "{'instanceId': '" + UUID + "', 'name': 'before'}",
                        202,
                        "{'message': 'under way', 'id': 's1', " + NEW + "}",
                        made -> {
                            assertThat(made.message()).isEqualTo("under way");
                            assertThat(made.id()).isEqualTo("s1");
                        }),
                row(
                        "snapshots().delete(snapshotId)",
                        thunder -> thunder.snapshots().delete(ThunderRow.ID),
                        "DELETE /v1/snapshots/{id}",
                        IDEMPOTENT,
                        null,
                        "{'message': 'Success', " + NEW + "}",
                        ThunderRows::isDone));
    }

    private static void isLaptop(ThunderSshKey key) {
        assertThat(key.id()).isEqualTo("k1");
        assertThat(key.name()).isEqualTo("laptop");
        assertThat(key.publicKey()).isEqualTo(KEY);
        assertThat(key.createdAt()).isEqualTo(Instant.ofEpochSecond(1767322800));
    }

    private static void isBefore(ThunderSnapshot snapshot) {
        assertThat(snapshot.id()).isEqualTo("s1");
        assertThat(snapshot.isReady()).isTrue();
        assertThat(snapshot.minimumDiskSizeGb()).isEqualTo(100);
        assertThat(snapshot.createdAt()).isEqualTo(Instant.ofEpochSecond(1767322800));
    }

    private static Stream<ThunderRow<?>> discovery() {
        String v1 = "h100_x1_prototyping";
        String v2 = "h100_x1";
        return Stream.of(
                ThunderRows.<Listing<ThunderGpuSpec>>get(
                        "specs()", ThunderClient::specs, "/v2/specs", SPECS.formatted(v2), all -> isSpec(all, v2)),
                ThunderRows.<Listing<ThunderGpuSpec>>get(
                        "specs(V1)",
                        thunder -> thunder.specs(V1),
                        "/v1/specs",
                        SPECS.formatted(v1),
                        all -> isSpec(all, v1)),
                ThunderRows.<ThunderPricing>get(
                        "pricing()", ThunderClient::pricing, "/v2/pricing", PRICES.formatted(v2), prices -> assertThat(
                                        prices.dollarsPerHour())
                                .isEqualTo(Map.of(v2, 1.38, "disk_gb", 0.0002))),
                ThunderRows.<ThunderPricing>get(
                        "pricing(V1)",
                        thunder -> thunder.pricing(V1),
                        "/v1/pricing",
                        PRICES.formatted(v1),
                        prices -> assertThat(prices.find(v1)).hasValue(1.38)),
                ThunderRows.<ThunderAvailability>get(
                        "availability()",
                        ThunderClient::availability,
                        "/v2/status",
                        STATUS.formatted(v2),
                        status -> isStatus(status, v2)),
                ThunderRows.<ThunderAvailability>get(
                        "availability(V1)",
                        thunder -> thunder.availability(V1),
                        "/v1/status",
                        STATUS.formatted(v1),
                        status -> isStatus(status, v1)),
                ThunderRows.<Listing<ThunderTemplate>>get(
                        "templates()",
                        ThunderClient::templates,
                        "/v1/thunder-templates",
                        "{'ollama': {'displayName': 'Ollama', 'openPorts': [11434], 'default': false, " + NEW + "}}",
                        all -> {
                            assertThat(all.get(0).key()).isEqualTo("ollama");
                            assertThat(all.get(0).openPorts()).containsExactly(11434);
                            assertThat(all.get(0).isDefault()).isFalse();
                        }),
                ThunderRows.<ThunderToken>get(
                        "validateToken()",
                        ThunderClient::validateToken,
                        "/v1/auth/validate",
                        "{'valid': true, 'email': 'a@example.com', 'org_name': 'org', " + NEW + "}",
                        token -> {
                            assertThat(token.valid()).isTrue();
                            assertThat(token.email()).isEqualTo("a@example.com");
                            assertThat(token.orgName()).isEqualTo("org");
                        }));
    }

    private static void isSpec(List<ThunderGpuSpec> all, String key) {
        assertThat(all).singleElement().satisfies(spec -> {
            assertThat(spec.key()).isEqualTo(key);
            assertThat(spec.gpuCount()).isEqualTo(1);
            assertThat(spec.vcpuOptions()).containsExactly(4, 8);
            assertThat(spec.storageGb()).isNotNull();
            assertThat(spec.storageGb().max()).isEqualTo(1000);
        });
    }

    private static void isStatus(ThunderAvailability status, String key) {
        assertThat(status.isAvailable(key)).contains(true);
        assertThat(status.isAvailable("x")).contains(false);
        assertThat(status.isAvailable("unheard of")).isEmpty();
        assertThat(status.gpuTypes()).containsEntry("h100", Map.of("1", "available"));
    }
}
