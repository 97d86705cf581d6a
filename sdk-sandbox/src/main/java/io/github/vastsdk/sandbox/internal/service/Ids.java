package io.github.vastsdk.sandbox.internal.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Draws ids, keys and other made-up facts; the same seed gives the same ones. */
public final class Ids {
    private static final String KEY_TYPE = "ssh-ed25519";

    private final Random random;
    private long next;

    /** Starts to draw. */
    public Ids(long seed) {
        this.random = new Random(seed);
        this.next = 400_000L + random.nextInt(100_000);
    }

    /** Gives a number that was not given before. */
    public long id() {
        next += 1L + random.nextInt(37);
        return next;
    }

    /** Gives a whole number, both ends included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Gives a number with four decimals. */
    public double real(double low, double high) {
        return Math.round((low + random.nextDouble() * (high - low)) * 1e4) / 1e4;
    }

    /** Gives one of several. */
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Gives as many random hexadecimal digits as asked for, an even number. */
    public String hex(int digits) {
        return HexFormat.of().formatHex(bytes(digits / 2));
    }

    /** Gives a UUID in its usual form. */
    public String uuid() {
        String digits = hex(32);
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                "4" + digits.substring(13, 16),
                "a" + digits.substring(17, 20),
                digits.substring(20));
    }

    /** Gives a text in the form of a private key, of which no public key is known. */
    public String privateKey() {
        String body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(bytes(192));
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    /** Gives a well-formed public key to which no private key is known. */
    public String sshPublicKey(String comment) {
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
