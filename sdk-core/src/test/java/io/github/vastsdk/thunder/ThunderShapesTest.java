package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.Listing;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.ShapeProbe;
import io.github.vastsdk.internal.ShapeProbe.Verdict;
import io.github.vastsdk.model.Ack;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThunderShapesTest {
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static <T> T read(Shape<T> shape, String body) throws IOException {
        return ShapeProbe.read(shape, json(body));
    }

    @Test
    void instances_whenMapByIndex_thenInNumericOrderWithIds() throws IOException {
        Listing<ThunderInstance> list = read(
                ThunderShapes.instances(),
                "{'10':{'uuid':'k'},'2':{'uuid':'c'},'key-b':{'uuid':'y'},'0':{'uuid':'a','id':'7'},'key-a':{'uuid':'z'},"
                        + "'99999999999999999999':{'uuid':'x'}}");

        assertThat(list)
                .extracting(ThunderInstance::id)
                .containsExactly("0", "2", "10", "key-b", "key-a", "99999999999999999999");
        assertThat(list).extracting(ThunderInstance::uuid).containsExactly("a", "c", "k", "y", "z", "x");
    }

    @Test
    void instances_whenEmptyMap_thenEmptyList() throws IOException {
        assertThat(read(ThunderShapes.instances(), "{}")).isEmpty();
        assertThat(read(ThunderShapes.templates(), "{}")).isEmpty();
        assertThat(read(ThunderShapes.specs(), "{'specs':{}}")).isEmpty();
        assertThat(read(ThunderShapes.sshKeys(), "[]")).isEmpty();
        assertThat(read(ThunderShapes.snapshots(), "[]")).isEmpty();
    }

    @Test
    void instances_whenRowsAreOdd_thenTheOthersAreNotLost() throws IOException {
        Listing<ThunderInstance> list = read(
                ThunderShapes.instances(),
                "{'0':{},'1':{'uuid':'b','cpuCores':'many','createdAt':'soon'},'2':{'uuid':null}}");

        assertThat(list).extracting(ThunderInstance::uuid).containsExactly("", "b", "");
        assertThat(list.get(1).extra()).containsOnlyKeys("cpuCores", "createdAt");
    }

    static Stream<Arguments> refusals() {
        String error = "{'code':500,'error':'internal_error','message':'try again'}";
        String bare = "{'error':'internal_error'}";
        String unsuccessful = "{'success':false,'message':'no'}";
        return Stream.of(
                        Arguments.of("instances", ThunderShapes.instances()),
                        Arguments.of("created", ThunderShapes.created()),
                        Arguments.of("modified", Shape.tree(ThunderShapes::modified)),
                        Arguments.of("keyAdded", Shape.tree(ThunderShapes::keyAdded)),
                        Arguments.of("generatedKey", Shape.tree(ThunderShapes::generatedKey)),
                        Arguments.of("deleted", ThunderShapes.deleted()),
                        Arguments.of("sshKeys", ThunderShapes.sshKeys()),
                        Arguments.of("sshKeyAdded", ThunderShapes.sshKeyAdded()),
                        Arguments.of("snapshots", ThunderShapes.snapshots()),
                        Arguments.of("snapshotCreated", ThunderShapes.snapshotCreated()),
                        Arguments.of("specs", ThunderShapes.specs()),
                        Arguments.of("pricing", ThunderShapes.pricing()),
                        Arguments.of("availability", ThunderShapes.availability()),
                        Arguments.of("templates", ThunderShapes.templates()),
                        Arguments.of("token", ThunderShapes.token()))
                .flatMap(each -> Stream.of(error, bare, unsuccessful)
                        .map(body -> Arguments.of(each.get()[0], each.get()[1], json(body))));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("refusals")
    void everyShape_whenTheAnswerIsAnError_thenRefusedNotRead(String name, Shape<?> shape, String body)
            throws IOException {
        assertThat(ShapeProbe.judge(shape, body)).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "'text'",
                "1",
                "",
                "{'message':'nothing here'}",
                "{'0':{'uuid':'a'},'1':null}",
                "{'0':[]}",
                "{'0':{'uuid':'a','httpPorts':'none'}}"
            })
    void instances_whenNoMapOfRows_thenUnreadableNeverEmpty(String body) throws IOException {
        assertThat(ShapeProbe.judge(ThunderShapes.instances(), json(body))).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void instances_whenAnErrorStandsBesideRows_thenRefused() throws IOException {
        assertThat(ShapeProbe.judge(ThunderShapes.instances(), json("{'0':{'uuid':'a'},'error':'timeout'}")))
                .isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "", "{}", "{'specs':null}", "{'specs':[]}", "{'specs':{'h100_x1':'none'}}"})
    void specs_whenNoMap_thenUnreadable(String body) throws IOException {
        assertThat(ShapeProbe.judge(ThunderShapes.specs(), json(body))).isEqualTo(Verdict.UNREADABLE);
    }

    static Stream<Arguments> answersOfAnotherForm() {
        return Stream.of(
                Arguments.of(ThunderShapes.instances(), "[]", "the answer is no object: ARRAY"),
                Arguments.of(ThunderShapes.instances(), "{'0':null}", "the row 0 is no object: NULL"),
                Arguments.of(ThunderShapes.specs(), "{}", "the member specs is missing"),
                Arguments.of(ThunderShapes.sshKeyAdded(), "{'message':'m'}", "the member key is missing"),
                Arguments.of(ThunderShapes.sshKeys(), "{'keys':[]}", "the answer is no array"),
                Arguments.of(ThunderShapes.snapshots(), "null", "the answer is no array"));
    }

    @ParameterizedTest
    @MethodSource("answersOfAnotherForm")
    void anyShape_whenAnotherFormIsAnswered_thenTheMessageSaysWhatIsWrong(Shape<?> shape, String body, String says) {
        assertThatThrownBy(() -> read(shape, body))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(says);
    }

    @Test
    void specsAndTemplates_whenMaps_thenWithTheirKeysInTheOrderSent() throws IOException {
        Listing<ThunderGpuSpec> specs =
                read(ThunderShapes.specs(), "{'specs':{'h100_x1':{'gpuCount':1},'a6000_x2':{'gpuCount':2}},'zz':1}");
        Listing<ThunderTemplate> templates =
                read(ThunderShapes.templates(), "{'base':{'displayName':'Ubuntu'},'ollama':{}}");

        assertThat(specs).extracting(ThunderGpuSpec::key).containsExactly("h100_x1", "a6000_x2");
        assertThat(templates).extracting(ThunderTemplate::key).containsExactly("base", "ollama");
        assertThat(specs.toString()).as("the table shows the keys").contains("key", "h100_x1", "a6000_x2");
        assertThat(templates.toString()).contains("base", "ollama");
    }

    @Test
    void bareArrays_whenRows_thenRead() throws IOException {
        assertThat(read(ThunderShapes.sshKeys(), "[{'id':'k1'},{'id':'k2'}]"))
                .extracting(ThunderSshKey::id)
                .containsExactly("k1", "k2");
        assertThat(read(ThunderShapes.snapshots(), "[{'id':'s1','name':'n'}]"))
                .extracting(ThunderSnapshot::name)
                .containsExactly("n");
    }

    @Test
    void discovery_whenAnswers_thenRead() throws IOException {
        assertThat(read(ThunderShapes.pricing(), "{'pricing':{'h100_x1':1.5}}").find("h100_x1"))
                .hasValue(1.5);
        assertThat(read(ThunderShapes.availability(), "{'specs':{'h100_x1':'available'}}")
                        .isAvailable("h100_x1"))
                .hasValue(true);
        assertThat(read(ThunderShapes.availability(), "{'gpu_type':{}}").isAvailable("h100_x1"))
                .isEmpty();
        assertThat(read(ThunderShapes.token(), "{'valid':true}").valid()).isTrue();
        assertThat(ShapeProbe.judge(ThunderShapes.token(), "{'valid':false}".replace('\'', '"')))
                .isEqualTo(Verdict.REFUSED);
        assertThat(ShapeProbe.judge(ThunderShapes.availability(), "{}")).isEqualTo(Verdict.UNREADABLE);
        assertThat(ShapeProbe.judge(ThunderShapes.pricing(), "{}")).isEqualTo(Verdict.UNREADABLE);
        assertThat(ShapeProbe.judge(ThunderShapes.token(), "{}")).isEqualTo(Verdict.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'identifier':0,'key':'k'}", "{'uuid':''}", "{'uuid':null}", "", "[]"})
    void created_whenNoUuid_thenUnreadable(String body) throws IOException {
        assertThat(ShapeProbe.judge(ThunderShapes.created(), json(body))).isEqualTo(Verdict.UNREADABLE);
        assertThat(read(ThunderShapes.created(), "{'identifier':0,'uuid':'abc'}"))
                .returns("abc", CreatedThunderInstance::uuid)
                .returns(0L, CreatedThunderInstance::identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'success':true,'uuid':'abc'}",
                "{'success':true,'uuid':'abc','key':null}",
                "{'success':true,'uuid':'abc','key':''}",
                "{'success':true,'uuid':'abc','key':{}}",
                ""
            })
    void generatedKey_whenNoKey_thenUnreadable(String body) throws IOException {
        assertThat(ShapeProbe.judge(Shape.tree(ThunderShapes::generatedKey), json(body)))
                .isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void keyAnswers_whenWhole_thenRead() throws IOException {
        assertThat(read(Shape.tree(ThunderShapes::generatedKey), "{'success':true,'uuid':'abc','key':'K','error':''}")
                        .key())
                .isEqualTo(Secret.of("K"));
        assertThat(read(Shape.tree(ThunderShapes::keyAdded), "{'success':true,'uuid':'abc','message':'m','error':''}")
                        .uuid())
                .isEqualTo("abc");
        assertThat(read(Shape.tree(ThunderShapes::modified), "{'identifier':'0','instance_name':'abc'}")
                        .instanceName())
                .isEqualTo("abc");
        assertThat(read(ThunderShapes.sshKeyAdded(), "{'key':{'id':'k1'},'message':'m'}")
                        .id())
                .isEqualTo("k1");
        assertThat(read(ThunderShapes.snapshotCreated(), "{'message':'started'}")
                        .message())
                .isEqualTo("started");
        assertThat(ShapeProbe.judge(ThunderShapes.sshKeyAdded(), json("{'message':'m'}")))
                .isEqualTo(Verdict.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void deleted_whenNothingIsSaid_thenAccepted(String body) throws IOException {
        assertThat(read(ThunderShapes.deleted(), body)).isEqualTo(Ack.fromJson("{}"));
    }

    @Test
    void deleted_whenSomethingIsSaid_thenRead() throws IOException {
        assertThat(read(ThunderShapes.deleted(), "{'message':'Success','error':'','zz':1}"))
                .returns("Success", Ack::msg)
                .satisfies(ack -> assertThat(ack.extra()).containsOnlyKeys("error", "zz"));
        for (String body : List.of("<html>", "[]", "'Success'")) {
            assertThatThrownBy(() -> read(ThunderShapes.deleted(), body)).isInstanceOf(IOException.class);
        }
    }
}
