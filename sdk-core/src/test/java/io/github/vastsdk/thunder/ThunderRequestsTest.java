package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThunderRequestsTest {
    private static final SshPublicKey KEY =
            SshKeyPair.generateEd25519("me@laptop").publicKey();

    private static CreateThunderInstance.Builder small(CreateThunderInstance.Builder r) {
        return r.template("base").gpuType("A6000").numGpus(1).cpuCores(4).diskGb(100);
    }

    @Test
    void create_whenOnlyWhatIsRequired_thenNothingElseIsSent() {
        CreateThunderInstance create = CreateThunderInstance.of(ThunderRequestsTest::small);

        assertThat(Json.text(create.body()))
                .isEqualTo("{\"template\":\"base\",\"gpu_type\":\"a6000\",\"num_gpus\":1,\"cpu_cores\":4,"
                        + "\"disk_size_gb\":100}");
    }

    @Test
    void create_whenOptionsAreSet_thenSentToo() {
        CreateThunderInstance create = small(CreateThunderInstance.builder())
                .publicKey(KEY)
                .mode("production")
                .build();

        assertThat(create.body())
                .hasSize(7)
                .containsEntry("public_key", KEY.toString())
                .containsEntry("mode", "production");
        assertThat(create)
                .hasToString("CreateThunderInstance{template=base, gpu_type=a6000, num_gpus=1, cpu_cores=4,"
                        + " disk_size_gb=100, public_key=set, mode=set}");
    }

    @Test
    void gpuType_whenA100_thenNotRewritten() {
        assertThat(CreateThunderInstance.of(r -> small(r).gpuType("A100")).body())
                .containsEntry("gpu_type", "a100");
        assertThat(ModifyThunderInstance.of(r -> r.gpuType("A100XL")).body()).containsEntry("gpu_type", "a100xl");
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                create("template, gpu_type, num_gpus, cpu_cores, disk_size_gb", r -> {}),
                create(
                        "needs template",
                        r -> r.gpuType("a6000").numGpus(1).cpuCores(4).diskGb(100)),
                create(
                        "needs gpu_type",
                        r -> r.template("base").numGpus(1).cpuCores(4).diskGb(100)),
                create(
                        "needs num_gpus",
                        r -> r.template("base").gpuType("a6000").cpuCores(4).diskGb(100)),
                create(
                        "needs cpu_cores",
                        r -> r.template("base").gpuType("a6000").numGpus(1).diskGb(100)),
                create(
                        "needs disk_size_gb",
                        r -> r.template("base").gpuType("a6000").numGpus(1).cpuCores(4)),
                create("template must not be blank", r -> small(r).template(" ")),
                create("gpuType must not be blank", r -> small(r).gpuType("")),
                create("numGpus must be positive: 0", r -> small(r).numGpus(0)),
                create("cpuCores must be positive: -1", r -> small(r).cpuCores(-1)),
                create("diskGb must be positive: 0", r -> small(r).diskGb(0)),
                create("mode must not be blank", r -> small(r).mode("")));
    }

    private static Arguments create(String says, Consumer<CreateThunderInstance.Builder> options) {
        return Arguments.of(says, options);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void create_whenSomethingIsMissingOrWrong_thenRefuses(
            String says, Consumer<CreateThunderInstance.Builder> options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateThunderInstance.of(options))
                .withMessageContaining(says);
    }

    @Test
    void create_whenTheBuilderIsUsedOn_thenTheRequestStays() {
        CreateThunderInstance.Builder builder = small(CreateThunderInstance.builder());
        CreateThunderInstance create = builder.build();

        builder.diskGb(200).mode("production");

        assertThat(create.body()).containsEntry("disk_size_gb", 100).doesNotContainKey("mode");
        assertThatThrownBy(() -> create.body().put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void modify_whenOneThingIsSet_thenOnlyThatIsSent() {
        assertThat(Json.text(ModifyThunderInstance.of(r -> r.diskGb(200)).body()))
                .isEqualTo("{\"disk_size_gb\":200}");
        assertThat(ModifyThunderInstance.of(r -> r.cpuCores(8).numGpus(2).mode("production")))
                .hasToString("ModifyThunderInstance{cpu_cores=8, num_gpus=2, mode=production}");
    }

    static Stream<Arguments> wrongChanges() {
        return Stream.of(
                modify("nothing to change", r -> {}),
                modify("cpuCores must be positive: 0", r -> r.cpuCores(0)),
                modify("diskGb must be positive: -5", r -> r.diskGb(-5)),
                modify("numGpus must be positive: 0", r -> r.numGpus(0)),
                modify("gpuType must not be blank", r -> r.gpuType(" ")),
                modify("mode must not be blank", r -> r.mode("")));
    }

    private static Arguments modify(String says, Consumer<ModifyThunderInstance.Builder> changes) {
        return Arguments.of(says, changes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongChanges")
    void modify_whenNothingOrNonsense_thenRefuses(String says, Consumer<ModifyThunderInstance.Builder> changes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModifyThunderInstance.of(changes))
                .withMessageContaining(says);
    }

    @Test
    void ports_whenAddedAndRemoved_thenOnceEachAndAscending() {
        UpdateThunderPorts ports =
                UpdateThunderPorts.of(r -> r.add(8888, 8080, 8888).add(1).remove(65_535));

        assertThat(ports.body())
                .containsOnly(
                        Map.entry("add_ports", List.of(1, 8080, 8888)), Map.entry("remove_ports", List.of(65_535)));
        assertThat(ports.isViaModify()).isFalse();
        assertThat(ports).hasToString("UpdateThunderPorts{add_ports=[1, 8080, 8888], remove_ports=[65535]}");
    }

    @Test
    void ports_whenOnlyAdded_thenNothingIsSentAboutTheRest() {
        UpdateThunderPorts ports = UpdateThunderPorts.of(r -> r.add(8080).viaModify());

        assertThat(Json.text(ports.body())).isEqualTo("{\"add_ports\":[8080]}");
        assertThat(ports.isViaModify()).isTrue();
        assertThat(ports).hasToString("UpdateThunderPorts{add_ports=[8080]} via modify");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 22, 65_536})
    void ports_whenNoSuchPort_thenRefuses(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateThunderPorts.builder().add(8080, port));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateThunderPorts.builder().remove(port));
    }

    @Test
    void ports_whenNoneOrBothWays_thenRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateThunderPorts.of(r -> r.add().remove().viaModify()))
                .withMessageContaining("at least one port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateThunderPorts.of(r -> r.add(80, 8080).remove(8080)))
                .withMessageContaining("[8080]");
    }

    @Test
    void setters_whenNull_thenNullPointer() {
        assertThatNullPointerException()
                .isThrownBy(() -> CreateThunderInstance.builder().template(null));
        assertThatNullPointerException()
                .isThrownBy(() -> CreateThunderInstance.builder().publicKey(null));
        assertThatNullPointerException()
                .isThrownBy(() -> ModifyThunderInstance.builder().gpuType(null));
    }
}
