package io.github.vastsdk.ssh;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenSSH's own format for private keys ({@code openssh-key-v1}), without a passphrase. */
final class OpenSshPrivateKey {
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final Pattern FRAME = Pattern.compile(BEGIN + "\\r?\\n(.*)\\n" + END, Pattern.DOTALL);
    private static final String NONE = "none";

    /** The block size of the cipher "none": the secret part is padded to a multiple of it. */
    private static final int BLOCK = 8;

    private static final int COLUMNS = 70;

    private OpenSshPrivateKey() {}

    static byte[] ed25519Blob(byte[] point) {
        return new WireWriter().text(KeyType.ED25519.wireName()).bytes(point).toBytes();
    }

    /**
     * Writes an Ed25519 key.
     *
     * @param check any number; it stands twice in the file, so that a wrong passphrase would show
     */
    static String encodeEd25519(byte[] seed, byte[] point, String comment, int check) {
        byte[] publicBlob = ed25519Blob(point);
        byte[] secretPart = new WireWriter()
                .uint32(check)
                .uint32(check)
                .raw(publicBlob)
                .bytes(new WireWriter().raw(seed).raw(point).toBytes())
                .text(comment)
                .toBytes();
        int padding = (BLOCK - secretPart.length % BLOCK) % BLOCK;
        byte[] container = new WireWriter()
                .raw(MAGIC)
                .text(NONE)
                .text(NONE)
                .text("")
                .uint32(1)
                .bytes(publicBlob)
                .bytes(new WireWriter().raw(secretPart).raw(padding(padding)).toBytes())
                .toBytes();
        String base64 = Base64.getEncoder().encodeToString(container);
        return BEGIN + "\n" + base64.replaceAll("(.{" + COLUMNS + "})(?=.)", "$1\n") + "\n" + END + "\n";
    }

    /** Reads a private key's text, checks that its halves belong together, and gives the public half. */
    static SshPublicKey publicHalf(String text) {
        WireReader container = new WireReader(container(text));
        String cipher = container.name();
        String kdf = container.name();
        if (!cipher.equals(NONE) || !kdf.equals(NONE)) {
            throw KeyFormat.refused("it is protected by a passphrase, which is not supported; use one without");
        }
        container.bytes(0);
        if (container.uint32() != 1) {
            throw KeyFormat.refused("it holds more than one private key");
        }
        byte[] publicBlob = container.bytes();
        WireReader secretPart = new WireReader(container.bytes());
        container.end();

        SshPublicKey publicKey = SshPublicKey.of(publicBlob, "");
        if (publicKey.keyType().isHardware()) {
            throw KeyFormat.refused("its private half stays in a security key, which is not supported");
        }
        int check = secretPart.uint32();
        if (secretPart.uint32() != check) {
            throw KeyFormat.refused("its check numbers differ; the file is damaged");
        }
        checkSecrets(publicKey, secretPart);
        String comment = utf8(secretPart.bytes());
        byte[] padding = secretPart.rest();
        requireConsistent(Arrays.equals(padding, padding(padding.length)));
        return SshPublicKey.of(publicBlob, comment);
    }

    /** Reads the secret numbers, up to the comment, and checks them against the public key. */
    private static void checkSecrets(SshPublicKey publicKey, WireReader in) {
        WireWriter blob = new WireWriter().text(in.name());
        switch (publicKey.keyType()) {
            case ED25519 -> {
                byte[] point = in.bytes(KeyType.ED25519_BYTES);
                byte[] seedAndPoint = in.bytes(2 * KeyType.ED25519_BYTES);
                byte[] seed = Arrays.copyOf(seedAndPoint, KeyType.ED25519_BYTES);
                byte[] pointAgain = Arrays.copyOfRange(seedAndPoint, KeyType.ED25519_BYTES, seedAndPoint.length);
                requireConsistent(publicKey.hasBlob(blob.bytes(point).toBytes()) && Arrays.equals(point, pointAgain));
                KeyHalves.checkEd25519(seed, point);
            }
            case RSA -> {
                BigInteger modulus = in.positive();
                BigInteger publicExponent = in.positive();
                BigInteger privateExponent = in.positive();
                BigInteger inverseOfQ = in.positive();
                BigInteger p = in.positive();
                BigInteger q = in.positive();
                requireConsistent(publicKey.hasBlob(
                                blob.number(publicExponent).number(modulus).toBytes())
                        && p.multiply(q).equals(modulus)
                        && inverseOfQ.multiply(q).mod(p).equals(BigInteger.ONE));
                KeyHalves.checkRsa(modulus, publicExponent, privateExponent);
            }
            default -> {
                String curve = in.name();
                byte[] point = in.bytes();
                BigInteger secret = in.positive();
                requireConsistent(
                        publicKey.hasBlob(blob.text(curve).bytes(point).toBytes()));
                KeyHalves.checkEcdsa(publicKey.bits(), point, secret);
            }
        }
    }

    private static void requireConsistent(boolean consistent) {
        if (!consistent) {
            throw KeyFormat.refused("its parts do not belong together; the file is damaged or was put together");
        }
    }

    private static byte[] container(String text) {
        Matcher frame = FRAME.matcher(text.strip());
        if (!frame.matches()) {
            throw refusedFrame(text);
        }
        byte[] data;
        try {
            data = Base64.getDecoder().decode(frame.group(1).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            // Not kept as the cause: its message tells characters of the key.
            throw KeyFormat.refused("its base64 text is damaged or cut off");
        }
        if (data.length < MAGIC.length || !Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw KeyFormat.refused("it does not start as an OpenSSH private key must");
        }
        return Arrays.copyOfRange(data, MAGIC.length, data.length);
    }

    private static IllegalArgumentException refusedFrame(String text) {
        KeyFormat format = KeyFormat.of(text.strip());
        if (format == KeyFormat.OPENSSH_PRIVATE) {
            return KeyFormat.refused("it is an OpenSSH private key whose first or last line is damaged or cut off");
        }
        if (format == KeyFormat.PEM_PRIVATE) {
            return KeyFormat.refused(
                    "it is a private key in PEM format; ssh-keygen -p -f FILE rewrites it as OpenSSH's");
        }
        return KeyFormat.refused(
                format == null
                        ? "it is not an OpenSSH private key"
                        : "it is " + format.description() + ", not an OpenSSH private key");
    }

    private static byte[] padding(int length) {
        byte[] padding = new byte[length];
        for (int i = 0; i < length; i++) {
            padding[i] = (byte) (i + 1);
        }
        return padding;
    }

    private static String utf8(byte[] comment) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(comment))
                    .toString();
        } catch (CharacterCodingException e) {
            throw KeyFormat.refused("its comment is not UTF-8 text; ssh-keygen -c -f FILE changes it");
        }
    }
}
