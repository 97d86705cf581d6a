package io.github.vastsdk.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.vastsdk.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerFlagsTest {
    private static Map<String, String> revealed(DockerFlags flags) {
        return flags.env().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().reveal(), (a, b) -> b, LinkedHashMap::new));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", Map.of()),
                Arguments.of(" \n\t", Map.of()),
                Arguments.of("-e A=b", Map.of("A", "b")),
                Arguments.of("-e A=", Map.of("A", "")),
                Arguments.of("-e A=b=c -p 80:80", Map.of("A", "b=c", "-p 80:80", "1")),
                Arguments.of("--env A=b --publish 80:80/tcp", Map.of("A", "b", "-p 80:80/tcp", "1")),
                Arguments.of("--env=A=b --publish=80:80", Map.of("A", "b", "-p 80:80", "1")),
                Arguments.of("-eA=b -p80:80", Map.of("A", "b", "-p 80:80", "1")),
                Arguments.of("  -e  A=b  ", Map.of("A", "b")),
                Arguments.of("-e A=b\t-e C=d\n-e E=f", Map.of("A", "b", "C", "d", "E", "f")),
                Arguments.of("-e A=b \\\n  -e C=d", Map.of("A", "b", "C", "d")),
                Arguments.of("-e A='x y z'", Map.of("A", "x y z")),
                Arguments.of("-e \"A=it's \\\"$B\\\" \\d\"", Map.of("A", "it's \"$B\" \\d")),
                Arguments.of("-e 'A B=c d'", Map.of("A B", "c d")),
                Arguments.of("-e A=a\\ b''", Map.of("A", "a b")),
                Arguments.of("-e A=1 -e A=2", Map.of("A", "2")),
                Arguments.of("-p 8081:8081/udp", Map.of("-p 8081:8081/udp", "1")),
                Arguments.of(
                        "-p 127.0.0.1:80:80 -p [::1]:81:81", Map.of("-p 127.0.0.1:80:80", "1", "-p [::1]:81:81", "1")),
                Arguments.of("-p 70000:70000 -p 8080", Map.of("-p 70000:70000", "1", "-p 8080", "1")),
                Arguments.of("-v V.1:/d-e -v '/a b:/c'", Map.of("-v V.1:/d-e", "1", "-v /a b:/c", "1")),
                Arguments.of("-n Net-1", Map.of("-n Net-1", "1")),
                Arguments.of("-h box --hostname=b2", Map.of("-h", "b2")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void parse_whenFlagsAreTheServices_thenReadsThemAll(String text, Map<String, String> expected) {
        assertThat(revealed(DockerFlags.parse(text))).isEqualTo(expected);
        assertThat(revealed(DockerFlags.builder().env(expected).build())).isEqualTo(expected);
        assertThat(revealed(DockerFlags.parse(
                        DockerFlags.parse(text).toDockerFlags().reveal())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--gpus all | does not take --gpus",
                "--env-file=S3CRET | does not take --env-file;",
                "-it | does not take -i",
                "-e A=b S3CRET | word 3 belongs to no flag",
                "junk -e A=b | word 1 belongs to no flag",
                "-e | -e has no value",
                "-e -p 80:80 | -e takes NAME=VALUE",
                "-e =S3CRET | -e takes NAME=VALUE",
                "-e S3CRET | -e takes NAME=VALUE",
                "-p tcp/udp | -p takes HOST:CONTAINER",
                "-p 80-90:80-90 | no range of ports",
                "-v /a b:/c | -v takes SOURCE:PATH",
                "-n 'a b' | -n takes a name",
                "-e A=\"S3CRET | not closed: \"",
                "-e A=S3CRET\\ | escapes nothing"
            },
            quoteCharacter = '\0')
    void parse_whenSomethingWouldBeLost_thenIsRefusedWithoutItsValue(String text, String says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DockerFlags.parse(text))
                .withMessageContaining(says)
                .withMessageNotContaining("S3CRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--gpus all",
                "-p",
                "-p ",
                "-x 1",
                "-",
                "--env A=b",
                "-e A=b",
                " ",
                "A=b",
                " -p 80:80",
                "\t--gpus"
            })
    void env_whenAnEntryIsNeitherVariableNorFlag_thenIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DockerFlags.builder().env(Map.of(key, "1")));
    }

    @Test
    void port_whenGivenAsNumbers_thenIsAFlag() {
        DockerFlags flags = DockerFlags.builder()
                .port(8080)
                .port(53, 5353, PortProtocol.UDP)
                .port(81, 80, PortProtocol.TCP)
                .build();

        assertThat(revealed(flags))
                .containsExactly(entry("-p 8080:8080", "1"), entry("-p 53:5353/udp", "1"), entry("-p 81:80", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DockerFlags.builder().port(0));
    }

    @Test
    void toDockerFlags_whenValuesNeedQuotes_thenOnePairAroundTheValueIfThatWillDo() {
        DockerFlags flags = DockerFlags.builder()
                .env("A", "x y")
                .env("B", "it's")
                .env("C", "it's $5")
                .env("D", "")
                .env("E", "/a:b@c,d=e%20")
                .env(Map.of("-h", "box"))
                .build();

        assertThat(flags.toDockerFlags().reveal())
                .isEqualTo("-e A='x y' -e B=\"it's\" -e C='it'\\''s $5' -e D= -e E=/a:b@c,d=e%20 -h box");
    }

    @Property
    void toDockerFlags_whenReadBack_thenGivesTheSameVariables(@ForAll @Size(max = 4) Map<String, String> entries) {
        DockerFlags.Builder builder = DockerFlags.builder();
        Map<String, String> expected = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
            String usable = "N" + name.replace("=", "").replace("\0", "");
            builder.env(usable, value);
            expected.put(usable, value);
        });

        assertThat(revealed(DockerFlags.parse(builder.build().toDockerFlags().reveal())))
                .isEqualTo(expected);
    }

    @Test
    void toString_whenItHoldsASecret_thenShowsNamesOnly() {
        DockerFlags.Builder flags =
                DockerFlags.builder().env("HF_TOKEN", Secret.of("S3CRET")).env("A", "S3CRET");

        assertThat(flags.build()).hasToString("DockerFlags{HF_TOKEN=***, A=***}");
        assertThat(flags.build().toDockerFlags()).hasToString("***");
    }
}
