package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for a secret that does not give it away. */
public final class Fingerprint {
    private static final int BYTES = 6;

    private Fingerprint() {}

    /** Returns the first digits of the secret's SHA-256. */
    public static String of(Secret secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(secret.reveal().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
