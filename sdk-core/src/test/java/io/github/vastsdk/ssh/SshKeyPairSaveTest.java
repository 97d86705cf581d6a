package io.github.vastsdk.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyPairSaveTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    private final SshKeyPair pair = SshKeyPair.generateEd25519("new");

    @TempDir
    Path folder;

    private Path privateFile;
    private Path publicFile;

    @BeforeEach
    void names() {
        privateFile = folder.resolve("id_ed25519");
        publicFile = folder.resolve("id_ed25519.pub");
    }

    @Test
    void save_whenNothingThere_thenBothFilesWithOwnerOnlyAccess() throws IOException {
        Path deep = folder.resolve("a/b/id_ed25519");

        pair.save(deep);

        assertThat(deep).hasContent(pair.privateKey().reveal());
        assertThat(deep.resolveSibling("id_ed25519.pub")).hasContent(pair.publicKey() + "\n");
        assertThat(mode(deep)).isEqualTo("rw-------");
        assertThat(mode(deep.resolveSibling("id_ed25519.pub"))).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(TestKeys.names(deep.getParent())).containsExactly("id_ed25519", "id_ed25519.pub");
        assertThat(SshKeyPair.load(deep).publicKey())
                .hasToString(pair.publicKey().toString());
    }

    @Test
    void save_whenFolderExists_thenItsModeStays() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        pair.save(privateFile);

        assertThat(mode(folder)).isEqualTo("rwxr-xr-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_ed25519", "id_ed25519.pub"})
    void save_whenOneExists_thenRefusedAndUntouched(String name) throws IOException {
        Path existing = Files.writeString(folder.resolve(name), "old");

        assertThatThrownBy(() -> pair.save(privateFile))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(existing + " exists");

        assertThat(existing).hasContent("old");
        assertThat(TestKeys.names(folder)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_ed25519", "id_ed25519.pub"})
    void save_whenSymbolicLinkThere_thenNotFollowed(String name) throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        Path link = Files.createSymbolicLink(folder.resolve(name), elsewhere);

        assertThatThrownBy(() -> pair.save(privateFile))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);

        assertThat(elsewhere).doesNotExist();
        assertThat(link).isSymbolicLink();
        assertThat(TestKeys.names(folder)).containsExactly(name);
    }

    @Test
    void save_whenFolderIsAFile_thenUncheckedIOException() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> pair.save(file.resolve("id_ed25519")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Saving the key pair failed");
    }

    @Test
    void anything_whenNull_thenNullPointerException() {
        assertThatNullPointerException().isThrownBy(() -> pair.save(null)).withMessage("privateFile");
        assertThatNullPointerException()
                .isThrownBy(() -> pair.saveWithBackup(null))
                .withMessage("privateFile");
        assertThatNullPointerException().isThrownBy(() -> SshKeyPair.load(null)).withMessage("privateFile");
        assertThatNullPointerException()
                .isThrownBy(() -> SshPublicKey.fromFile(null))
                .withMessage("file");
    }

    @Test
    void save_whenNameIsTooLong_thenNothingLeftBehind() throws IOException {
        assertThatThrownBy(() -> pair.save(folder.resolve("n".repeat(253)))).isInstanceOf(UncheckedIOException.class);

        assertThat(TestKeys.names(folder)).isEmpty();
    }

    @Test
    void saveWithBackup_whenNothingThere_thenSavesOnly() throws IOException {
        pair.saveWithBackup(privateFile);

        assertThat(TestKeys.names(folder)).containsExactly("id_ed25519", "id_ed25519.pub");
        assertThat(SshKeyPair.load(privateFile).publicKey()).isEqualTo(pair.publicKey());
    }

    @Test
    void saveWithBackup_whenPairThere_thenRenamed() throws IOException {
        SshKeyPair old = SshKeyPair.generateEd25519("old");
        old.save(privateFile);

        pair.saveWithBackup(privateFile, CLOCK);

        assertThat(TestKeys.names(folder))
                .containsExactly(
                        "id_ed25519",
                        "id_ed25519.backup_1700000000",
                        "id_ed25519.pub",
                        "id_ed25519.pub.backup_1700000000");
        assertThat(SshKeyPair.load(privateFile).publicKey()).isEqualTo(pair.publicKey());
        assertThat(SshPublicKey.fromFile(publicFile)).isEqualTo(pair.publicKey());
        assertThat(SshKeyPair.load(folder.resolve("id_ed25519.backup_1700000000"))
                        .publicKey())
                .isEqualTo(old.publicKey());
        assertThat(SshPublicKey.fromFile(folder.resolve("id_ed25519.pub.backup_1700000000")))
                .isEqualTo(old.publicKey());
    }

    @Test
    void saveWithBackup_whenBackupNameIsTaken_thenNextSecond() throws IOException {
        Files.writeString(privateFile, "old");
        Files.writeString(folder.resolve("id_ed25519.backup_1700000000"), "older");
        Files.createSymbolicLink(folder.resolve("id_ed25519.pub.backup_1700000001"), Path.of("nowhere"));

        pair.saveWithBackup(privateFile, CLOCK);

        assertThat(folder.resolve("id_ed25519.backup_1700000000")).hasContent("older");
        assertThat(folder.resolve("id_ed25519.backup_1700000002")).hasContent("old");
    }

    @Test
    void saveWithBackup_whenLinkThere_thenLinkItselfIsRenamed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "theirs");
        Files.createSymbolicLink(privateFile, elsewhere);

        pair.saveWithBackup(privateFile, CLOCK);

        assertThat(elsewhere).hasContent("theirs");
        assertThat(folder.resolve("id_ed25519.backup_1700000000")).isSymbolicLink();
        assertThat(Files.isRegularFile(privateFile, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void saveWithBackup_whenDirectoryThere_thenRefusedAndPairKeepsItsName() throws IOException {
        Files.writeString(privateFile, "old");
        Files.createDirectories(publicFile.resolve("something"));

        assertThatThrownBy(() -> pair.saveWithBackup(privateFile, CLOCK)).isInstanceOf(UncheckedIOException.class);

        assertThat(privateFile).hasContent("old");
        assertThat(TestKeys.names(folder)).containsExactly("id_ed25519", "id_ed25519.pub");
    }

    @Test
    void save_whenFileSystemHasNeitherModesNorLinks_thenSavedAllTheSame() throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("keys.zip").toUri());
        try (FileSystem fileSystem = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path file = fileSystem.getPath("/keys/id_ed25519");

            pair.save(file);

            assertThat(SshKeyPair.load(file).publicKey()).isEqualTo(pair.publicKey());
            assertThatThrownBy(() -> pair.save(file)).hasCauseInstanceOf(FileAlreadyExistsException.class);
            SshKeyPair.generateEd25519("newer").saveWithBackup(file, CLOCK);
            assertThat(SshKeyPair.load(fileSystem.getPath("/keys/id_ed25519.backup_1700000000"))
                            .publicKey())
                    .isEqualTo(pair.publicKey());
            assertThat(TestKeys.names(file.getParent())).hasSize(4);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
