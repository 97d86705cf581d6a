package io.github.vastsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Pacing;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.WrongInstanceException;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.CreateThunderInstance;
import io.github.vastsdk.thunder.CreatedThunderInstance;
import io.github.vastsdk.thunder.CreatedThunderSnapshot;
import io.github.vastsdk.thunder.ModifiedThunderInstance;
import io.github.vastsdk.thunder.ThunderApiVersion;
import io.github.vastsdk.thunder.ThunderClient;
import io.github.vastsdk.thunder.ThunderGeneratedKey;
import io.github.vastsdk.thunder.ThunderGpuSpec;
import io.github.vastsdk.thunder.ThunderInstance;
import io.github.vastsdk.thunder.ThunderKeyAdded;
import io.github.vastsdk.thunder.ThunderPricing;
import io.github.vastsdk.thunder.ThunderSnapshot;
import io.github.vastsdk.thunder.ThunderSshKey;
import io.github.vastsdk.thunder.ThunderTemplate;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls every operation of Thunder Compute that a checking server knows, and compares what was read with what such a
 * server answers: texts that end in the number of their row, and a member {@code zz_future} in every object.
 */
public final class ThunderConformance {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The first instance of the server's list, and where it stands. */
    private static final String UUID = "uuid-1";

    private static final String INDEX = "key-1";

    private final Oracle oracle;
    private final ThunderClient thunder;
    private final SshPublicKey key = SshKeyPair.generateEd25519("conformance").publicKey();
    private int failures;

    private ThunderConformance(URI server, ThunderClient thunder) {
        this.oracle = new Oracle(server);
        this.thunder = thunder;
    }

    /**
     * Runs all checks; ends with 1 if one failed.
     *
     * @param args the address of the server
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: SERVER_URL");
        }
        URI server = URI.create(args[0]);
        int failures;
        try (ThunderClient thunder = ThunderClient.builder()
                .token("conformance-run")
                .baseUrl(server.resolve("/v1").toString())
                .pacing(Pacing.off())
                .build()) {
            failures = new ThunderConformance(server, thunder).run();
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    /** One check, under the name of the operation. */
    @FunctionalInterface
    private interface Check {
        void run() throws IOException;
    }

    private int run() throws IOException {
        oracle.post("reset", JSON.createObjectNode());
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("instances().list()", this::list);
        checks.put("instances().create()", this::create);
        checks.put("instances().modify() about another", this::modifyAnother);
        checks.put("instances().modify()", this::modify);
        checks.put("instances().updatePorts() via modify", this::ports);
        checks.put("instances().addKey()", this::addKey);
        checks.put("instances().generateKey()", this::generateKey);
        checks.put("instances().delete()", this::delete);
        checks.put("sshKeys().list()", this::listKeys);
        checks.put("sshKeys().add()", this::addAccountKey);
        checks.put("sshKeys().delete()", this::deleteKey);
        checks.put("snapshots().list()", this::listSnapshots);
        checks.put("snapshots().create()", this::createSnapshot);
        checks.put("snapshots().delete()", this::deleteSnapshot);
        checks.put("specs()", this::specs);
        checks.put("pricing()", this::pricing);
        checks.put("templates()", this::templates);
        checks.put("a redirect", this::redirect);
        checks.forEach(this::check);
        int read = checks.size() - failures;
        JsonNode log = oracle.get("log");
        check("every operation arrived", () -> everyOperation(log));
        long violations = violations(log);
        System.out.printf(
                "%d checks of answers ok, %d requests, %d operations, %d violations%n",
                read, log.size(), operations(log).size(), violations);
        return failures + (violations == 0 ? 0 : 1);
    }

    private void check(String name, Check check) {
        try {
            check.run();
            System.out.println("ok    " + name);
        } catch (IOException | RuntimeException | AssertionError e) {
            failures++;
            System.out.println("FAIL  " + name + ": " + e);
        }
    }

