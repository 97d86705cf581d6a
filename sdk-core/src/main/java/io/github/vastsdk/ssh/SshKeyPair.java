package io.github.vastsdk.ssh;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.files.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/**
 * An SSH key pair without a passphrase, in OpenSSH's format. The private half is a {@link Secret}: it shows in no
 * {@link #toString()} and in no exception.
 *
 * <p>Files are accessible to their owner alone: mode 0600 in a folder that is created with 0700 if it is missing. On a
 * file system without POSIX permissions an access control list does the same, as far as the file system knows such
 * lists.
 */
public final class SshKeyPair {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final SshPublicKey publicKey;
    private final Secret privateKey;

    private SshKeyPair(SshPublicKey publicKey, Secret privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /**
     * Generates an Ed25519 key pair, as {@code ssh-keygen -t ed25519} does.
     *
     * @param comment a label, often {@code user@host}; may be empty. White space around it is dropped.
     * @return the pair, which exists in memory only until it is saved
     * @throws IllegalArgumentException if the comment contains a control character, a line break for example
     */
    public static SshKeyPair generateEd25519(String comment) {
        String label = PublicKeyLine.checkComment(Objects.requireNonNull(comment, "comment"));
        KeyPair generated;
        try {
            generated = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks Ed25519 (module jdk.crypto.ec)", e);
        }
        byte[] encoded = generated.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - KeyType.ED25519_BYTES, encoded.length);
        byte[] seed = ((EdECPrivateKey) generated.getPrivate()).getBytes().orElseThrow();
        int check = new SecureRandom().nextInt();
        return new SshKeyPair(
                SshPublicKey.of(OpenSshPrivateKey.ed25519Blob(point), label),
                Secret.of(OpenSshPrivateKey.encodeEd25519(seed, point, label, check)));
    }

    /**
     * Loads a pair from its private key file, which holds the public half, too. It must be in OpenSSH's own format,
     * of type Ed25519, RSA or ECDSA, and not protected by a passphrase. The comment is the one in that file; a
     * {@code .pub} file beside it is not read. Symbolic links are followed.
     *
     * <p>As {@code ssh} does, this refuses a private key that others than its owner can access, where the file system
     * has POSIX permissions.
     *
     * @param privateFile the private key file, such as {@code ~/.ssh/id_ed25519}
     * @return the pair; {@link #privateKey()} is the text of the file as it is
     * @throws IllegalArgumentException if the file's content is not such a private key (a public key, protected by a
     *     passphrase, damaged, halves that do not belong together …), or if others than its owner can access it
     * @throws UncheckedIOException if the file is missing, unreadable, larger than 16 KB, or not a regular file
     */
    public static SshKeyPair load(Path privateFile) {
        try {
            String text = SecretFiles.read(Objects.requireNonNull(privateFile, "privateFile"));
            if (isAccessibleToOthers(privateFile)) {
                throw KeyFormat.refused("others than its owner can access it; chmod 600 makes it safe");
            }
            return new SshKeyPair(OpenSshPrivateKey.publicHalf(text), Secret.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the private key file: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(privateFile + ": " + e.getMessage(), e);
        }
    }

    /**
     * Tells the public half.
     *
     * @return the public key, with the pair's comment
     */
    public SshPublicKey publicKey() {
        return publicKey;
    }

    /**
     * Gives the private half.
     *
     * @return the text of an OpenSSH private key file, without a passphrase
     */
    public Secret privateKey() {
        return privateKey;
    }

    /**
     * Saves the pair as two files: the private key, and the public key beside it with {@code .pub} behind its name.
     * Each appears in full or not at all. Nothing is ever overwritten: if there is something at either name, even a
     * symbolic link, both stay as they are.
     *
     * @param privateFile where the private key goes, such as {@code ~/.ssh/id_ed25519}
     * @throws UncheckedIOException if one of the files exists (the cause is a {@link FileAlreadyExistsException}) or
     *     cannot be written; then neither is written
     */
    public void save(Path privateFile) {
        try {
            new KeyPairFiles(privateFile).create(this);
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException(
                    "Nothing was saved, because " + e.getFile() + " exists; saveWithBackup would rename it", e);
        } catch (IOException e) {
            throw notSaved(e);
        }
    }

    /**
     * Saves the pair as {@link #save(Path)} does, after renaming what is there: {@code id_ed25519} becomes
     * {@code id_ed25519.backup_1700000000}, and {@code id_ed25519.pub} becomes {@code id_ed25519.pub.backup_1700000000}.
     * The number is the time in seconds since 1970, or the next one that is free. Files are renamed only when the new
     * pair is on the disk, and get their names back if it cannot take them.
     *
     * @param privateFile where the private key goes, such as {@code ~/.ssh/id_ed25519}
     * @throws UncheckedIOException if the pair cannot be written. If an old file could not get its name back, a
     *     suppressed exception of the cause tells the name that it has.
     */
    public void saveWithBackup(Path privateFile) {
        saveWithBackup(privateFile, Clock.systemUTC());
    }

    void saveWithBackup(Path privateFile, Clock clock) {
        try {
            new KeyPairFiles(privateFile).createWithBackup(this, clock);
        } catch (IOException e) {
            throw notSaved(e);
        }
    }

    private static UncheckedIOException notSaved(IOException e) {
        return new UncheckedIOException("Saving the key pair failed: " + e, e);
    }

    private static boolean isAccessibleToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && !Collections.disjoint(view.readAttributes().permissions(), OTHERS);
    }

    /** Shows the type, the fingerprint and the comment; nothing of the private half. */
    @Override
    public String toString() {
        return "SshKeyPair[" + publicKey.type() + " " + publicKey.fingerprint() + " " + publicKey.comment() + "]";
    }
}
