package io.github.vastsdk.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.Secret;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateInstanceTest {
    private static Arguments with(String says, Consumer<CreateInstance.Builder> options) {
        return Arguments.of(says, options);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                with("an image or a template is required", r -> r.diskGb(40)),
                with("templateHash and templateId", r -> r.templateHash("a").templateId(1)),
                with("as a list and as a text", r -> r.image("i").args("a").args(List.of("b"))),
                with(
                        "args need RunType.ARGS, not SSH_DIRECT",
                        r -> r.image("i").runType(RunType.SSH_DIRECT).args("a")),
                with(
                        "args need RunType.ARGS, not JUPYTER_PROXY",
                        r -> r.templateHash("t").runType(RunType.JUPYTER_PROXY).args(List.of("a"))),
                with(
                        "Jupyter need a run type with Jupyter",
                        r -> r.image("i").args("a").jupyterDir("/w")),
                with(
                        "Jupyter need a run type with Jupyter",
                        r -> r.templateHash("t").args("a").jupyterLab(true)),
                with(
                        "Jupyter need a run type with Jupyter",
                        r -> r.image("i").runType(RunType.ARGS).jupyterLab(true)),
                with(
                        "Jupyter need a run type with Jupyter",
                        r -> r.image("i").runType(RunType.SSH).jupyterDir("/w")),
                with("needs an image docker.io/vastai/kvm", r -> r.image("ubuntu")
                        .vm(true)),
                with("a VM has SSH only", r -> r.image("docker.io/vastai/kvm:u").jupyterLab(true)),
                with("a VM has SSH only", r -> r.templateHash("t").vm(true).runType(RunType.ARGS)),
                with("a VM takes no volume", r -> r.image("vastai/kvm:u").volume(VolumeMount.attach(1, "/v"))),
                with("args have 4097 characters", r -> r.image("i").args("a".repeat(4097))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void build_whenSettingsContradictEachOther_thenRefuses(String says, Consumer<CreateInstance.Builder> options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateInstance.of(options))
                .withMessageContaining(says);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                with("image must not be blank", r -> r.image(" ")),
                with("1024 characters", r -> r.image("i".repeat(1025))),
                with("label must have at most 256", r -> r.label("l".repeat(257))),
                with("diskGb must be positive: 0", r -> r.diskGb(0)),
                with("diskGb must be positive: NaN", r -> r.diskGb(Double.NaN)),
                with("bidPrice must be from 0.001 to 128 dollars: 0.0", r -> r.bidPrice(0)),
                with("bidPrice must be from 0.001 to 128 dollars: 128.01", r -> r.bidPrice(128.01)),
                with("bidPrice must be", r -> r.bidPrice(Double.NaN)),
                with("templateId must be positive", r -> r.templateId(0)),
                with("sizeGb must be positive", r -> r.volume(VolumeMount.create(1, 0, "/v"))),
                with("volumeOfferId must be positive", r -> r.volume(VolumeMount.create(0, 1, "/v"))),
                with("volumeId must be positive", r -> r.volume(VolumeMount.attach(0, "/v"))),
                with("no path to mount", r -> r.volume(VolumeMount.attach(1, "/"))),
                with("no path to mount", r -> r.volume(VolumeMount.attach(1, "/a//b"))),
                with(
                        "must not be blank",
                        r -> r.volume(VolumeMount.create(1, 1, "/v").named(" "))),
                with("password must be", r -> r.login(RegistryLogin.of("u", Secret.of("a b"), "s"))),
                with("server must be", r -> r.login(RegistryLogin.of("u", Secret.of("a"), ""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongValues")
    void setter_whenTheValueCannotBeRight_thenRefuses(String says, Consumer<CreateInstance.Builder> options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.accept(CreateInstance.builder()))
                .withMessageContaining(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/volume", "v", "/v/", "/a b/c.d", "/日本"})
    void mount_whenThePathIsOne_thenIsTaken(String path) {
        assertThat(VolumeMount.attach(1, path)).hasToString("volume 1 at " + path);
    }

    @Test
    void named_whenTheVolumeExists_thenRefuses() {
        assertThatThrownBy(() -> VolumeMount.attach(1, "/v").named("v")).isInstanceOf(IllegalStateException.class);
    }

    static Stream<Arguments> runTypes() {
        return Stream.of(
                with("null", r -> r.image("i")),
                with("ARGS", r -> r.image("i").args("a")),
                with("ARGS", r -> r.image("i").args(List.of("a"))),
                with("null", r -> r.image("i").args(List.of())),
                with("JUPYTER_PROXY", r -> r.image("i").jupyterLab(true)),
                with("null", r -> r.image("i").jupyterLab(false)),
                with("null", r -> r.templateHash("t").jupyterLab(true)),
                with("null", r -> r.templateHash("t").args("a")),
                with("SSH_DIRECT", r -> r.templateHash("t").runType(RunType.SSH_DIRECT)),
                with("ARGS", r -> r.image("i").runType(RunType.ARGS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runTypes")
    void runType_whenItIsNotSet_thenFollowsFromTheSettingsUnlessATemplateRules(
            String expected, Consumer<CreateInstance.Builder> options) {
        CreateInstance request = CreateInstance.of(options);

        assertThat(String.valueOf(request.runType())).isEqualTo(expected);
        assertThat(request.body().get("runtype"))
                .isEqualTo(request.runType() == null ? null : request.runType().wire());
    }

    @Test
    void build_whenTheBuilderIsUsedAgain_thenTheRequestStaysAsItWas() {
        CreateInstance.Builder builder = CreateInstance.builder().image("i").env("A", "b");
        CreateInstance request = builder.build();
        builder.env("C", "d").label("l").diskGb(99);

        assertThat(request.body()).containsOnlyKeys("image", "disk", "env");
        assertThat(request.body().get("env")).hasToString("{A=***}");
        assertThat(request.diskGb()).isEqualTo(CreateInstance.DEFAULT_DISK_GB);
        assertThat(request.label()).isNull();
        assertThat(builder.build().label()).isEqualTo("l");
        assertThatThrownBy(() -> request.body().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void toString_whenItHoldsSecrets_thenShowsWhatIsRentedAlone() {
        CreateInstance request = CreateInstance.of(r -> r.image("i")
                .label("train")
                .bidPrice(0.5)
                .env("A", "S3CRET")
                .onstart("S3CRET")
                .extra("S3CRET")
                .login(RegistryLogin.of("u", Secret.of("S3CRET"), "s")));

        assertThat(request).hasToString("CreateInstance{image=i, disk=10.0, label=train, price=0.5}");
        assertThat(RegistryLogin.of("u", Secret.of("S3CRET"), "s")).hasToString("u@s");
        assertThat(request.bidPrice()).isEqualTo(0.5);
    }
}