    private static Set<String> operations(JsonNode entries) {
        Set<String> names = new TreeSet<>();
        for (JsonNode entry : entries) {
            if (entry.path("source").asText().equals("thunder")) {
                names.add(entry.path("op").asText());
            }
        }
        return names;
    }

    private void everyOperation(JsonNode log) throws IOException {
        assertThat(operations(log)).isEqualTo(operations(oracle.get("ops"))).isNotEmpty();
    }

    private static long violations(JsonNode log) {
        long count = 0;
        for (JsonNode entry : log) {
            for (String kind : List.of("violations", "tolerated")) {
                for (JsonNode violation : entry.path(kind)) {
                    count++;
                    System.out.println("VIOLATION  " + entry.path("op").asText() + ": " + violation);
                }
            }
        }
        return count;
    }

    /** Lets the next request to a path be answered with a body. */
    private void script(String method, String path, JsonNode body) throws IOException {
        ArrayNode behaviours = JSON.createArrayNode();
        behaviours.addObject().put("method", method).put("pathRegex", path).set("body", body);
        oracle.post("script", behaviours);
    }

    private static void isNew(Map<String, JsonNode> extra) {
        assertThat(extra).containsKey("zz_future");
        assertThat(extra.get("zz_future")).isEqualTo(JSON.createObjectNode().put("a", 1));
    }

    private void list() {
        Listing<ThunderInstance> all = thunder.instances().list().execute();
        assertThat(all).extracting(ThunderInstance::id).containsExactly(INDEX, "key-2");
        for (int i = 0; i < 2; i++) {
            String end = "-" + (i + 1);
            ThunderInstance row = all.get(i);
            assertThat(row.uuid()).isEqualTo("uuid" + end);
            assertThat(row.name()).isEqualTo("name" + end);
            assertThat(row.status()).hasToString("status" + end);
            assertThat(row.ip()).isEqualTo("ip" + end);
            assertThat(row.port()).isEqualTo(7 + i);
            assertThat(row.gpuType()).isEqualTo("gpuType" + end);
            assertThat(row.memory()).isEqualTo("memory" + end);
            assertThat(row.storageGb()).isEqualTo(7 + i);
            assertThat(row.template()).isEqualTo("template" + end);
            assertThat(row.mode()).isEqualTo("mode" + end);
            assertThat(row.httpPorts()).containsExactly(7, 8);
            assertThat(row.sshPublicKeys()).containsExactly("sshPublicKeys-1", "sshPublicKeys-2");
            assertThat(row.snapshotSizeBytes()).isEqualTo(7L + i);
            assertThat(row.k8s()).isTrue();
            assertThat(row.promoted()).isTrue();
            isNew(row.extra());
            // Texts that are no numbers and no times are kept as they are.
            for (String odd : List.of("numGpus", "cpuCores", "createdAt", "provisioningTime", "restoringTime")) {
                assertThat(row.extra().get(odd)).isEqualTo(JSON.getNodeFactory().textNode(odd + end));
            }
            assertThat(thunder.instances().find(row.uuid()).execute()).contains(row);
        }
    }

    private void create() {
        // The schema still requires a mode.
        CreatedThunderInstance created = thunder.instances()
                .create(CreateThunderInstance.of(request -> request.template("base")
                        .gpuType("h100")
                        .numGpus(1)
                        .cpuCores(4)
                        .diskGb(100)
                        .publicKey(key)
                        .mode("prototyping")))
                .execute();
        assertThat(created.identifier()).isEqualTo(7);
        assertThat(created.uuid()).isEqualTo(UUID);
        assertThat(created.key()).isNotNull();
        assertThat(created.key().reveal()).isEqualTo("key-1");
        isNew(created.extra());
    }

    private void modifyAnother() {
        WrongInstanceException wrong = catchThrowableOfType(WrongInstanceException.class, () -> thunder.instances()
                .modify(UUID, change -> change.diskGb(200))
                .execute());
        assertThat(wrong.named()).isEqualTo(UUID);
        assertThat(wrong.touched()).isEqualTo("instance_name-1");
    }

