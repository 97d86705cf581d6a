package io.github.vastsdk.internal;

import static io.github.vastsdk.internal.Sources.empty;
import static io.github.vastsdk.internal.Sources.source;
import static io.github.vastsdk.internal.Sources.unreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.vastsdk.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    private static final String KIND = "pass phrase";

    @Test
    void resolve_whenGiven_thenLooksNowhere() {
        Secret given = Secret.of("given");

        assertThat(Credentials.resolve(KIND, given, List.of(unreadable())))
                .isEqualTo(new Setting(given, "the builder"));
    }

    @Test
    void resolve_whenSeveralHaveOne_thenTheFirst() {
        List<Source> sources = List.of(empty(), source("the first", "key"), unreadable());

        assertThat(Credentials.resolve(KIND, null, sources)).isEqualTo(new Setting(Secret.of("key"), "the first"));
    }

    @Test
    void resolve_whenNowhere_thenListsThePlacesInOrder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Credentials.resolve(KIND, null, List.of(empty(), empty())))
                .withMessage("No pass phrase. Looked, in this order, at: the builder, an empty place, an empty place");
    }

    @ParameterizedTest
    @CsvSource({
        "two words, it contains white space or a control character",
        "'line\n', it contains white space or a control character",
        "'line\r\nHost: other', it contains white space or a control character",
        "'nul\u0000', it contains white space or a control character",
        "'del\u007f', it contains white space or a control character",
        "kéy, it contains a character that is not ASCII",
        "' ', it is empty",
        "'', it is empty"
    })
    void resolve_whenKeyCannotBeRight_thenRefusedWithoutRepeatingIt(String key, String flaw) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.resolve(KIND, Secret.of(key), List.of(unreadable())))
                .withMessage("Not a usable pass phrase: " + flaw)
                .withNoCause();
        assertThatIllegalStateException()
                .isThrownBy(() -> Credentials.resolve(KIND, null, List.of(source("the place", key), unreadable())))
                .withMessage("No usable pass phrase in the place: " + flaw)
                .withNoCause();
    }

    @Test
    void toString_whenSetting_thenHidesTheText() {
        assertThat(Credentials.resolve(KIND, Secret.of("given"), List.of()))
                .hasToString("Setting[text=***, source=the builder]");
    }
}
