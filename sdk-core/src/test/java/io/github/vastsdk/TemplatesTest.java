package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.model.SavedTemplate;
import io.github.vastsdk.model.Template;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.request.DockerFlags;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.TemplateSettings;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest extends WireTest {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void update_whenDone_thenNewHashAndSameId(Mode mode) {
        answer(200, "{\"success\": true, \"template\": {\"id\": 9, \"hash_id\": \"h10\"}}");

        SavedTemplate saved = mode.run(vast.templates().update("h9", changes -> changes.desc("d")));

        assertThat(saved).returns(9L, SavedTemplate::id).returns("h10", SavedTemplate::hashId);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenTheSameContentsExist_thenSuccessWithThatTemplate(Mode mode) {
        answer(
                200,
                "{\"success\": true, \"msg\": \"Existing template found\","
                        + " \"template\": {\"id\": \"9\", \"hash_id\": \"h9\", \"name\": \"n\"}}");

        SavedTemplate saved = mode.run(vast.templates().create("n", "i", settings -> {}));

        assertThat(saved)
                .returns(9L, SavedTemplate::id)
                .returns("h9", SavedTemplate::hashId)
                .returns("Existing template found", SavedTemplate::msg);
        assertThat(SavedTemplate.fromJson("{}"))
                .returns(null, SavedTemplate::id)
                .returns(null, SavedTemplate::hashId);
    }

    @Test
    void update_whenSomethingIsEmptied_thenThatIsSentAndNothingElse() throws InterruptedException {
        answer(200, "{\"success\": true}");

        vast.templates()
                .update("h9", changes -> changes.desc("")
                        .withoutLogin()
                        .env(DockerFlags.builder().build())
                        .offerFilters(Map.of()))
                .execute();

        assertThat(json(body(request())))
                .isEqualTo(json("{'hash_id': 'h9', 'desc': '', 'docker_login_repo': '', 'docker_login_user': '',"
                        + " 'docker_login_pass': '', 'env': '', 'extra_filters': {}}"));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void update_whenConnectionBreaks_thenIsNotSentAgain(Mode mode) {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> mode.run(vast.templates().update("h9", changes -> changes.desc("d"))))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void update_whenThereIsNoSuchTemplate_thenSaysSo(Mode mode) {
        answer(404, "");

        assertThatThrownBy(() -> mode.run(vast.templates().update("h9", changes -> changes.desc("d"))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void arguments_whenTheyCannotBeRight_thenAreRefusedUnsent() {
        TemplateSettings nothing = TemplateSettings.builder().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.templates().create(" ", "i", settings -> {}))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.templates().create("n", "", settings -> {}))
                .withMessageContaining("image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.templates()
                        .create(TemplateSettings.builder().name("n").build()))
                .withMessageContaining("a name and an image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.templates()
                        .create(TemplateSettings.builder().image("i").build()))
                .withMessageContaining("a name and an image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.templates().update("h9", nothing))
                .withMessageContaining("nothing to change");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.templates().update(" ", changes -> changes.desc("d")))
                .withMessageContaining("hashId");
        assertThatIllegalArgumentException().isThrownBy(() -> vast.templates().delete(0));
        assertThatIllegalArgumentException().isThrownBy(() -> vast.templates().deleteByHash(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateSettings.builder().recommendedDiskGb(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateSettings.builder().recommendedDiskGb(Double.NaN));
        assertThatNullPointerException()
                .isThrownBy(() -> TemplateSettings.builder().readme(null))
                .withMessage("readme");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "SSH_DIRECT, ssh, true, true, false",
        "SSH_PROXY, ssh, true, false, false",
        "SSH, ssh, true, false, false",
        "JUPYTER_DIRECT, jupyter, true, true, true",
        "JUPYTER_PROXY, jupyter, true, false, false",
        "ARGS, args, false, false, false"
    })
    void runType_whenSet_thenSetsEveryMemberThatItMeans(
            RunType type, String runtype, boolean ssh, boolean sshDirect, boolean jupyterDirect) {
        assertThat(TemplateSettings.builder().runType(type).build().members())
                .isEqualTo(Map.of(
                        "runtype", runtype, "use_ssh", ssh, "ssh_direct", sshDirect, "jup_direct", jupyterDirect));
    }

    @Test
    void offerFilters_whenQuery_thenConditionsOnly() {
        TemplateSettings settings = TemplateSettings.builder()
                .offerFilters(OfferQuery.of().limit(3).withoutBundling().toMap())
                .build();

        assertThat(settings.members())
                .isEqualTo(Map.of(
                        "extra_filters",
                        Map.of(
                                "verified",
                                Map.of("eq", true),
                                "external",
                                Map.of("eq", false),
                                "rentable",
                                Map.of("eq", true),
                                "rented",
                                Map.of("eq", false))));
        assertThat(settings).hasToString("TemplateSettings[extra_filters]");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void search_whenRows_thenRead(Mode mode) {
        answer(
                200,
                json("{'success': true, 'templates_found': 2, 'templates': [{'id': 9, 'hash_id': 'h9', 'name':"
                                + " 'PyTorch', 'image': 'pytorch/pytorch', 'tag': 'latest', 'private': true, 'created_at':"
                                + " 1735603200.0, 'recent_create_date': 1767225540, 'count_created': '12', 'creator_id': 38382,"
                                + " 'runtype': 'jupyter', 'use_ssh': true, 'ssh_direct': true, 'jup_direct': 1,"
                                + " 'recommended_disk_space': '16', 'env': '-e A=b', 'docker_login_repo': 'docker.io',"
                                + " 'docker_login_pass': 's3cret', 'readme_visible': false, 'zz_future': [1]}, {'id': 10}]}")
                        .toString());

        Listing<Template> templates = mode.run(vast.templates().search());

        assertThat(templates.get(0))
                .returns(9L, Template::id)
                .returns("h9", Template::hashId)
                .returns(true, Template::isPrivate)
                .returns(12L, Template::countCreated)
                .returns(38382L, Template::creatorId)
                .returns("jupyter", Template::runtype)
                .returns(true, Template::jupyterDirect)
                .returns(16.0, Template::recommendedDiskSpaceGb)
                .returns(Secret.of("-e A=b"), Template::env)
                .returns(Secret.of("s3cret"), Template::dockerLoginPass)
                .returns(false, Template::readmeVisible)
                .hasToString("Template 9 PyTorch pytorch/pytorch:latest");
        assertThat(templates.get(0).createdAt()).hasToString("2024-12-31T00:00:00Z");
        assertThat(templates.get(0).extra()).containsOnlyKeys("zz_future");
        assertThat(templates.get(1)).hasToString("Template 10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"{\\\"verified\\\":{\\\"eq\\\":true}}\" | {\"verified\":{\"eq\":true}}",
                "{\"verified\":{\"eq\":true}} | {\"verified\":{\"eq\":true}}",
                "\"{}\" | {}",
                "\"verified=true\" | verified=true",
                "\"{broken\" | {broken",
                "\"\" |",
                "null |"
            })
    void extraFilters_whenTextOrObject_thenJsonText(String sent, String expected) {
        assertThat(Template.fromJson("{\"extra_filters\": " + sent + "}").extraFilters())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"verified\":{\"eq\":true},\"cuda_max_good\":{\"gte\":12.6}}"})
    void extraFilters_whenReadAsQuery_thenSameConditions(String filters) {
        OfferQuery query = OfferQuery.fromJson(String.valueOf(Template.fromJson("{\"extra_filters\": " + filters + "}")
                        .extraFilters()))
                .withoutDefaults();

        assertThat(query.conditions())
                .extracting(condition -> condition.field() + " " + condition.op())
                .containsExactlyInAnyOrder("verified eq", "cuda_max_good gte");
    }
}