    private void scriptModified() throws IOException {
        script(
                "POST",
                "/instances/" + INDEX + "/modify$",
                JSON.readTree("{\"identifier\": \"0\", \"instance_name\": \"" + UUID + "\", \"mode\": null,"
                        + " \"gpu_type\": \"h100\", \"num_gpus\": 2, \"http_ports\": [8080],"
                        + " \"zz_future\": {\"a\": 1}}"));
    }

    private static void isModified(ModifiedThunderInstance changed) {
        assertThat(changed.identifier()).isEqualTo("0");
        assertThat(changed.instanceName()).isEqualTo(UUID);
        assertThat(changed.mode()).isNull();
        assertThat(changed.gpuType()).isEqualTo("h100");
        assertThat(changed.numGpus()).isEqualTo(2);
        assertThat(changed.httpPorts()).containsExactly(8080);
        isNew(changed.extra());
    }

    private void modify() throws IOException {
        scriptModified();
        isModified(thunder.instances()
                .modify(UUID, change -> change.gpuType("h100")
                        .numGpus(2)
                        .cpuCores(8)
                        .diskGb(200)
                        .mode("production"))
                .execute());
    }

    private void ports() throws IOException {
        scriptModified();
        isModified(thunder.instances()
                .updatePorts(UUID, change -> change.add(8080).remove(3000).viaModify())
                .execute());
    }

    private void addKey() {
        ThunderKeyAdded added = thunder.instances().addKey(UUID, key).execute();
        assertThat(added.success()).isTrue();
        assertThat(added.uuid()).isEqualTo(UUID);
        assertThat(added.message()).isEqualTo("message-1");
        isNew(added.extra());
    }

    private void generateKey() {
        ThunderGeneratedKey made = thunder.instances().generateKey(UUID).execute();
        assertThat(made.uuid()).isEqualTo(UUID);
        assertThat(made.key().reveal()).isEqualTo("key-1");
        assertThat(made.message()).isEqualTo("message-1");
        isNew(made.extra());
    }

    private void delete() {
        var ack = thunder.instances().delete(UUID).execute();
        assertThat(ack.msg()).isEqualTo("Success");
        isNew(ack.extra());
    }

    private static void isKey(ThunderSshKey read, int row) {
        String end = "-" + (row + 1);
        assertThat(read.id()).isEqualTo("id" + end);
        assertThat(read.name()).isEqualTo("name" + end);
        assertThat(read.publicKey()).isEqualTo("public_key" + end);
        assertThat(read.fingerprint()).isEqualTo("fingerprint" + end);
        assertThat(read.keyType()).isEqualTo("key_type" + end);
        assertThat(read.createdAt()).isEqualTo(Instant.ofEpochSecond(7 + row));
        isNew(read.extra());
    }

    private void listKeys() {
        Listing<ThunderSshKey> all = thunder.sshKeys().list().execute();
        assertThat(all).hasSize(2);
        isKey(all.get(0), 0);
        isKey(all.get(1), 1);
    }

    private void addAccountKey() {
        isKey(thunder.sshKeys().add("laptop", key).execute(), 0);
    }

    private void deleteKey() {
        var ack = thunder.sshKeys().delete("id-1").execute();
        assertThat(ack.msg()).isEqualTo("message-1");
        isNew(ack.extra());
    }

    private void listSnapshots() {
        Listing<ThunderSnapshot> all = thunder.snapshots().list().execute();
        assertThat(all).hasSize(2);
        for (int i = 0; i < 2; i++) {
            String end = "-" + (i + 1);
            ThunderSnapshot row = all.get(i);
            assertThat(row.id()).isEqualTo("id" + end);
            assertThat(row.name()).isEqualTo("name" + end);
            assertThat(row.status()).hasToString("status" + end);
            assertThat(row.minimumDiskSizeGb()).isEqualTo(7 + i);
            assertThat(row.createdAt()).isEqualTo(Instant.ofEpochSecond(7 + i));
            isNew(row.extra());
        }
        assertThat(thunder.snapshots().find("name-2").execute()).contains(all.get(1));
    }

