package io.github.vastsdk.ssh;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the fields of SSH's binary encoding (RFC 4251, section 5). */
final class WireWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WireWriter uint32(int value) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    WireWriter bytes(byte[] value) {
        return uint32(value.length).raw(value);
    }

    WireWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    WireWriter number(BigInteger value) {
        return bytes(value.toByteArray());
    }

    /** Bytes without a length in front. */
    WireWriter raw(byte[] value) {
        out.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
