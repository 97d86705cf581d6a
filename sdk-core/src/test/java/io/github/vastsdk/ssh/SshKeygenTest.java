package io.github.vastsdk.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what this package writes against the real tool, and the other way round. */
@EnabledIf("isInstalled")
class SshKeygenTest {
    @TempDir
    Path folder;

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "ssh-keygen")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "me@home", "seven 7", "Zoë 🔑"})
    void sshKeygen_whenWeWroteThePair_thenAcceptsIt(String comment) throws Exception {
        Path file = folder.resolve("id_ed25519");
        SshKeyPair pair = SshKeyPair.generateEd25519(comment);
        pair.save(file);

        // Without a comment, ssh-keygen shows something of its own in its place.
        String expected = "256 " + pair.publicKey().fingerprint() + " " + comment;
        assertThat(run("-y", "-f", file.toString())).isEqualTo(pair.publicKey().toString());
        assertThat(run("-l", "-f", file + ".pub")).startsWith(expected).endsWith(" (ED25519)");
        assertThat(run("-l", "-f", file.toString())).startsWith(expected).endsWith(" (ED25519)");
    }

    @Test
    void sshKeygen_whenWeWroteThePrivateKey_thenItSignsForThePublicKey() throws Exception {
        Path file = folder.resolve("id_ed25519");
        SshKeyPair pair = SshKeyPair.generateEd25519("me@home");
        pair.save(file);
        Path message = Files.writeString(folder.resolve("message"), "hello");
        Path signers = Files.writeString(folder.resolve("signers"), "me " + pair.publicKey() + "\n");

        run("-Y", "sign", "-n", "test", "-f", file.toString(), message.toString());

        assertThat(runWithInput(
                        message,
                        "-Y",
                        "verify",
                        "-n",
                        "test",
                        "-I",
                        "me",
                        "-f",
                        signers.toString(),
                        "-s",
                        message + ".sig"))
                .startsWith("Good \"test\" signature for me");
    }

    @ParameterizedTest
    @CsvSource({"ed25519, 256", "rsa, 2048", "rsa, 4096", "ecdsa, 256", "ecdsa, 384", "ecdsa, 521"})
    void load_whenSshKeygenWroteThePair_thenRead(String type, int bits) throws Exception {
        Path file = folder.resolve("key");
        run("-q", "-t", type, "-b", String.valueOf(bits), "-N", "", "-C", "their key", "-f", file.toString());

        SshKeyPair pair = SshKeyPair.load(file);

        assertThat(pair.publicKey())
                .hasToString(Files.readString(Path.of(file + ".pub")).strip());
        assertThat(pair.publicKey()).isEqualTo(SshPublicKey.fromFile(Path.of(file + ".pub")));
        assertThat(run("-l", "-f", file.toString()))
                .startsWith(bits + " " + pair.publicKey().fingerprint() + " their key ");
        Path copy = folder.resolve("copy");
        pair.save(copy);
        assertThat(run("-y", "-f", copy.toString())).isEqualTo(pair.publicKey().toString());
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        return runWithInput(Files.writeString(folder.resolve("no input"), ""), arguments);
    }

    private String runWithInput(Path input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ssh-keygen"));
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Else ssh-keygen shows what is not ASCII in octal.
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as("ssh-keygen has ended")
                .isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8).strip();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