    private void createSnapshot() {
        CreatedThunderSnapshot made = thunder.snapshots().create(UUID, "before").execute();
        assertThat(made.message()).isEqualTo("message-1");
        assertThat(made.id()).isNull();
        isNew(made.extra());
    }

    private void deleteSnapshot() {
        var ack = thunder.snapshots().delete("id-1").execute();
        assertThat(ack.msg()).isEqualTo("Snapshot deleted successfully");
        isNew(ack.extra());
    }

    private void specs() {
        Listing<ThunderGpuSpec> all = thunder.specs(ThunderApiVersion.V1).execute();
        assertThat(all).extracting(ThunderGpuSpec::key).containsExactly("key-1", "key-2");
        for (int i = 0; i < 2; i++) {
            ThunderGpuSpec spec = all.get(i);
            int number = 7 + i;
            assertThat(spec.displayName()).isEqualTo("displayName-" + (i + 1));
            assertThat(spec.gpuCount()).isEqualTo(number);
            assertThat(spec.vramGb()).isEqualTo(number);
            assertThat(spec.mode()).isEqualTo("mode-" + (i + 1));
            assertThat(spec.vcpuOptions()).containsExactly(7, 8);
            assertThat(spec.ramPerVcpuGib()).isEqualTo(number);
            assertThat(spec.storageGb()).isNotNull();
            assertThat(spec.storageGb().min()).isEqualTo(number);
            assertThat(spec.storageGb().max()).isEqualTo(number);
            assertThat(spec.limits()).isNotNull();
            assertThat(spec.limits().maxCpuPerGpu()).isEqualTo(number);
            assertThat(spec.limits().maxMemoryGibPerGpu()).isEqualTo(number);
            isNew(spec.extra());
            isNew(spec.storageGb().extra());
            isNew(spec.limits().extra());
        }
    }

    private void pricing() {
        ThunderPricing prices = thunder.pricing(ThunderApiVersion.V1).execute();
        assertThat(prices.dollarsPerHour()).isEqualTo(Map.of("key-1", 1.5, "key-2", 2.5));
        isNew(prices.extra());
    }

    private void templates() {
        Listing<ThunderTemplate> all = thunder.templates().execute();
        assertThat(all).extracting(ThunderTemplate::key).containsExactly("key-1", "key-2");
        for (int i = 0; i < 2; i++) {
            ThunderTemplate template = all.get(i);
            String end = "-" + (i + 1);
            assertThat(template.displayName()).isEqualTo("displayName" + end);
            assertThat(template.extendedDescription()).isEqualTo("extendedDescription" + end);
            assertThat(template.automountFolders()).containsExactly("automountFolders-1", "automountFolders-2");
            assertThat(template.cleanupCommands()).containsExactly("cleanupCommands-1", "cleanupCommands-2");
            assertThat(template.startupCommands()).containsExactly("startupCommands-1", "startupCommands-2");
            assertThat(template.openPorts()).containsExactly(7, 8);
            assertThat(template.startupMinutes()).isEqualTo(7 + i);
            assertThat(template.version()).isEqualTo(7 + i);
            assertThat(template.isDefault()).isTrue();
            assertThat(template.defaultSpecs()).isNotNull();
            assertThat(template.defaultSpecs().cores()).isEqualTo(7 + i);
            assertThat(template.defaultSpecs().gpuType()).isEqualTo("gpu_type" + end);
            isNew(template.extra());
            isNew(template.defaultSpecs().extra());
        }
    }

    /** The server would log credentials that arrive at its second address. */
    private void redirect() throws IOException {
        ArrayNode behaviours = JSON.createArrayNode();
        behaviours.addObject().put("pathRegex", "/keys/list$").put("redirect", "sink");
        oracle.post("script", behaviours);
        assertThat(catchThrowableOfType(
                                RejectedException.class,
                                () -> thunder.sshKeys().list().execute())
                        .status())
                .isEqualTo(307);
    }
}
