package io.github.vastsdk.ssh;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the fields of SSH's binary encoding (RFC 4251, section 5) and refuses data that ends too early. */
final class WireReader {
    private final ByteBuffer in;

    WireReader(byte[] data) {
        in = ByteBuffer.wrap(data);
    }

    int uint32() {
        if (in.remaining() < Integer.BYTES) {
            throw cutOff();
        }
        return in.getInt();
    }

    byte[] bytes() {
        int length = uint32();
        if (length < 0 || length > in.remaining()) {
            throw cutOff();
        }
        return take(length);
    }

    byte[] bytes(int length) {
        byte[] value = bytes();
        if (value.length != length) {
            throw KeyFormat.refused("a field of its data has the wrong length");
        }
        return value;
    }

    /** A name that the protocol defines; all of them are ASCII. */
    String name() {
        return new String(bytes(), StandardCharsets.US_ASCII);
    }

    /** A positive number in the shortest form, as OpenSSH writes it. */
    BigInteger positive() {
        byte[] value = bytes();
        if (value.length == 0 || value[0] < 0) {
            throw KeyFormat.refused("its data holds a number that is not positive");
        }
        BigInteger number = new BigInteger(value);
        if (number.signum() == 0 || number.toByteArray().length != value.length) {
            throw KeyFormat.refused("its data holds a number that is zero or has needless leading zeros");
        }
        return number;
    }

    /** Everything that is left, without a length in front. */
    byte[] rest() {
        return take(in.remaining());
    }

    void end() {
        if (in.hasRemaining()) {
            throw KeyFormat.refused("there are surplus bytes behind its data");
        }
    }

    private byte[] take(int length) {
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    private static IllegalArgumentException cutOff() {
        return KeyFormat.refused("its data is cut off or damaged");
    }
}
