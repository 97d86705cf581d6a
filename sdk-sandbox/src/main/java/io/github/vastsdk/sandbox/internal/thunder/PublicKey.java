package io.github.vastsdk.sandbox.internal.thunder;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An SSH public key as one line.
 *
 * @param line the line, without blanks around it
 * @param type the type at its beginning
 * @param material the Base64 text behind the type
 */
record PublicKey(String line, String type, String material) {
    private static final Pattern FORM = Pattern.compile("(ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp(?:256|384|521)"
            + "|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) ([A-Za-z0-9+/]{16,}={0,2})( [^\\r\\n]*)?");

    /** Reads a line; null when it is no public key. */
    static @Nullable PublicKey read(String text) {
        Matcher parts = FORM.matcher(text.strip());
        return parts.matches() && parts.group(2).length() % 4 == 0
                ? new PublicKey(parts.group(), parts.group(1), parts.group(2))
                : null;
    }

    /** Reads a line that a request brings, and refuses the request when it is no public key. */
    static PublicKey require(String text) {
        PublicKey key = read(text);
        if (key == null) {
            throw Refusal.invalid("public_key is not an SSH public key");
        }
        return key;
    }

    /** Says whether a line holds the same key, whatever its comment. */
    boolean isSame(String otherLine) {
        PublicKey other = read(otherLine);
        return other != null && other.type.equals(type) && other.material.equals(material);
    }

    /** Gives the SHA-256 fingerprint as OpenSSH shows it. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(material));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
