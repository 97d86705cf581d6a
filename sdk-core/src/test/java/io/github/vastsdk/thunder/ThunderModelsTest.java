package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThunderModelsTest {
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void created_whenTheServiceMadeAKey_thenSecretExactlyAsSent() {
        CreatedThunderInstance created = CreatedThunderInstance.fromJson(
                json("{'identifier':3,'uuid':'abc','key':'-----BEGIN KEY-----\\nMARK\\n','zz_key':'MARK'}"));

        assertThat(created.identifier()).isEqualTo(3);
        assertThat(created.uuid()).isEqualTo("abc");
        assertThat(created.key()).isEqualTo(Secret.of("-----BEGIN KEY-----\nMARK\n"));
        assertThat(created.toString()).contains("abc", "***").doesNotContain("MARK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'uuid':'abc'", "'uuid':'abc','key':null", "'uuid':'abc','key':''", "'uuid':'abc','key':' '"})
    void created_whenKeyIsAbsentNullOrEmpty_thenNone(String members) {
        assertThat(CreatedThunderInstance.fromJson(json("{" + members + "}")).key())
                .isNull();
    }

    @Test
    void created_whenIndexIsUnreadable_thenTheUuidIsNotLost() {
        CreatedThunderInstance created =
                CreatedThunderInstance.fromJson(json("{'identifier':'i-3','uuid':'abc','key':'k'}"));

        assertThat(created.uuid()).isEqualTo("abc");
        assertThat(created.key()).isEqualTo(Secret.of("k"));
        assertThat(created.identifier()).isNull();
        assertThat(created.extra()).containsOnlyKeys("identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'0'", "0"})
    void modified_whenIndexIsTextOrNumber_thenText(String identifier) {
        ModifiedThunderInstance modified = ModifiedThunderInstance.fromJson(
                json(
                        "{'identifier':" + identifier
                                + ",'instance_name':'abc','mode':'production','gpu_type':'h100','num_gpus':'2','http_ports':[80],'zz':1}"));

        assertThat(modified)
                .returns("0", ModifiedThunderInstance::identifier)
                .returns("abc", ModifiedThunderInstance::instanceName)
                .returns("production", ModifiedThunderInstance::mode)
                .returns("h100", ModifiedThunderInstance::gpuType)
                .returns(2, ModifiedThunderInstance::numGpus)
                .returns(List.of(80), ModifiedThunderInstance::httpPorts);
        assertThat(modified.extra()).containsOnlyKeys("zz");
        assertThat(ModifiedThunderInstance.fromJson("{\"http_ports\":null}").httpPorts())
                .isEmpty();
    }

    @Test
    void keyAnswers_whenRead_thenPrivateHalvesAreSecrets() {
        ThunderKeyAdded added =
                ThunderKeyAdded.fromJson(json("{'success':true,'uuid':'abc','message':'ok','key':'MARK'}"));
        ThunderGeneratedKey generated =
                ThunderGeneratedKey.fromJson(json("{'success':true,'uuid':'abc','message':'ok','key':'MARK\\n'}"));

        assertThat(added)
                .returns(true, ThunderKeyAdded::success)
                .returns("abc", ThunderKeyAdded::uuid)
                .returns("ok", ThunderKeyAdded::message);
        assertThat(generated)
                .returns("abc", ThunderGeneratedKey::uuid)
                .returns(Secret.of("MARK\n"), ThunderGeneratedKey::key)
                .returns("ok", ThunderGeneratedKey::message);
        assertThat(added.toString()).doesNotContain("MARK");
        assertThat(generated.toString()).contains("***").doesNotContain("MARK");
        assertThat(Json.writeRedacted(generated)).doesNotContain("MARK");
    }

    @Test
    void sshKeyAndSnapshot_whenTimesAreSeconds_thenRead() {
        ThunderSshKey key = ThunderSshKey.fromJson(json("{'id':'k1','name':'laptop','public_key':'ssh-rsa A b',"
                + "'fingerprint':'SHA256:x','key_type':'ssh-rsa','created_at':1784109600,'zz':1}"));
        ThunderSnapshot snapshot = ThunderSnapshot.fromJson(json("{'id':'s1','name':'night','status':'ready',"
                + "'minimumDiskSizeGb':100,'createdAt':1784109600,'zz':1}"));

        assertThat(key)
                .returns("k1", ThunderSshKey::id)
                .returns("laptop", ThunderSshKey::name)
                .returns("ssh-rsa A b", ThunderSshKey::publicKey)
                .returns("SHA256:x", ThunderSshKey::fingerprint)
                .returns("ssh-rsa", ThunderSshKey::keyType)
                .returns(Instant.parse("2026-07-15T10:00:00Z"), ThunderSshKey::createdAt);
        assertThat(snapshot)
                .returns("s1", ThunderSnapshot::id)
                .returns("night", ThunderSnapshot::name)
                .returns(ThunderSnapshotStatus.Known.READY, ThunderSnapshot::status)
                .returns(100, ThunderSnapshot::minimumDiskSizeGb)
                .returns(Instant.parse("2026-07-15T10:00:00Z"), ThunderSnapshot::createdAt)
                .returns(true, ThunderSnapshot::isReady);
        assertThat(key.extra()).containsOnlyKeys("zz");
        assertThat(snapshot.extra()).containsOnlyKeys("zz");
        assertThat(ThunderSnapshot.fromJson(json("{'createdAt':'soon','minimumDiskSizeGb':'some'}"))
                        .extra())
                .hasToString("{createdAt=soon, minimumDiskSizeGb=some}");
        assertThat(ThunderSshKey.fromJson(json("{'created_at':'soon'}")).extra())
                .hasToString("{created_at=soon}");
    }

    @ParameterizedTest
    @EnumSource(ThunderSnapshotStatus.Known.class)
    void snapshotStatus_whenKnownInAnyCase_thenConstant(ThunderSnapshotStatus.Known known) {
        assertThat(ThunderSnapshotStatus.of(known.wire())).isSameAs(known);
        assertThat(ThunderSnapshotStatus.of(known.wire().toLowerCase(Locale.ROOT)))
                .isSameAs(known);
        assertThat(ThunderSnapshot.fromJson(json("{'status':'" + known.wire() + "'}"))
                        .isReady())
                .isEqualTo(known == ThunderSnapshotStatus.Known.READY);
    }

    @Test
    void snapshotStatus_whenUnknown_thenTextIsKept() {
        ThunderSnapshot snapshot = ThunderSnapshot.fromJson(json("{'status':'Archived'}"));

        assertThat(snapshot.status())
                .isEqualTo(new ThunderSnapshotStatus.Unknown("Archived"))
                .hasToString("Archived");
        assertThat(snapshot.isReady()).isFalse();
    }

    @Test
    void createdSnapshot_whenWithOrWithoutId_thenRead() {
        assertThat(CreatedThunderSnapshot.fromJson(json("{'message':'started'}")))
                .returns("started", CreatedThunderSnapshot::message)
                .returns(null, CreatedThunderSnapshot::id);
        assertThat(CreatedThunderSnapshot.fromJson(json("{'message':'started','id':'s1'}"))
                        .id())
                .isEqualTo("s1");
    }

    @Test
    void spec_whenEitherVersion_thenRead() {
        ThunderGpuSpec first = ThunderGpuSpec.fromJson(
                json(
                        "{'displayName':'H100','gpuCount':1,'vramGB':80,"
                                + "'mode':'production','vcpuOptions':[8,16],'ramPerVCPUGiB':7.5,'storageGB':{'min':100,'max':1000,'zz':1},"
                                + "'limits':{'maxCPUPerGPU':32,'maxMemoryGiBPerGPU':240,'zz':1},'ephemeralStorageGB':{'max':50},'zz':1}"));

        assertThat(first)
                .returns("H100", ThunderGpuSpec::displayName)
                .returns(1, ThunderGpuSpec::gpuCount)
                .returns(80, ThunderGpuSpec::vramGb)
                .returns("production", ThunderGpuSpec::mode)
                .returns(List.of(8, 16), ThunderGpuSpec::vcpuOptions)
                .returns(7.5, ThunderGpuSpec::ramPerVcpuGib)
                .returns(null, ThunderGpuSpec::ramCapGib);
        ThunderGpuSpec.Range storage = Objects.requireNonNull(first.storageGb());
        assertThat(storage)
                .returns(100, ThunderGpuSpec.Range::min)
                .returns(1000, ThunderGpuSpec.Range::max)
                .hasToString("100 to 1000");
        assertThat(storage.extra()).containsOnlyKeys("zz");
        ThunderGpuSpec.Limits limits = Objects.requireNonNull(first.limits());
        assertThat(limits)
                .returns(32, ThunderGpuSpec.Limits::maxCpuPerGpu)
                .returns(240, ThunderGpuSpec.Limits::maxMemoryGibPerGpu);
        assertThat(limits.extra()).containsOnlyKeys("zz");
        assertThat(Objects.requireNonNull(first.ephemeralStorageGb()))
                .returns(null, ThunderGpuSpec.Range::min)
                .returns(50, ThunderGpuSpec.Range::max)
                .hasToString("? to 50");
        assertThat(first.extra()).containsOnlyKeys("zz");
        assertThat(ThunderGpuSpec.fromJson(json("{'ramCapGiB':480}")))
                .returns(480.0, ThunderGpuSpec::ramCapGib)
                .returns(null, ThunderGpuSpec::mode)
                .returns(List.of(), ThunderGpuSpec::vcpuOptions);
    }

    @Test
    void pricing_whenAnyKey_thenKeptAndFound() {
        ThunderPricing pricing = ThunderPricing.fromJson(
                json("{'pricing':{'h100_x1':1.38,'disk_gb':'0.0002','odd key':0,'none':null},'zz':1}"));

        assertThat(pricing.dollarsPerHour()).containsOnlyKeys("h100_x1", "disk_gb", "odd key");
        assertThat(pricing.find("h100_x1")).hasValue(1.38);
        assertThat(pricing.find("disk_gb")).hasValue(0.0002);
        assertThat(pricing.find("odd key")).as("a price of zero is a price").hasValue(0);
        assertThat(pricing.find("none")).isEmpty();
        assertThat(pricing.find("H100_x1")).isEmpty();
        assertThat(pricing.extra()).containsOnlyKeys("zz");
    }

    @ParameterizedTest
    @CsvSource({"h100_x1,true", "a6000_x1,false", "t4_x1,false", "l40_x1,", "none,"})
    void isAvailable_whenTheServiceSaysSo_thenOnlyForTheExactWord(String key, @Nullable Boolean expected) {
        ThunderAvailability availability =
                ThunderAvailability.fromJson(json("{'specs':{'h100_x1':'available','a6000_x1':'unavailable',"
                        + "'t4_x1':'Available','none':null},'gpu_type':{'h100':{'1':'available','2':null}}}"));

        assertThat(availability.isAvailable(key).orElse(null)).isEqualTo(expected);
        assertThat(availability.gpuTypes()).isEqualTo(Map.of("h100", Map.of("1", "available")));
    }

    @Test
    void template_whenAlmostEverythingIsMissing_thenNullNotZero() {
        ThunderTemplate template = ThunderTemplate.fromJson(json("{'displayName':'Ubuntu'}"));

        assertThat(template)
                .returns("Ubuntu", ThunderTemplate::displayName)
                .returns(null, ThunderTemplate::startupMinutes)
                .returns(null, ThunderTemplate::version)
                .returns(null, ThunderTemplate::isDefault)
                .returns(null, ThunderTemplate::defaultSpecs)
                .returns(List.of(), ThunderTemplate::openPorts)
                .returns(List.of(), ThunderTemplate::automountFolders);
    }

    @Test
    void template_whenWhole_thenRead() {
        ThunderTemplate template = ThunderTemplate.fromJson(json("{'extendedDescription':'d','automountFolders':['/m'],"
                + "'cleanupCommands':['c'],'openPorts':[8188],'startupCommands':['s'],'startupMinutes':0,'version':2,"
                + "'default':true,'defaultSpecs':{'cores':4,'gpu_type':'a6000','num_gpus':0,'storage':100,"
                + "'template':'comfy-ui','zz':1},'zz':1}"));

        assertThat(template)
                .returns("d", ThunderTemplate::extendedDescription)
                .returns(List.of("/m"), ThunderTemplate::automountFolders)
                .returns(List.of("c"), ThunderTemplate::cleanupCommands)
                .returns(List.of("s"), ThunderTemplate::startupCommands)
                .returns(List.of(8188), ThunderTemplate::openPorts)
                .returns(0, ThunderTemplate::startupMinutes)
                .returns(2, ThunderTemplate::version)
                .returns(true, ThunderTemplate::isDefault);
        ThunderTemplate.DefaultSpecs specs = Objects.requireNonNull(template.defaultSpecs());
        assertThat(specs)
                .returns(4, ThunderTemplate.DefaultSpecs::cores)
                .returns("a6000", ThunderTemplate.DefaultSpecs::gpuType)
                .returns(0, ThunderTemplate.DefaultSpecs::numGpus)
                .returns(100, ThunderTemplate.DefaultSpecs::storageGb)
                .returns("comfy-ui", ThunderTemplate.DefaultSpecs::template);
        assertThat(specs.extra()).containsOnlyKeys("zz");
        assertThat(template.extra()).containsOnlyKeys("zz");
    }

    @Test
    void token_whenAnswer_thenRead() {
        assertThat(ThunderToken.fromJson(json("{'valid':true,'email':'a@b.c','org_name':'Acme'}")))
                .returns(true, ThunderToken::valid)
                .returns("a@b.c", ThunderToken::email)
                .returns("Acme", ThunderToken::orgName);
        assertThat(ThunderToken.fromJson("{}").valid()).isNull();
    }

    @Test
    void errorCodes_whenCompared_thenWhatAnAnswerHolds() {
        assertThat(List.of(
                        ThunderErrorCode.INVALID_REQUEST,
                        ThunderErrorCode.TEMPORARILY_DISABLED,
                        ThunderErrorCode.UNSUPPORTED_INSTANCE_VERSION,
                        ThunderErrorCode.NOT_FOUND))
                .containsExactly(
                        ErrorCode.of("invalid_request"),
                        ErrorCode.of("temporarily_disabled"),
                        ErrorCode.of("unsupported_instance_version"),
                        ErrorCode.of("not_found"));
    }

    @Test
    void toString_whenUnknownMembersLookSecret_thenHidden() {
        String all =
                json("{'uuid':'abc','name':'n','key':'MARK','apiToken':'MARK','zz':{'a':'MARK'},'zz_list':['MARK']}");
        String named = all.replace("\"key\":\"MARK\",", "");

        for (Object value : List.of(
                CreatedThunderInstance.fromJson(all),
                ModifiedThunderInstance.fromJson(all),
                ThunderKeyAdded.fromJson(all),
                ThunderGeneratedKey.fromJson(all),
                ThunderSshKey.fromJson(all),
                ThunderSnapshot.fromJson(all),
                CreatedThunderSnapshot.fromJson(all),
                ThunderPricing.fromJson(all),
                ThunderAvailability.fromJson(all),
                ThunderToken.fromJson(all),
                ThunderRestart.fromJson(all),
                ThunderInstance.fromJson(all),
                ThunderGpuSpec.fromJson(named),
                ThunderTemplate.fromJson(named))) {
            assertThat(value.toString()).doesNotContain("MARK");
        }
    }
}
