package io.github.vastsdk.internal;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The body of an answer: bytes as received, decoded when read. It can be read any number of times. */
public sealed class Payload permits LivePayload {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final List<ByteBuffer> received;
    private final @Nullable String encoding;
    private final long limit;

    /**
     * @param received the bytes from the wire
     * @param encoding the Content-Encoding; null for none
     * @param limit how many decoded bytes may be read
     */
    Payload(List<ByteBuffer> received, @Nullable String encoding, long limit) {
        this.received = received;
        this.encoding = encoding;
        this.limit = limit;
    }

    /** Returns the number of bytes that came over the wire. */
    long wireSize() {
        return received.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    boolean isEmpty() {
        return wireSize() == 0;
    }

    /** Opens the decoded body. Reading past the limit fails with a {@link TooLarge}. */
    InputStream open() throws IOException {
        return decoded(new SequenceInputStream(
                Collections.enumeration(received.stream().map(Payload::stream).toList())));
    }

    /** Decodes the bytes of the wire. */
    final InputStream decoded(InputStream wire) throws IOException {
        if (isEmpty() || encoding == null || encoding.equalsIgnoreCase("identity")) {
            return new Capped(wire, limit);
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return new Capped(new GZIPInputStream(wire, 8192), limit);
        }
        throw new IOException("the answer is encoded as " + encoding + ", which was not asked for");
    }

    /** Reads the whole body, also one that was packed before it was stored, which no header tells. */
    byte[] unpacked() throws IOException {
        byte[] bytes;
        try (InputStream in = open()) {
            bytes = in.readAllBytes();
        }
        if (bytes.length < 2 || (bytes[0] & 0xff) != GZIP_FIRST || (bytes[1] & 0xff) != GZIP_SECOND) {
            return bytes;
        }
        try (InputStream in = new Capped(new GZIPInputStream(new ByteArrayInputStream(bytes), 8192), limit)) {
            return in.readAllBytes();
        }
    }

    /** Reads at most so many decoded bytes; what cannot be decoded is left out. For error bodies and excerpts. */
    byte[] head(int most) {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            return new byte[0]; // an error body that cannot be decoded says no more than its status
        }
    }

    /** How the connection broke while the answer was read; null if it did not. */
    @Nullable
    IOException cut() {
        return null;
    }

    /** Says that a row was read, so that the limit of a row's size starts anew. */
    void rowDone() {}

    /** Gives up what has not been read yet. */
    void close() {}

    private static InputStream stream(ByteBuffer buffer) {
        ByteBuffer view = buffer.duplicate();
        if (view.hasArray()) {
            return new ByteArrayInputStream(view.array(), view.arrayOffset() + view.position(), view.remaining());
        }
        byte[] copy = new byte[view.remaining()];
        view.get(copy);
        return new ByteArrayInputStream(copy);
    }

    /** Thrown when an answer is larger than the client accepts. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("the answer is larger than the limit of " + limit + " bytes");
        }
    }

    private static final class Capped extends FilterInputStream {
        private final long limit;
        private long read;

        Capped(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            if (read > limit) {
                throw new TooLarge(limit);
            }
        }
    }
}
