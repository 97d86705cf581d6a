package io.github.vastsdk.sandbox.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Draws ids, keys and other made-up facts; the same seed gives the same ones. */
final class Ids {
    private static final String KEY_TYPE = "ssh-ed25519";

    private final Random random;
    private long next;

    Ids(long seed) {
        this.random = new Random(seed);
        this.next = 400_000L + random.nextInt(100_000);
    }

    /** Gives a number that was not given before. */
    long id() {
        next += 1L + random.nextInt(37);
        return next;
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Gives a number with four decimals. */
    double real(double low, double high) {
        return Math.round((low + random.nextDouble() * (high - low)) * 1e4) / 1e4;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Gives as many random hexadecimal digits as asked for, an even number. */
    String hex(int digits) {
        return HexFormat.of().formatHex(bytes(digits / 2));
    }

    /** Gives a well-formed public key to which no private key is known. */
    String sshPublicKey(String comment) {
        byte[] type = KEY_TYPE.getBytes(StandardCharsets.US_ASCII);
        byte[] blob = ByteBuffer.allocate(4 + type.length + 4 + 32)
                .putInt(type.length)
                .put(type)
                .putInt(32)
                .put(bytes(32))
                .array();
        return KEY_TYPE + " " + Base64.getEncoder().encodeToString(blob) + " " + comment;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
