package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @CsvSource({
        "plain-text_1.2~, plain-text_1.2~",
        "a b, a%20b",
        "a+b, a%2Bb",
        "a/../b, a%2F..%2Fb",
        "a?b#c, a%3Fb%23c",
        "100%, 100%25",
        "*, %2A",
        "日本, %E6%97%A5%E6%9C%AC",
        "..., ...",
        "'{x}', %7Bx%7D",
        "$1\\, %241%5C"
    })
    void expand_whenArgumentHasAnyCharacter_thenStaysOneSegment(String argument, String expected) {
        assertThat(Paths.expand("/a/{id}/", argument)).isEqualTo("/a/" + expected + "/");
    }

    @Property
    void expand_whenAnyText_thenCanBeReadBackFromOneSegment(@ForAll String text) {
        Assume.that(!text.isEmpty() && !text.equals(".") && !text.equals(".."));
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(text));

        String[] segments =
                URI.create(Paths.expand("/a/{x}/b/", text)).getRawPath().split("/", -1);

        assertThat(segments).hasSize(5);
        assertThat(URLDecoder.decode(segments[2].replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void expand_whenSeveralPlaces_thenFillsThemInOrder() {
        assertThat(Paths.expand("/a/{x}/b/{y}/", 7L, "z")).isEqualTo("/a/7/b/z/");
        assertThat(Paths.expand("/a/")).isEqualTo("/a/");
    }

    @Test
    void expand_whenCountIsWrong_thenSaysWhichWay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paths.expand("/a/{x}/{y}/", 1))
                .withMessageContaining("needs more than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paths.expand("/a/{x}/", 1, 2))
                .withMessageContaining("takes 1 path arguments, 2 were given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void expand_whenArgumentWouldChangeThePath_thenIsRefused(String argument) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paths.expand("/a/{x}/", argument))
                .withMessageContaining("cannot stand in a path");
    }

    @Test
    void query_whenNamesAndValuesHaveAnyCharacter_thenAreEncodedInOrder() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("b", "1 + 1 = 2 & more");
        parameters.put("a/ä", "");

        assertThat(Paths.query(parameters)).isEqualTo("b=1%20%2B%201%20%3D%202%20%26%20more&a%2F%C3%A4=");
        assertThat(Paths.query(Map.of())).isEmpty();
    }
}
