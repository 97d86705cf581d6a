package io.github.vastsdk.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The keys among the test resources. */
final class TestKeys {
    static final List<String> PAIRS = List.of("ed25519", "rsa1024", "rsa3072", "ecdsa256", "ecdsa384", "ecdsa521");

    private TestKeys() {}

    /** Reads a resource, for example {@code ed25519.pub}. */
    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(TestKeys.class.getResourceAsStream("test_only_" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a private key file as {@code ssh} wants it to be. */
    static Path privateFile(Path folder, String text) {
        try {
            Path file = Files.createTempFile(folder, "key", "");
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists what is in a folder. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
