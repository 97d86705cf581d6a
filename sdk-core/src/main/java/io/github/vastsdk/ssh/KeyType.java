package io.github.vastsdk.ssh;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The key types that OpenSSH accepts, and the structure of the data of each. */
enum KeyType {
    ED25519("ssh-ed25519"),
    RSA("ssh-rsa"),
    ECDSA_256("ecdsa-sha2-nistp256"),
    ECDSA_384("ecdsa-sha2-nistp384"),
    ECDSA_521("ecdsa-sha2-nistp521"),
    SK_ED25519("sk-ssh-ed25519@openssh.com"),
    SK_ECDSA_256("sk-ecdsa-sha2-nistp256@openssh.com");

    static final int ED25519_BYTES = 32;

    private static final int RSA_MIN_BITS = 1024;
    private static final int RSA_MAX_BITS = 16384;

    private final String wireName;

    KeyType(String wireName) {
        this.wireName = wireName;
    }

    static Optional<KeyType> of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(KeyType::wireName).collect(Collectors.joining(", "));
    }

    String wireName() {
        return wireName;
    }

    /** Whether the private half stays in a security key. */
    boolean isHardware() {
        return this == SK_ED25519 || this == SK_ECDSA_256;
    }

    /** Checks all that follows the type name in a public key's data, and tells the key's size in bits. */
    int check(WireReader in) {
        int bits =
                switch (this) {
                    case ED25519, SK_ED25519 -> in.bytes(ED25519_BYTES).length * Byte.SIZE;
                    case RSA -> rsa(in);
                    case ECDSA_256, SK_ECDSA_256 -> ecdsa(in, 256);
                    case ECDSA_384 -> ecdsa(in, 384);
                    case ECDSA_521 -> ecdsa(in, 521);
                };
        if (isHardware() && in.bytes().length == 0) {
            throw KeyFormat.refused("its data names no application, which a security key needs");
        }
        in.end();
        return bits;
    }

    private static int rsa(WireReader in) {
        int exponentBits = in.positive().bitLength();
        int bits = in.positive().bitLength();
        if (bits < RSA_MIN_BITS) {
            throw KeyFormat.refused("it is an RSA key of fewer than 1024 bits, which OpenSSH does not accept");
        }
        if (bits > RSA_MAX_BITS || exponentBits > bits) {
            throw KeyFormat.refused("it is an RSA key with numbers larger than OpenSSH accepts");
        }
        return bits;
    }

    private static int ecdsa(WireReader in, int bits) {
        if (!in.name().equals("nistp" + bits)) {
            throw KeyFormat.refused("the curve in its data is not the one that its type names");
        }
        int coordinateBytes = (bits + Byte.SIZE - 1) / Byte.SIZE;
        byte[] point = in.bytes(1 + 2 * coordinateBytes);
        if (point[0] != 4) {
            throw KeyFormat.refused("the point in its data is not in uncompressed form");
        }
        return bits;
    }
}
