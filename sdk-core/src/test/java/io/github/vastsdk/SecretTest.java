package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void writeTo_when_nothingIsThere_then_theFileHoldsTheTextAsItIs(@TempDir Path folder) throws IOException {
        Secret.of("marked\r\ntext ").writeTo(folder.resolve("keys/mine"));

        assertThat(Files.readString(folder.resolve("keys/mine"))).isEqualTo("marked\r\ntext ");
        assertThat(folder.resolve("keys").toFile().list()).hasSize(1);
    }

    @Test
    void writeTo_when_somethingIsThere_then_itStaysAndTheMessageNamesIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "older");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        for (Path taken : List.of(file, link, Files.createDirectory(folder.resolve("sub")))) {
            assertThatThrownBy(() -> Secret.of("marked-text").writeTo(taken))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("The secret was not written: there is something at " + taken)
                    .hasCauseInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(file).hasContent("older");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("mine", "link", "sub");
    }

    @Test
    void writeTo_when_theFolderCannotBe_then_saysWhyAndKeepsTheText(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "older");
        Secret secret = Secret.of("marked-text");

        assertThatThrownBy(() -> secret.writeTo(file.resolve("below")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageNotContaining("marked-text");
        assertThat(secret.reveal()).isEqualTo("marked-text");
    }
}
