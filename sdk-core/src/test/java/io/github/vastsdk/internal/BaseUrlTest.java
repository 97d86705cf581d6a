package io.github.vastsdk.internal;

import static io.github.vastsdk.internal.Sources.empty;
import static io.github.vastsdk.internal.Sources.source;
import static io.github.vastsdk.internal.Sources.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    private static final URI STANDARD = URI.create("https://standard.example");

    @Test
    void resolve_whenNothingIsSet_thenTheServicesOwn() {
        assertThat(BaseUrl.resolve(null, false, List.of(), STANDARD)).isEqualTo(STANDARD);
        assertThat(BaseUrl.resolve(null, false, List.of(empty(), empty()), STANDARD))
                .isEqualTo(STANDARD);
    }

    @Test
    void resolve_whenSeveralAreSet_thenTheFirst() {
        List<Source> sources = List.of(empty(), source("the first", "https://first.example/"), unreadable());

        assertThat(BaseUrl.resolve("https://given.example", false, sources, STANDARD))
                .isEqualTo(URI.create("https://given.example"));
        assertThat(BaseUrl.resolve(null, false, sources, STANDARD)).isEqualTo(URI.create("https://first.example"));
    }

    @Test
    void resolve_whenGivenOneIsEmpty_thenRefusedWithoutLookingFurther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.resolve("", false, List.of(unreadable()), STANDARD))
                .withMessage("The base URL must start with https://");
    }

    @Test
    void resolve_whenSourceIsUnacceptable_thenNamesItWithoutRepeatingTheAddress() {
        List<Source> sources = List.of(source("the place", "https://user:word@host.example"), unreadable());

        assertThatIllegalStateException()
                .isThrownBy(() -> BaseUrl.resolve(null, false, sources, STANDARD))
                .withMessage("The place: The base URL must not contain a user name or password");
    }

    @ParameterizedTest
    @CsvSource({
        "https://console.vast.ai, https://console.vast.ai",
        "https://console.vast.ai/, https://console.vast.ai",
        "https://proxy.example:8443/vast//, https://proxy.example:8443/vast",
        "HTTPS://Proxy.Example/a, HTTPS://Proxy.Example/a",
        "http://localhost:8080/, http://localhost:8080",
        "http://LocalHost, http://LocalHost",
        "http://127.0.0.1:1, http://127.0.0.1:1",
        "http://127.255.254.253:65535, http://127.255.254.253:65535",
        "http://[::1]:8080, http://[::1]:8080",
        "http://[0:0:0:0:0:0:0:1], http://[0:0:0:0:0:0:0:1]"
    })
    void parse_whenAcceptable_thenWithoutSlashAtTheEnd(String text, String expected) {
        assertThat(BaseUrl.parse(text, false)).isEqualTo(URI.create(expected));
        assertThat(BaseUrl.parse(text, false)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://console.vast.ai",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://128.0.0.1",
                "http://10.0.0.1",
                "http://[::2]:8080"
            })
    void parse_whenPlainHttpToElsewhere_thenOnlyIfAllowed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(text, false))
                .withMessageContaining("an API key would be readable on the way");
        assertThat(BaseUrl.parse(text, true)).isEqualTo(URI.create(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'', must start with https://",
        "http://127.0.0.256, has no valid host",
        "http://127.1, has no valid host",
        "https://, not a valid URL",
        "'https://host/with space', not a valid URL",
        "console.vast.ai, must start with https://",
        "console.vast.ai:443, must start with https://",
        "ftp://console.vast.ai, must start with https://",
        "https:console.vast.ai, has no valid host",
        "https:///path, has no valid host",
        "https://under_score.example, has no valid host",
        "https://host:0, has a port",
        "https://host:65536, has a port",
        "https://user@host, a user name or password",
        "https://user:word@host, a user name or password",
        "https://host?key=word, a query or a fragment",
        "https://host/?, a query or a fragment",
        "https://host/#part, a query or a fragment"
    })
    void parse_whenUnacceptable_thenSaysWhyWithoutRepeatingIt(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.parse(text, true))
                .withMessageStartingWith("The base URL ")
                .withMessageContaining(reason)
                .withMessageNotContaining("word@")
                .withMessageNotContaining("key=word")
                .withNoCause();
    }
}
