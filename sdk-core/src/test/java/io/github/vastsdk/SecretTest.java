package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void toString_when_anySecret_then_hidesTheText() {
        assertThat(Secret.of("marked-text")).hasToString("***");
        assertThat("key: " + Secret.of("marked-text")).isEqualTo("key: ***");
    }

    @Test
    void reveal_when_wrapped_then_givesTheText() {
        assertThat(Secret.of("marked-text").reveal()).isEqualTo("marked-text");
        assertThat(Secret.of("").reveal()).isEmpty();
    }

    @Test
    void equals_when_textsAreEqual_then_secretsAre() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a"))
                .isNotEqualTo(Secret.of("b"))
                .isNotEqualTo("a")
                .isNotEqualTo(null);
    }

    @Test
    void of_when_null_then_namesTheArgument() {
        assertThatNullPointerException().isThrownBy(() -> Secret.of(null)).withMessage("text");
    }
}
