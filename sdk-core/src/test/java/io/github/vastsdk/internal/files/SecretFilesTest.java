package io.github.vastsdk.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    @TempDir
    Path folder;

    @Test
    void replace_whenNew_thenOwnerOnlyInOwnerOnlyFolder() throws IOException {
        Path file = folder.resolve("a/b/secret");

        SecretFiles.replace(file, "Zoë");

        assertThat(SecretFiles.read(file)).isEqualTo("Zoë");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
        assertOnlyFile(file);
    }

    @Test
    void replace_whenThere_thenReplacedAndMadeOwnerOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "a longer old text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        SecretFiles.replace(file, "new");

        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertOnlyFile(file);
    }

    @Test
    void replace_whenSymbolicLink_thenLinkIsReplacedAndItsTargetUntouched() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("secret"), elsewhere);

        SecretFiles.replace(link, "new");

        assertThat(elsewhere).hasContent("theirs");
        assertThat(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(link).hasContent("new");
    }

    @Test
    void replace_whenFolder_thenRefusedAndNothingLeftBehind() throws IOException {
        Path file = folder.resolve("secret");
        Files.createDirectories(file.resolve("something"));

        assertThatThrownBy(() -> SecretFiles.replace(file, "new")).isInstanceOf(FileSystemException.class);

        assertOnlyFile(file);
    }

    @Test
    void replace_whenRootOrBelowAFile_thenRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> SecretFiles.replace(folder.getRoot(), "x"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("root folder");
        assertThatThrownBy(() -> SecretFiles.replace(file.resolve("secret"), "x"))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessage(file.toString());
    }

    @Test
    void placeAs_whenNameIsTaken_thenRefusedAndDraftIsRemoved() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "old");

        try (SecretFiles.Draft draft = SecretFiles.draft(file, "new")) {
            assertThatThrownBy(() -> draft.placeAs(file)).isInstanceOf(FileAlreadyExistsException.class);
        }

        assertThat(file).hasContent("old");
        assertOnlyFile(file);
    }

    @Test
    void placeAs_whenNameCannotBe_thenTellsBothFailures() throws IOException {
        Path file = folder.resolve("missing/secret");

        try (SecretFiles.Draft draft = SecretFiles.draft(folder.resolve("secret"), "new")) {
            assertThatThrownBy(() -> draft.placeAs(file))
                    .isInstanceOf(NoSuchFileException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        }
    }

    @Test
    void moveAside_whenNameIsTaken_thenBothStay() throws IOException {
        Path from = Files.writeString(folder.resolve("from"), "mine");
        Path to = Files.writeString(folder.resolve("to"), "theirs");

        assertThatThrownBy(() -> SecretFiles.moveAside(from, to)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(from).hasContent("mine");
        assertThat(to).hasContent("theirs");
    }

    @Test
    void moveAside_whenNothingToMove_thenNewNameIsFreeAgain() {
        Path to = folder.resolve("to");

        assertThatThrownBy(() -> SecretFiles.moveAside(folder.resolve("from"), to))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(to).doesNotExist();
    }

    @Test
    void publish_whenSymbolicLink_thenLinkItselfGetsTheName() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Path name = folder.resolve("name");

        SecretFiles.publish(link, name);

        assertThat(Files.readSymbolicLink(name)).isEqualTo(elsewhere);
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void readNoLink_whenLink_thenRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "text");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(SecretFiles.readNoLink(file)).isEqualTo("text");
        assertThat(SecretFiles.read(link)).isEqualTo("text");
        assertThatThrownBy(() -> SecretFiles.readNoLink(link))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(link + ": is a symbolic link, which is not followed");
    }

    @Test
    void read_whenLimitIsReached_thenRefusedOneByteLater() throws IOException {
        Path file = Files.write(folder.resolve("secret"), new byte[SecretFiles.MAX_BYTES]);
        assertThat(SecretFiles.read(file)).hasSize(SecretFiles.MAX_BYTES);

        Files.write(file, new byte[SecretFiles.MAX_BYTES + 1]);

        assertThatThrownBy(() -> SecretFiles.read(file)).hasMessage(file + ": is larger than 16384 bytes");
    }

    private void assertOnlyFile(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
