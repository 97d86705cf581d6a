package io.github.vastsdk.ssh;

import io.github.vastsdk.internal.files.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * An SSH public key, checked for structure: {@code ssh-ed25519}, {@code ssh-rsa} (1024 bits or more),
 * {@code ecdsa-sha2-nistp256}, {@code -nistp384}, {@code -nistp521}, {@code sk-ssh-ed25519@openssh.com} or
 * {@code sk-ecdsa-sha2-nistp256@openssh.com}.
 *
 * <p>Two keys are equal when their type and key data are; the comment is only a label and does not count.
 */
public final class SshPublicKey {
    private final KeyType type;
    private final byte[] blob;
    private final int bits;
    private final String comment;

    private SshPublicKey(KeyType type, byte[] blob, int bits, String comment) {
        this.type = type;
        this.blob = blob;
        this.bits = bits;
        this.comment = comment;
    }

    /**
     * Reads one OpenSSH public key line: type, base64 text and, optionally, a comment. White space around it, a
     * trailing newline included, is dropped.
     *
     * @param text the line, as in a {@code .pub} file
     * @return the key
     * @throws IllegalArgumentException if the text is something else (a private key, several lines, a certificate, a
     *     file's path, a key in another format, a damaged key …); the message says what it is and never repeats it
     */
    public static SshPublicKey parse(String text) {
        PublicKeyLine line = PublicKeyLine.parse(Objects.requireNonNull(text, "text"));
        SshPublicKey key = of(line.blob(), line.comment());
        if (key.type != line.type()) {
            throw KeyFormat.refused("the type in front is not the type that its data names");
        }
        return key;
    }

    /**
     * Reads a public key file, such as {@code ~/.ssh/id_ed25519.pub}. Symbolic links are followed.
     *
     * @param file the file, with one key in one line; at most 16 KB
     * @return the key
     * @throws IllegalArgumentException if the file's content is not one public key, as for {@link #parse(String)}; the
     *     message names the file
     * @throws UncheckedIOException if the file is missing, unreadable, larger than 16 KB, or not a regular file
     */
    public static SshPublicKey fromFile(Path file) {
        try {
            return parse(SecretFiles.read(Objects.requireNonNull(file, "file")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the public key file: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Checks key data and a comment from whatever source. */
    static SshPublicKey of(byte[] blob, String comment) {
        WireReader in = new WireReader(blob);
        KeyType type = KeyType.of(in.name())
                .orElseThrow(() -> KeyFormat.refused("its data names no supported type (" + KeyType.names() + ")"));
        return new SshPublicKey(type, blob, type.check(in), PublicKeyLine.checkComment(comment));
    }

    /**
     * Tells the key's type as OpenSSH names it, for example {@code ssh-ed25519}.
     *
     * @return the type
     */
    public String type() {
        return type.wireName();
    }

    /**
     * Tells the comment, the free text behind the key.
     *
     * @return the comment; empty if there is none
     */
    public String comment() {
        return comment;
    }

    /**
     * Tells the size of the key as {@code ssh-keygen -l} does: 256 for Ed25519, the length of the modulus for RSA, the
     * size of the curve for ECDSA.
     *
     * @return the size in bits
     */
    public int bits() {
        return bits;
    }

    /**
     * Computes the fingerprint as {@code ssh-keygen -l} prints it: {@code SHA256:} and 43 base64 characters.
     *
     * @return the fingerprint
     */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime must offer SHA-256; this one does not", e);
        }
    }

    KeyType keyType() {
        return type;
    }

    boolean hasBlob(byte[] other) {
        return Arrays.equals(blob, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SshPublicKey key && key.hasBlob(blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }

    /** Returns the key as one line, without a newline: type, base64 text and the comment, if there is one. */
    @Override
    public String toString() {
        String line = type() + " " + Base64.getEncoder().encodeToString(blob);
        return comment.isEmpty() ? line : line + " " + comment;
    }
}
