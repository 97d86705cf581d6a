package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.ssh.SshEndpoint;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThunderInstanceTest {
    private static final String ROW =
            """
            {"uuid": "abc123", "name": "trainer", "status": "RUNNING", "template": "base", "gpuType": "a6000",
             "mode": "prototyping", "cpuCores": "8", "numGpus": "2", "memory": "64GB", "storage": 100,
             "ip": "192.0.2.7", "port": 31000, "httpPorts": [8080, 8888], "sshPublicKeys": ["ssh-ed25519 AAAA me"],
             "createdAt": "2026-07-15T10:11:12.5Z", "provisioningTime": "2026-07-15T10:11:13Z",
             "restoringTime": "0001-01-01T00:00:00Z", "snapshotSize": 5000000000, "ephemeralDiskGB": 50,
             "k8s": true, "promoted": false,
             "lastRestart": {"reason": "OOMKilled", "timestamp": "2026-07-16T00:00:00+02:00", "message": "out of memory",
                             "exitCode": 137, "zz_in_restart": 1},
             "zz_future": {"a": 1}}
            """;

    private static ThunderInstance with(String members) {
        return ThunderInstance.fromJson("{\"uuid\":\"abc123\"," + members.replace('\'', '"') + "}");
    }

    @Test
    void fromJson_whenRow_thenEveryMember() {
        ThunderInstance instance = ThunderInstance.fromJson(ROW);

        assertThat(instance)
                .returns(null, ThunderInstance::id)
                .returns("abc123", ThunderInstance::uuid)
                .returns("trainer", ThunderInstance::name)
                .returns(ThunderStatus.Known.RUNNING, ThunderInstance::status)
                .returns("192.0.2.7", ThunderInstance::ip)
                .returns(31000, ThunderInstance::port)
                .returns("a6000", ThunderInstance::gpuType)
                .returns(2, ThunderInstance::numGpus)
                .returns(8, ThunderInstance::cpuCores)
                .returns("64GB", ThunderInstance::memory)
                .returns(100, ThunderInstance::storageGb)
                .returns("base", ThunderInstance::template)
                .returns("prototyping", ThunderInstance::mode)
                .returns(List.of(8080, 8888), ThunderInstance::httpPorts)
                .returns(List.of("ssh-ed25519 AAAA me"), ThunderInstance::sshPublicKeys)
                .returns(Instant.parse("2026-07-15T10:11:12.5Z"), ThunderInstance::createdAt)
                .returns(Instant.parse("2026-07-15T10:11:13Z"), ThunderInstance::provisioningTime)
                .returns(null, ThunderInstance::restoringTime)
                .returns(5_000_000_000L, ThunderInstance::snapshotSizeBytes)
                .returns(50, ThunderInstance::ephemeralDiskGb)
                .returns(true, ThunderInstance::k8s)
                .returns(false, ThunderInstance::promoted);
        assertThat(instance.extra()).containsOnlyKeys("zz_future");
        ThunderRestart restart = Objects.requireNonNull(instance.lastRestart());
        assertThat(restart)
                .returns("OOMKilled", ThunderRestart::reason)
                .returns(Instant.parse("2026-07-15T22:00:00Z"), ThunderRestart::timestamp)
                .returns("out of memory", ThunderRestart::message)
                .returns(137, ThunderRestart::exitCode);
        assertThat(restart.extra()).containsOnlyKeys("zz_in_restart");
    }

    @Test
    void fromJson_whenEmpty_thenNothingButEmptyLists() {
        ThunderInstance instance = ThunderInstance.fromJson("{}");

        assertThat(instance.httpPorts()).isEmpty();
        assertThat(instance.sshPublicKeys()).isEmpty();
        assertThat(instance.extra()).isEmpty();
        assertThat(instance.instanceId()).isEmpty();
        assertThat(instance.isReady()).isFalse();
        assertThat(instance.sshEndpoints()).isEmpty();
        assertThat(instance.memoryGb()).isEmpty();
        assertThat(instance.statusSummary()).isEqualTo("without a status");
        assertThat(instance).hasToString("ThunderInstance  without a status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"8\" | 8", "8 | 8", "8.0 | 8", "\" 16 \" | 16", "null | ", "\"\" | "})
    void cpuCoresAndNumGpus_whenTextNumberOrNull_thenRead(String sent, @Nullable Integer expected) {
        ThunderInstance instance = with("'cpuCores':" + sent + ",'numGpus':" + sent);

        assertThat(instance.cpuCores()).isEqualTo(expected);
        assertThat(instance.numGpus()).isEqualTo(expected);
        assertThat(instance.extra()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpuCores", "numGpus", "port", "storage", "ephemeralDiskGB", "snapshotSize"})
    void numbers_whenUnreadable_thenNullAndKeptAsSent(String member) {
        ThunderInstance instance = with("'status':'RUNNING','" + member + "':'eight','ip':'192.0.2.7'");

        assertThat(instance.status()).isEqualTo(ThunderStatus.Known.RUNNING);
        assertThat(instance.ip()).as("what stands behind it").isEqualTo("192.0.2.7");
        assertThat(instance.cpuCores()).isNull();
        assertThat(instance.numGpus()).isNull();
        assertThat(instance.port()).isNull();
        assertThat(instance.storageGb()).isNull();
        assertThat(instance.ephemeralDiskGb()).isNull();
        assertThat(instance.snapshotSizeBytes()).isNull();
        assertThat(instance.extra()).containsOnlyKeys(member);
        assertThat(Objects.requireNonNull(instance.extra().get(member)).textValue())
                .isEqualTo("eight");
    }

    @Test
    void members_whenOfAnotherKind_thenNullAndKeptAsSent() {
        ThunderInstance instance =
                with("'cpuCores':{'total':8},'numGpus':[2],'storage':1.5,'createdAt':[2026],'ip':'192.0.2.7'");

        assertThat(instance.cpuCores()).isNull();
        assertThat(instance.numGpus()).isNull();
        assertThat(instance.storageGb()).isNull();
        assertThat(instance.createdAt()).isNull();
        assertThat(instance.ip()).isEqualTo("192.0.2.7");
        assertThat(instance.extra()).hasToString("{cpuCores={…}, numGpus=[…], storage=1.5, createdAt=[…]}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "'2026-07-15T10:00:00Z' | 2026-07-15T10:00:00Z",
                "'2026-07-15T10:00:00.123456789+02:00' | 2026-07-15T08:00:00.123456789Z",
                "1784109600 | 2026-07-15T10:00:00Z",
                "'0001-01-01T00:00:00Z' | -",
                "'0001-01-01T01:00:00+01:00' | -",
                "-62135596800 | -",
                "'' | -",
                "null | -"
            },
            quoteCharacter = '`')
    void times_whenInAnyForm_thenReadAndNeverSetIsNull(String sent, @Nullable Instant expected) {
        ThunderInstance instance =
                with("'createdAt':" + sent + ",'provisioningTime':" + sent + ",'restoringTime':" + sent);

        assertThat(instance.createdAt()).isEqualTo(expected);
        assertThat(instance.provisioningTime()).isEqualTo(expected);
        assertThat(instance.restoringTime()).isEqualTo(expected);
        assertThat(instance.extra()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "provisioningTime", "restoringTime"})
    void times_whenUnreadable_thenNullAndKeptAsSent(String member) {
        ThunderInstance instance = with("'" + member + "':'soon'");

        assertThat(instance.createdAt()).isNull();
        assertThat(instance.provisioningTime()).isNull();
        assertThat(instance.restoringTime()).isNull();
        assertThat(instance.extra()).hasToString("{" + member + "=soon}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32GB | 32",
                "16 GB | 16",
                "32 | 32",
                "' 7.5 GiB ' | 7.5",
                "64Gi | 64",
                "32gb | 32",
                "32768 MB |",
                "lots |",
                "-1GB |",
                "1e9 |",
                "'' |"
            })
    void memoryGb_whenAnyText_thenBestEffortAndTextIsKept(String sent, @Nullable Double expected) {
        ThunderInstance instance = with("'memory':'" + sent + "'");

        assertThat(instance.memory()).isEqualTo(sent);
        assertThat(instance.memoryGb().stream().boxed().findAny().orElse(null)).isEqualTo(expected);
    }

    @Test
    void memory_whenNumber_thenItsText() {
        assertThat(with("'memory':32").memory()).isEqualTo("32");
        assertThat(with("'memory':32").memoryGb()).hasValue(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ip':null", "'ip':''", "'ip':'  '", "'port':22"})
    void ip_whenNullEmptyOrAbsent_thenNoneAndNotReady(String members) {
        ThunderInstance instance = with("'status':'RUNNING'," + members);

        assertThat(instance.ip()).isNull();
        assertThat(instance.isReady()).isFalse();
        assertThat(instance.sshEndpoints()).isEmpty();
        assertThat(instance.statusSummary()).isEqualTo("RUNNING without an address");
    }

    @ParameterizedTest
    @CsvSource({"RUNNING,true", "running,true", "PROVISIONING,false", "UNKNOWN,false", "STOPPED,false", "zz,false"})
    void isReady_whenAddress_thenOnlyIfRunning(String status, boolean expected) {
        RentedInstance instance = with("'ip':'192.0.2.7','status':'" + status + "'");

        assertThat(instance.isReady()).isEqualTo(expected);
        assertThat(instance.statusSummary()).isEqualTo(status.equals("running") ? "RUNNING" : status);
        assertThat(instance.instanceId()).isEqualTo("abc123");
    }

    @ParameterizedTest
    @CsvSource({"'port':31000,31000", "'port':'31000',31000", "'port':0,22", "'port':null,22", "'name':'n',22"})
    void sshEndpoints_whenAddress_thenUbuntuAtThePortOr22(String members, int port) {
        assertThat(with("'ip':' 192.0.2.7 '," + members).sshEndpoints())
                .containsExactly(new SshEndpoint(SshEndpoint.Kind.DIRECT, "192.0.2.7", port, "ubuntu"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ip':'192.0.2.7; rm -rf /'",
                "'ip':'-oProxyCommand=x'",
                "'ip':'192.0.2.7','port':-1",
                "'ip':'192.0.2.7','port':65536",
                "'ip':'192.0.2.7','port':'none'"
            })
    void sshEndpoints_whenAddressOrPortIsNone_thenEmpty(String members) {
        assertThat(with(members).sshEndpoints()).isEmpty();
    }

    @Test
    void hasPublicKey_whenListed_thenWhateverSpaceAndComment() {
        SshPublicKey key = SshKeyPair.generateEd25519("me@here").publicKey();
        String[] words = key.toString().split(" ", 3);
        String material = words[0] + " " + words[1];

        for (String line : List.of(
                material, material + " other@host with blanks", "  " + material + "\\n", words[0] + "  " + words[1])) {
            assertThat(with("'sshPublicKeys':['ssh-rsa AAAA x','" + line + "']").hasPublicKey(key))
                    .as(line)
                    .isTrue();
        }
        assertThat(with("'sshPublicKeys':['ssh-rsa AAAA x\\n" + material + " y\\n']")
                        .hasPublicKey(key))
                .as("several lines in one text")
                .isTrue();
    }

    @Test
    void hasPublicKey_whenAnotherOrNoneIsListed_thenFalse() {
        SshPublicKey key = SshKeyPair.generateEd25519("me@here").publicKey();
        SshPublicKey other = SshKeyPair.generateEd25519("me@here").publicKey();

        for (String lines : List.of(
                "'" + other + "'",
                "'# " + key + "'",
                "'no-pty " + key + "'",
                "'" + key.toString().replace("ssh-ed25519 AAAA", "ssh-ed25519 AAAB") + "'",
                "''",
                "null",
                "")) {
            assertThat(with("'sshPublicKeys':[" + lines + "]").hasPublicKey(key))
                    .as(lines)
                    .isFalse();
        }
        assertThat(with("'sshPublicKeys':null").hasPublicKey(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'httpPorts':null,'sshPublicKeys':null", "'httpPorts':[],'sshPublicKeys':[null]"})
    void lists_whenNullOrEmpty_thenEmpty(String members) {
        assertThat(with(members).httpPorts()).isEmpty();
        assertThat(with(members).sshPublicKeys()).isEmpty();
    }

    @Test
    void httpUrl_whenPort_thenAddressOfTheProxy() {
        assertThat(with("'name':'n'").httpUrl(8080)).isEqualTo(URI.create("https://abc123-8080.thundercompute.net"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536, 22})
    void httpUrl_whenNoSuchPort_thenRefuses(int port) {
        ThunderInstance instance = with("'name':'n'");

        assertThatIllegalArgumentException().isThrownBy(() -> instance.httpUrl(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "a.b", "", "-a", "a@b"})
    void httpUrl_whenUuidWouldLeadElsewhere_thenRefuses(String uuid) {
        ThunderInstance instance = ThunderInstance.fromJson("{\"uuid\":\"" + uuid + "\"}");

        assertThatIllegalStateException().isThrownBy(() -> instance.httpUrl(80));
    }

    @ParameterizedTest
    @EnumSource(ThunderStatus.Known.class)
    void status_whenKnownInAnyCase_thenConstant(ThunderStatus.Known known) {
        assertThat(ThunderStatus.of(known.wire())).isSameAs(known);
        assertThat(ThunderStatus.of(" " + known.wire().toLowerCase(Locale.ROOT) + "\n"))
                .isSameAs(known);
        assertThat(known).hasToString(known.name()).returns(known.name(), ThunderStatus.Known::wire);
    }

    @Test
    void status_whenUnknown_thenTextIsKept() throws Exception {
        ThunderInstance instance = with("'status':'Hibernating'");

        assertThat(instance.status())
                .isEqualTo(new ThunderStatus.Unknown("Hibernating"))
                .hasToString("Hibernating");
        assertThat(instance.statusSummary()).isEqualTo("Hibernating");
        assertThat(Json.tree(Json.write(instance)).path("status").textValue()).isEqualTo("Hibernating");
    }

    @Test
    void fromJson_whenWrittenAgain_thenSame() {
        ThunderInstance whole = ThunderInstance.fromJson(ROW);
        ThunderInstance odd = with("'cpuCores':'eight','zz':[1]");

        assertThat(ThunderInstance.fromJson(Json.text(whole))).isEqualTo(whole);
        assertThat(ThunderInstance.fromJson(Json.text(odd))).isEqualTo(odd);
    }

    @Test
    void toString_whenRow_thenOneLineWithoutSecrets() {
        ThunderInstance instance = with("'status':'RUNNING','gpuType':'a6000','numGpus':2,'ip':'192.0.2.7',"
                + "'name':'n','authToken':'MARK','key':'MARK'");

        assertThat(instance).hasToString("ThunderInstance abc123 RUNNING 2×a6000 ubuntu@192.0.2.7:22");
        assertThat(instance.extra()).hasToString("{authToken=***, key=***}");
    }

    @Test
    void fromJson_whenNoJson_thenIllegalArgument() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThunderInstance.fromJson("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> ThunderInstance.fromJson("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> ThunderRestart.fromJson("1"));
        assertThatNullPointerException().isThrownBy(() -> ThunderInstance.fromJson(null));
    }
}
