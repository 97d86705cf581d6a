package io.github.vastsdk.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTest {
    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(InstanceTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> members() {
        return resource("instance-members.txt").lines().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void fromJson_whenDocumentedMember_thenItHasAComponent(String member) throws IOException {
        Instance instance = Instance.fromJson("{\"" + member + "\":null,\"zz_future\":null}");

        assertThat(instance.extra()).containsOnlyKeys("zz_future");
        JsonNode written = Json.tree(Json.write(instance));
        assertThat(written.has(member)).as("written flat, as it was read").isTrue();
        assertThat(instance).isEqualTo(Instance.fromJson("{\"zz_future\":null}"));
    }

    @Test
    void fromJson_whenSingleRead_thenEveryShapeIsRead() {
        Instance instance = Instance.fromJson(resource("instance-v0.json"));

        assertThat(instance.id()).isEqualTo(883);
        assertThat(instance.label()).as("as sent").isEqualTo(" trainer ");
        assertThat(instance.onstart()).as("as sent").isEqualTo("echo hi\n");
        assertThat(instance.image().args()).containsExactly("bash", "-c");
        assertThat(instance.extraEnv())
                .containsExactly(Map.entry("A", Secret.of("b=c")), Map.entry("FLAG", Secret.of("")));
        assertThat(instance.jupyterToken()).isEqualTo(Secret.of("jupyter-s3cret"));
        assertThat(instance.instanceApiKey()).isEqualTo(Secret.of("instance-s3cret"));
        assertThat(instance.network().publicIpaddr()).isEqualTo("198.51.100.11");
        assertThat(instance.network().localAddresses()).containsExactly("10.2.202.31", "172.17.0.1");
        assertThat(instance.network().directPortCount()).isEqualTo(12);
        assertThat(instance.network().directPortStart()).isNull();
        assertThat(instance.network().directPortEnd()).isNull();
        assertThat(instance.network().ports())
                .containsExactly(Map.entry("8080", List.of()), Map.entry("8082", List.of()));
        assertThat(instance.portMappings()).isEmpty();
        assertThat(instance.disk().utilization()).isNull();
        assertThat(instance.disk().usage()).isNull();
        assertThat(instance.cpu().name()).isEqualTo("Xeon Silver 5115");
        assertThat(instance.cpu().ramMb()).isEqualTo(128576.5);
        assertThat(instance.gpu().totalRamMb()).isEqualTo(49128);
        assertThat(instance.gpu().temperature()).isNull();
        assertThat(instance.host().osVersion()).isEqualTo("18.04");
        assertThat(instance.host().external()).isFalse();
        assertThat(instance.host().isDatacenter()).isTrue();
        assertThat(instance.host().verification()).isEqualTo(Verification.Known.VERIFIED);
        assertThat(instance.times().startDate()).isEqualTo(Instant.parse("2025-10-21T01:03:38.225083Z"));
        assertThat(instance.times().endDate()).isEqualTo(Instant.ofEpochSecond(2_034_617_753));
        assertThat(instance.times().remaining()).isEqualTo(Duration.ofNanos(273_608_757_187_845_000L));
        assertThat(Objects.requireNonNull(instance.price().instance()).extra()).containsOnlyKeys("zz_future");
        assertThat(instance.extra()).containsOnlyKeys("zz_future");
        assertThat(instance).hasToString("Instance 883 running 2×RTX A5000 $1.00/h ssh2281.vast.ai:10882");
    }

    @Test
    void fromJson_whenListRow_thenEveryShapeIsRead() {
        Instance instance = Instance.fromJson(resource("instance-v1.json"));

        assertThat(instance.label()).isNull();
        assertThat(instance.image().args()).containsExactly("bash -c");
        assertThat(instance.extraEnv())
                .containsExactly(Map.entry("DOG", Secret.of("CAT")), Map.entry("-p 70001:70001", Secret.of("1")));
        assertThat(instance.host().countryCode()).isEqualTo("US");
        assertThat(instance.host().isDatacenter()).isFalse();
        assertThat(instance.volumes()).hasSize(2);
        assertThat(instance.volumes().get(0))
                .returns(7L, AttachedVolume::id)
                .returns(1.5, AttachedVolume::availableGb)
                .returns(20.0, AttachedVolume::totalGb);
        assertThat(instance.portMappings())
                .containsExactly(
                        new PortMapping(8888, "tcp", "192.0.2.45", 40888),
                        new PortMapping(22, "tcp", "192.0.2.45", 20000),
                        new PortMapping(7000, "tcp", "192.0.2.45", 7));
        assertThat(instance.portMappings().get(0)).hasToString("8888/tcp → 192.0.2.45:40888");
        assertThat(instance).hasToString("Instance 1000 running 1×RTX 4090 $0.80/h 192.0.2.45:20000");
    }

    @Test
    void fromJson_whenEmpty_thenGroupsAreThereAndNothingIsKnown() {
        Instance instance = Instance.fromJson("{}");

        assertThat(instance.gpu().name()).isNull();
        assertThat(instance.network().ports()).isEmpty();
        assertThat(instance.network().localAddresses()).isEmpty();
        assertThat(instance.sshEndpoints()).isEmpty();
        assertThat(instance.volumes()).isEmpty();
        assertThat(instance.extraEnv()).isEmpty();
        assertThat(instance.currentHourlyCost()).isEmpty();
        assertThat(instance.isReady()).isFalse();
        assertThat(instance.isInterrupted()).isFalse();
        assertThat(instance.image().hasJupyter()).isFalse();
        assertThat(instance).hasToString("Instance null provisioning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"A\":\"1\",\"B\":2,\"C\":null}",
                "[[\"A\",\"1\"],[\"B\",2],[\"C\"]]",
                "[\"A=1\",\"B=2\",\"C\",\"\",null]",
                "[{\"A\":1},{\"B\":\"2\"},{\"C\":null}]",
                "\"{\\\"A\\\":1,\\\"B\\\":2,\\\"C\\\":null}\""
            })
    void extraEnv_whenAnyShape_thenSame(String env) {
        assertThat(Instance.fromJson("{\"extra_env\":" + env + "}").extraEnv())
                .containsExactly(
                        Map.entry("A", Secret.of("1")), Map.entry("B", Secret.of("2")), Map.entry("C", Secret.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]", "{}"})
    void extraEnv_whenNone_thenEmpty(String env) {
        assertThat(Instance.fromJson("{\"extra_env\":" + env + "}").extraEnv()).isEmpty();
    }

    @Test
    void extraEnv_whenValueIsNested_thenItsJson() {
        assertThat(Instance.fromJson("{\"extra_env\":[[\"A\",[1]],\"B\"],\"image_args\":[1,null,{\"a\":1},\"x\"]}"))
                .satisfies(i -> assertThat(i.extraEnv()).containsEntry("A", Secret.of("[1]")))
                .satisfies(i -> assertThat(i.image().args()).containsExactly("1", "{\"a\":1}", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"open\"", "true"})
    void ports_whenOtherKind_thenErrorNamesTheMember(String ports) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instance.fromJson("{\"ports\":" + ports + "}"))
                .withMessageContaining("[\"ports\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "running,running,running,false, true,false,running",
        "loading,running,running,true, false,false,loading → running",
        ",running,running,true, false,false,provisioning → running",
        "stopped,running,stopped,true, false,true,interrupted → running",
        "running,running,stopped,true, true,true,interrupted → running",
        "stopped,running,running,true, false,true,interrupted → running",
        "stopped,running,stopped,false, false,false,stopped → running",
        "stopped,stopped,stopped,true, false,false,stopped",
        "frobnicating,running,running,false, false,false,frobnicating → running",
        "exited,,running,true, false,false,exited",
        "exited,stopped,stopped,false, false,false,stopped",
        "exited,stopped,stopped,true, false,false,stopped",
        ",stopped,stopped,false, false,false,stopped",
        "offline,stopped,stopped,false, false,false,stopped",
        "exited,running,running,true, false,false,exited → running",
        "exited,running,stopped,true, false,true,interrupted → running",
        "exited,running,stopped,false, false,false,exited → running",
        "exited,stopped,running,false, false,false,exited → stopped",
        "running,stopped,stopped,false, false,false,running → stopped"
    })
    void status_whenAnyCombination_thenSummary(
            String actual, String intended, String cur, boolean bid, boolean ready, boolean interrupted, String text) {
        Instance instance = Instance.fromJson("{\"is_bid\":" + bid + json("actual_status", actual)
                + json("intended_status", intended) + json("cur_state", cur) + "}");

        assertThat(instance.isReady()).isEqualTo(ready);
        assertThat(instance.isInterrupted()).isEqualTo(interrupted);
        assertThat(instance.statusSummary()).isEqualTo(text);
    }

    private static String json(String member, String value) {
        return ",\"" + member + "\":" + (value == null ? "null" : "\"" + value + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "running,0.8",
        "frozen,0.8",
        "exited,0.8",
        "offline,0.8",
        "rebooting,0.8",
        "other,0.8",
        "created,0.1",
        "loading,0.1",
        ",0.1"
    })
    void currentHourlyCost_whenStatus_thenTotalOrStorage(String status, double expected) {
        String members = "\"dph_total\":0.8,\"storage_total_cost\":0.1";
        String parts = "\"instance\":{\"totalHour\":0.8,\"diskHour\":0.1}";

        assertThat(Instance.fromJson("{" + members + json("actual_status", status) + "}")
                        .currentHourlyCost())
                .hasValue(expected);
        assertThat(Instance.fromJson("{" + parts + json("actual_status", status) + "}")
                        .currentHourlyCost())
                .hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "exited,stopped,stopped,0.0028",
        "stopped,stopped,stopped,0.0028",
        "stopped,,,0.0028",
        ",stopped,stopped,0.0028",
        "offline,stopped,stopped,0.0028",
        "exited,running,stopped,0.0028",
        "exited,running,running,0.0294",
        "exited,stopped,running,0.0294",
        "running,stopped,stopped,0.0294",
        "frozen,frozen,stopped,0.0294",
        "rebooting,running,stopped,0.0294"
    })
    void currentHourlyCost_whenWithoutGpus_thenThePriceOfThePresentState(
            String actual, String intended, String cur, double expected) {
        String members = "\"dph_total\":0.0294" + json("actual_status", actual) + json("intended_status", intended)
                + json("cur_state", cur);

        assertThat(Instance.fromJson("{" + members
                                + ",\"instance\":{\"totalHour\":0.0028},\"search\":{\"totalHour\":0.0294}}")
                        .currentHourlyCost())
                .hasValue(expected);
        assertThat(Instance.fromJson("{" + members + ",\"storage_total_cost\":0.0028}")
                        .currentHourlyCost())
                .hasValue(expected);
    }

    @Test
    void instance_whenStoppedAsTheServiceShowsIt_thenItsMessageAndMissingPortsDoNotCount() {
        Instance stopped = Instance.fromJson(
                "{\"id\":7,\"actual_status\":\"exited\",\"cur_state\":\"stopped\",\"intended_status\":\"stopped\",\"next_state\":\"stopped\",\"status_msg\":\"success,"
                        + " running"
                        + " ubuntu_22.04/ssh\",\"is_bid\":false,\"ssh_host\":\"ssh5.vast.ai\",\"ssh_port\":-1,\"image_runtype\":\"jupyter_proxy"
                        + " ssh_proxy\",\"direct_port_start\":65535,\"direct_port_end\":-1,\"uptime_mins\":null}");

        assertThat(stopped.statusSummary()).isEqualTo("stopped");
        assertThat(stopped.isReady()).isFalse();
        assertThat(stopped.isInterrupted()).isFalse();
        assertThat(stopped.portMappings()).isEmpty();
        assertThat(stopped.sshEndpoints()).isEmpty();
        assertThat(stopped).hasToString("Instance 7 stopped");
    }

    @Test
    void sshEndpoints_whenDirectAndGateway_thenDirectFirst() {
        assertThat(Instance.fromJson(resource("instance-v1.json")).sshEndpoints())
                .extracting(Object::toString)
                .containsExactly("DIRECT ssh://root@192.0.2.45:20000", "PROXY ssh://root@ssh5.vast.ai:10601");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh_proxy,PROXY ssh://root@ssh5.vast.ai:23456",
        "jupyter_proxy ssh_proxy,PROXY ssh://root@ssh5.vast.ai:23457",
        ",PROXY ssh://root@ssh5.vast.ai:23456"
    })
    void sshEndpoints_whenOnlyGateway_thenPortDependsOnJupyter(String runtype, String expected) {
        assertThat(Instance.fromJson("{\"ssh_host\":\"ssh5.vast.ai \",\"ssh_port\":\"23456\""
                                + json("image_runtype", runtype) + "}")
                        .sshEndpoints())
                .extracting(Object::toString)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"ssh_host\":\"h\"",
                "\"ssh_port\":22",
                "\"ssh_host\":\"-oProxyCommand=x\",\"ssh_port\":22",
                "\"ssh_host\":\"\",\"ssh_port\":22",
                "\"ssh_host\":\"h\",\"ssh_port\":0",
                "\"ssh_host\":\"h\",\"ssh_port\":0,\"image_runtype\":\"jupyter\"",
                "\"ssh_host\":\"h\",\"ssh_port\":-1,\"image_runtype\":\"jupyter\"",
                "\"public_ipaddr\":\"192.0.2.1\",\"ports\":{\"22/tcp\":null}",
                "\"ssh_host\":\"h\",\"ssh_port\":70000",
                "\"ports\":{\"22/tcp\":[{\"HostPort\":\"1\"}]}",
                "\"public_ipaddr\":\"192.0.2.1\",\"ports\":{\"22/tcp\":[]}",
                "\"public_ipaddr\":\"192.0.2.1\",\"ports\":{\"22/udp\":[{\"HostPort\":\"1\"}]}"
            })
    void sshEndpoints_whenIncompleteOrUnsafe_thenLeftOut(String members) {
        assertThat(Instance.fromJson("{" + members + "}").sshEndpoints()).isEmpty();
    }

    @Test
    void rented_whenSeenWithoutItsService_thenTheIdIsTextAndNoMemberOfTheJson() throws IOException {
        Instance instance = Instance.fromJson("{\"id\":42,\"actual_status\":\"running\"}");
        RentedInstance rented = instance;

        assertThat(rented.instanceId()).isEqualTo("42");
        assertThat(rented.statusSummary()).isEqualTo("running");
        assertThat(Instance.fromJson("{}").instanceId()).isEmpty();
        for (JsonNode written : List.of(Json.tree(Json.write(instance)), new ObjectMapper().valueToTree(instance))) {
            assertThat(written.get("id").asLong()).isEqualTo(42);
            assertThat(written.properties())
                    .extracting(Map.Entry::getKey)
                    .doesNotContain("instanceId", "instance_id", "sshEndpoints", "statusSummary");
        }
    }

    @Test
    void toString_whenCountIsMissing_thenNameAlone() {
        assertThat(Instance.fromJson("{\"id\":1,\"gpu_name\":\"H100\"}")).hasToString("Instance 1 provisioning H100");
    }
}
