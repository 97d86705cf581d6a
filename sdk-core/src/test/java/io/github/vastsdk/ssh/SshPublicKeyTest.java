package io.github.vastsdk.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshPublicKeyTest {
    private static final String LINE = TestKeys.text("ed25519.pub").strip();
    private static final String BASE64 = LINE.split(" ", -1)[1];

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvFileSource(resources = "ssh-keygen-l.csv", numLinesToSkip = 1)
    void parse_whenEachType_thenAgreesWithSshKeygen(String name, String type, int bits, String fingerprint) {
        String text = TestKeys.text(name + ".pub");

        SshPublicKey key = SshPublicKey.parse(text);

        assertThat(key.type()).isEqualTo(type);
        assertThat(key.bits()).isEqualTo(bits);
        assertThat(key.fingerprint()).isEqualTo(fingerprint);
        assertThat(key.comment()).isEqualTo("test-only " + name);
        assertThat(key).hasToString(text.strip());
    }

    @Test
    void parse_whenSurroundedByWhiteSpace_thenCanonicalLine() {
        SshPublicKey key = SshPublicKey.parse("\r\n  ssh-ed25519 \t " + BASE64 + "   two  words \r\n\n");

        assertThat(key.comment()).isEqualTo("two  words");
        assertThat(key).hasToString("ssh-ed25519 " + BASE64 + " two  words");
    }

    @Test
    void parse_whenNoComment_thenCommentIsEmpty() {
        SshPublicKey key = SshPublicKey.parse("ssh-ed25519 " + BASE64);

        assertThat(key.comment()).isEmpty();
        assertThat(key).hasToString("ssh-ed25519 " + BASE64);
    }

    @Test
    void parse_whenCommentIsUnicode_thenKept() {
        assertThat(SshPublicKey.parse("ssh-ed25519 " + BASE64 + " Zoë’s 🔑 PRIVATE KEY 电脑")
                        .comment())
                .isEqualTo("Zoë’s 🔑 PRIVATE KEY 电脑");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\u0000b", "a\u001b[31m", "a\u0085b", "a\u007fb"})
    void parse_whenControlCharacterInComment_thenRefused(String comment) {
        assertRefused("ssh-ed25519 " + BASE64 + " " + comment, "control character");
    }

    @Test
    void parse_whenHalfASurrogatePairInComment_thenRefused() {
        assertRefused("ssh-ed25519 " + BASE64 + " a\ud83d", "surrogate");
    }

    @Test
    void parse_whenNull_thenNullPointerException() {
        assertThatNullPointerException()
                .isThrownBy(() -> SshPublicKey.parse(null))
                .withMessage("text");
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, an OpenSSH private key",
        "encrypted, an OpenSSH private key",
        "pem, a private key in PEM format",
        "pkcs8, a private key in PEM format",
        "rfc4716.txt, an SSH2 public key (RFC 4716)",
        "x509.txt, a public key or certificate in PEM format",
        "certificate.pub, an SSH certificate",
        "dsa.pub, a DSA key"
    })
    void parse_whenFileOfAnotherKind_thenSaysWhatItIs(String name, String expected) {
        assertRefused(TestKeys.text(name), expected);
        assertRefused(TestKeys.text(name).replace('\n', ' '), expected);
        assertRefused(TestKeys.text(name).replace("\n", "\r\n"), expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\nPublic-Lines: 2\nAAAAC3NzaC1lZDI1",
                "Private-Lines: 1\nAAAAIGZvbGxvd2VkIGJ5IHNlY3JldHM="
            })
    void parse_whenPuttyKey_thenSaysSo(String text) {
        assertRefused(text, "PuTTY private key");
    }

    @Test
    void parse_whenPrivateKeyWithoutItsFrame_thenSaysSo() {
        assertRefused(TestKeys.text("ed25519").lines().skip(1).findFirst().orElseThrow(), "an OpenSSH private key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/someone/.ssh/id_ed25519.pub",
                "~/.ssh/id_ed25519",
                "./my key.pub",
                "..\\keys\\mine",
                "C:\\Users\\someone\\.ssh\\id_rsa",
                "file:///home/someone/.ssh/x",
                "keys/id_ed25519",
                "id_ed25519",
                "some key.pub"
            })
    void parse_whenPath_thenSaysSo(String path) {
        assertRefused(path, "a file's path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t"})
    void parse_whenBlank_thenRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SshPublicKey.parse(text))
                .withMessage("Not a usable SSH key: it is empty");
    }

    @Test
    void parse_whenSeveralLines_thenRefused() {
        assertRefused(LINE + "\n" + LINE, "several lines");
        assertRefused(LINE + "\r" + LINE, "several lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-pty,command=\"echo a b\" ",
                "restrict ",
                "gpu.example.org ",
                "[203.0.113.7]:2222,gpu.example.org\t"
            })
    void parse_whenTextInFront_thenRefused(String front) {
        assertRefused(front + LINE, "text in front of the key type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello there, general | not an OpenSSH public key of a supported type",
                "SSH-ED25519 AAAAC3NzaC1lZDI1NTE5AAAA | not an OpenSSH public key of a supported type",
                "ssh-ed448 AAAACXNzaC1lZDQ0OAAAADkAAA | not an OpenSSH public key of a supported type",
                "AAAAC3NzaC1lZDI1NTE5AAAAIJ4vPZ8X | the type is missing",
                "ssh-ed25519 | cut off: nothing follows the type",
                "ssh-ed25519 not-base64! | no valid base64",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5A | no valid base64",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AA | no complete base64",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AB== | no complete base64",
                "ssh-ed25519 AAAA | cut off or damaged",
            })
    void parse_whenNotAKey_thenSaysWhy(String text, String reason) {
        assertRefused(text, reason);
    }

    @Test
    void parse_whenPartedByOtherWhiteSpace_thenRefused() {
        assertRefused("ssh-ed25519\f" + BASE64, "not an OpenSSH public key");
        assertRefused("ssh-ed25519\u2003" + BASE64, "not an OpenSSH public key");
    }

    @Test
    void parse_whenTypeInFrontIsAnother_thenRefused() {
        assertRefused("ssh-rsa " + BASE64, "not the type that its data names");
    }

    @Test
    void parse_whenDataNamesUnknownType_thenRefused() {
        assertRefused(line("ssh-ed25519", w -> w.text("ssh-ed448").bytes(new byte[57])), "names no supported type");
    }

    @Test
    void parse_whenFieldOfWrongLength_thenRefused() {
        assertRefused(key("ssh-ed25519", w -> w.bytes(new byte[31])), "wrong length");
        assertRefused(key("ssh-ed25519", w -> w.uint32(-1)), "cut off");
        assertRefused(key("ecdsa-sha2-nistp384", w -> w.text("nistp384").bytes(new byte[65])), "wrong length");
    }

    @Test
    void parse_whenSurplusBytes_thenRefused() {
        assertRefused(key("ssh-ed25519", w -> w.bytes(new byte[32]).raw(new byte[1])), "surplus bytes");
    }

    @Test
    void parse_whenRsaNumbersAreOff_thenRefused() {
        BigInteger e = BigInteger.valueOf(65537);
        BigInteger modulus = BigInteger.ONE.shiftLeft(1023);
        assertThat(SshPublicKey.parse(key("ssh-rsa", w -> w.number(e).number(modulus)))
                        .bits())
                .isEqualTo(1024);
        assertRefused(key("ssh-rsa", w -> w.number(e).number(modulus.shiftRight(1))), "fewer than 1024 bits");
        assertRefused(key("ssh-rsa", w -> w.number(e).number(modulus.shiftLeft(15361))), "larger than OpenSSH");
        assertRefused(key("ssh-rsa", w -> w.number(modulus.shiftLeft(1)).number(modulus)), "larger than OpenSSH");
        assertRefused(key("ssh-rsa", w -> w.number(e).number(modulus.negate())), "not positive");
        assertRefused(key("ssh-rsa", w -> w.bytes(new byte[0]).number(modulus)), "not positive");
        assertRefused(key("ssh-rsa", w -> w.number(BigInteger.ZERO).number(modulus)), "zero");
        assertRefused(key("ssh-rsa", w -> w.bytes(new byte[] {0, 3}).number(modulus)), "needless leading zeros");
    }

    @Test
    void parse_whenEcdsaPointIsOff_thenRefused() {
        byte[] compressed = new byte[65];
        compressed[0] = 2;
        assertRefused(key("ecdsa-sha2-nistp256", w -> w.text("nistp256").bytes(compressed)), "uncompressed");
        assertRefused(key("ecdsa-sha2-nistp256", w -> w.text("nistp384").bytes(compressed)), "the curve");
    }

    @Test
    void parse_whenSecurityKeyNamesNoApplication_thenRefused() {
        assertRefused(key("sk-ssh-ed25519@openssh.com", w -> w.bytes(new byte[32])), "cut off");
        assertRefused(
                key("sk-ssh-ed25519@openssh.com", w -> w.bytes(new byte[32]).text("")), "no application");
    }

    @Test
    void equals_whenOnlyCommentDiffers_thenEqual() {
        SshPublicKey key = SshPublicKey.parse(LINE);

        assertThat(SshPublicKey.parse("ssh-ed25519 " + BASE64 + " other"))
                .isEqualTo(key)
                .hasSameHashCodeAs(key);
        assertThat(SshPublicKey.parse(TestKeys.text("ecdsa256.pub"))).isNotEqualTo(key);
        assertThat(key).isNotEqualTo(LINE);
    }

    @Test
    void fromFile_whenPublicKey_thenRead() throws IOException {
        Path file = Files.writeString(folder.resolve("my key.pub"), LINE + "\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.pub"), file);

        assertThat(SshPublicKey.fromFile(file)).hasToString(LINE);
        assertThat(SshPublicKey.fromFile(link)).hasToString(LINE);
    }

    @Test
    void fromFile_whenPrivateKey_thenNamesTheFileAndNotItsContent() throws IOException {
        String text = TestKeys.text("ed25519");
        Path file = Files.writeString(folder.resolve("id_ed25519"), text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SshPublicKey.fromFile(file))
                .withMessageStartingWith(file + ": Not a usable SSH key: it is an OpenSSH private key")
                .satisfies(e -> assertThat(text.lines()).noneMatch(e.toString()::contains));
    }

    @Test
    void fromFile_whenUtf16_thenRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("id.pub"), LINE, StandardCharsets.UTF_16LE);

        assertThatIllegalArgumentException().isThrownBy(() -> SshPublicKey.fromFile(file));
    }

    @Test
    void fromFile_whenMissing_thenUncheckedIOException() {
        Path file = folder.resolve("missing.pub");

        assertThatThrownBy(() -> SshPublicKey.fromFile(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void fromFile_whenDirectory_thenUncheckedIOException() {
        assertThatThrownBy(() -> SshPublicKey.fromFile(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not a regular file");
    }

    @Test
    void fromFile_whenTooBig_thenUncheckedIOException() throws IOException {
        String longest = LINE + " " + "c".repeat(16 * 1024 - LINE.length() - 1);
        Path file = Files.writeString(folder.resolve("big.pub"), longest);
        assertThat(SshPublicKey.fromFile(file)).hasToString(longest);

        Files.writeString(file, longest + "c");

        assertThatThrownBy(() -> SshPublicKey.fromFile(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is larger than 16384 bytes");
    }

    /** A line whose data starts with the type's name. */
    private static String key(String type, UnaryOperator<WireWriter> fields) {
        return line(type, writer -> fields.apply(writer.text(type)));
    }

    private static String line(String type, UnaryOperator<WireWriter> data) {
        return type + " "
                + Base64.getEncoder()
                        .encodeToString(data.apply(new WireWriter()).toBytes());
    }

    private static void assertRefused(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SshPublicKey.parse(text))
                .withMessageStartingWith("Not a usable SSH key: ")
                .withMessageContaining(reason)
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text.strip()));
    }
}
