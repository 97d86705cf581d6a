package io.github.vastsdk.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyPairTest {
    @SuppressWarnings("unused") // read by @FieldSource
    static final List<String> PAIRS = TestKeys.PAIRS;

    @TempDir
    Path folder;

    @Test
    void generate_whenCalledTwice_thenDifferentKeys() {
        SshKeyPair pair = SshKeyPair.generateEd25519(" me@home ");

        assertThat(pair.publicKey().type()).isEqualTo("ssh-ed25519");
        assertThat(pair.publicKey().comment()).isEqualTo("me@home");
        assertThat(pair.publicKey())
                .isNotEqualTo(SshKeyPair.generateEd25519("me@home").publicKey());
    }

    @Test
    void generate_whenCommentIsUnusable_thenRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> SshKeyPair.generateEd25519(null))
                .withMessage("comment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SshKeyPair.generateEd25519("a\nb"))
                .withMessageContaining("control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "Zoë 🔑"})
    void privateKey_whenCommentOfAnyLength_thenReadsBack(String comment) {
        SshKeyPair pair = SshKeyPair.generateEd25519(comment);

        SshPublicKey publicHalf = OpenSshPrivateKey.publicHalf(pair.privateKey().reveal());

        assertThat(publicHalf).hasToString(pair.publicKey().toString());
        assertThat(publicHalf.comment()).isEqualTo(comment);
    }

    @Test
    void privateKey_whenGenerated_thenLaidOutAsOpenSshDoes() {
        List<String> lines =
                SshKeyPair.generateEd25519("test").privateKey().reveal().lines().toList();

        assertThat(lines).first().isEqualTo("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(lines).last().isEqualTo("-----END OPENSSH PRIVATE KEY-----");
        assertThat(lines.subList(1, lines.size() - 2)).allMatch(line -> line.length() == 70);
        assertThat(lines.get(lines.size() - 2)).hasSizeBetween(1, 70);
    }

    @Test
    void toString_whenGenerated_thenShowsPublicHalfOnly() {
        SshKeyPair pair = SshKeyPair.generateEd25519("me@home");

        assertThat(pair)
                .hasToString("SshKeyPair[ssh-ed25519 " + pair.publicKey().fingerprint() + " me@home]");
    }

    @ParameterizedTest
    @FieldSource("PAIRS")
    void load_whenSshKeygenWroteIt_thenSamePublicKeyAndText(String name) {
        String text = TestKeys.text(name);

        SshKeyPair pair = SshKeyPair.load(TestKeys.privateFile(folder, text));

        assertThat(pair.publicKey()).hasToString(TestKeys.text(name + ".pub").strip());
        assertThat(pair.privateKey().reveal()).isEqualTo(text);
    }

    @Test
    void load_whenWindowsLineEndsAndThroughLink_thenRead() throws IOException {
        Path file = TestKeys.privateFile(folder, TestKeys.text("ed25519").replace("\n", "\r\n"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(SshKeyPair.load(link).publicKey()).isEqualTo(SshPublicKey.parse(TestKeys.text("ed25519.pub")));
    }

    @ParameterizedTest
    @CsvSource({
        "encrypted, protected by a passphrase",
        "pem, PEM format; ssh-keygen -p",
        "pkcs8, PEM format; ssh-keygen -p",
        "sk_ed25519, stays in a security key",
        "ed25519.pub, it is not an OpenSSH private key",
        "rfc4716.txt, an SSH2 public key"
    })
    void load_whenFileOfAnotherKind_thenSaysWhatItIs(String name, String reason) {
        assertRefused(TestKeys.text(name), reason);
    }

    @Test
    void load_whenDamaged_thenSaysSo() {
        String text = TestKeys.text("ed25519");
        String end = "-----END";
        assertRefused(text.substring(0, text.indexOf(end)), "first or last line is damaged");
        assertRefused(text.replace(end, "*\n" + end), "base64 text is damaged");
        assertRefused(text.replace("b3BlbnNz", "b3BlbnNa"), "does not start as");
        assertRefused(text.replaceAll("(?s)b3BlbnNz.*\\n" + end, "b3Bl\n" + end), "does not start as");
        assertRefused(text.replaceAll("(?s)(b3BlbnNz.{100}).*\\n" + end, "$1\n" + end), "cut off");
    }

    @ParameterizedTest
    @FieldSource("PAIRS")
    void load_whenPutTogetherAgain_thenRead(String name) {
        SshKeyPair pair = SshKeyPair.load(TestKeys.privateFile(folder, new Container(name).text()));

        assertThat(pair.publicKey()).hasToString(TestKeys.text(name + ".pub").strip());
    }

    /** The number of a field: 2 is seed and point of Ed25519; 1 to 6 are n, e, d, 1/q, p, q; 3 is d of ECDSA. */
    @ParameterizedTest
    @CsvSource({
        "ed25519, 1",
        "ed25519, 2",
        "rsa1024, 1",
        "rsa1024, 2",
        "rsa1024, 3",
        "rsa1024, 4",
        "rsa1024, 5",
        "rsa1024, 6",
        "ecdsa256, 2",
        "ecdsa256, 3",
        "ecdsa384, 3",
        "ecdsa521, 3"
    })
    void load_whenAnyNumberIsChanged_thenRefused(String name, int field) {
        assertRefused(new Container(name).add(field, 2).text(), "do not belong together");
    }

    @Test
    void load_whenSeedOfAnotherKey_thenRefused() {
        Container container = new Container("ed25519");
        container.fields.get(2)[0] ^= 1;

        assertRefused(container.text(), "its private and its public half do not belong together");
    }

    @Test
    void load_whenSecretIsNoNumberOfTheCurve_thenRefused() {
        Container container = new Container("ecdsa256");
        byte[] tooLarge = new byte[33];
        Arrays.fill(tooLarge, 1, 33, (byte) 0xff);
        container.fields.set(3, tooLarge);

        assertRefused(container.text(), "its private and its public half do not belong together");
    }

    @ParameterizedTest
    @CsvSource({"ed25519, ecdsa256", "rsa1024, rsa3072", "ecdsa384, ecdsa521"})
    void load_whenPublicHalfOfAnotherKey_thenRefused(String name, String other) {
        Container container = new Container(name);
        container.publicBlob = new Container(other).publicBlob;

        assertRefused(container.text(), "");
    }

    @Test
    void load_whenContainerIsOff_thenSaysWhy() {
        assertRefused(changed(c -> c.kdf = "bcrypt"), "protected by a passphrase");
        assertRefused(changed(c -> c.kdfOptions = new byte[1]), "wrong length");
        assertRefused(changed(c -> c.count = 2), "more than one private key");
        assertRefused(changed(c -> c.surplus = new byte[1]), "surplus bytes");
        assertRefused(changed(c -> c.secondCheck++), "check numbers differ");
        assertRefused(changed(c -> c.padding = new byte[] {1, 2, 4}), "do not belong together");
        assertRefused(changed(c -> c.fields.set(0, "ssh-rsa".getBytes(US_ASCII))), "do not belong together");
        assertRefused(changed(c -> c.fields.set(3, new byte[] {'Z', 'o', (byte) 0xeb})), "comment is not UTF-8");
        assertRefused(changed(c -> c.fields.set(3, "a\nb".getBytes(US_ASCII))), "control character");
    }

    @Test
    void load_whenOthersHaveAccess_thenRefused() throws IOException {
        Path file = TestKeys.privateFile(folder, TestKeys.text("ed25519"));
        for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----", "rwx-----x")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SshKeyPair.load(file))
                    .withMessageStartingWith(file.toString())
                    .withMessageContaining("chmod 600");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(SshKeyPair.load(file).publicKey().comment()).isEqualTo("test-only ed25519");
    }

    @Test
    void load_whenMissingOrDirectoryOrTooBig_thenUncheckedIOException() {
        assertThatThrownBy(() -> SshKeyPair.load(folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> SshKeyPair.load(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("not a regular file");
        Path big = TestKeys.privateFile(folder, " ".repeat(20_000));
        assertThatThrownBy(() -> SshKeyPair.load(big))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("larger than");
    }

    private static String changed(Consumer<Container> change) {
        Container container = new Container("ed25519");
        change.accept(container);
        return container.text();
    }

    private void assertRefused(String text, String reason) {
        Path file = TestKeys.privateFile(folder, text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SshKeyPair.load(file))
                .withMessageStartingWith(file + ": Not a usable SSH key: ")
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(text.lines().filter(line -> line.length() > 20))
                        .noneMatch(e.getMessage()::contains));
    }
}
