package io.github.vastsdk.internal;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that is still arriving. It is decoded while it is read, once; only its beginning is kept, for
 * the exceptions that show it. However long the answer, the memory it takes is bounded by its largest row.
 */
final class LivePayload extends Payload {
    private static final int KEPT = 64 * 1024;
    private static final int LARGEST_ROW = 8 * 1024 * 1024;

    private final InputStream body;
    private final Wire wire;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private @Nullable InputStream open;
    private long sinceRow;

    /**
     * @param body the bytes from the wire; other threads may close it
     * @param encoding the Content-Encoding; null for none
     * @param limit how many decoded bytes may be read
     */
    LivePayload(InputStream body, @Nullable String encoding, long limit) {
        super(List.of(), encoding, limit);
        this.body = body;
        this.wire = new Wire(body);
    }

    @Override
    long wireSize() {
        return wire.size;
    }

    @Override
    boolean isEmpty() {
        try {
            return wire.isEmpty();
        } catch (IOException e) {
            return wire.size == 0;
        }
    }

    @Override
    InputStream open() throws IOException {
        if (open != null) {
            throw new IOException("an answer that is read while it arrives can be read only once");
        }
        InputStream opened = new Rowwise(decoded(wire));
        open = opened;
        return opened;
    }

    @Override
    byte[] head(int most) {
        byte[] next = new byte[1024];
        try {
            InputStream in = open == null ? open() : open;
            while (beginning.size() < Math.min(most, KEPT) && in.read(next, 0, next.length) >= 0) {
                sinceRow = 0;
            }
        } catch (IOException e) {
            // What has arrived must do.
        }
        byte[] kept = beginning.toByteArray();
        return kept.length <= most ? kept : Arrays.copyOf(kept, most);
    }

    @Override
    @Nullable
    IOException cut() {
        return wire.failure;
    }

    @Override
    void rowDone() {
        sinceRow = 0;
    }

    @Override
    void close() {
        try {
            body.close();
        } catch (IOException e) {
            // It is given up anyway.
        }
    }

    /** Keeps the beginning and limits the rows. Closing it does nothing: the answer is closed by whoever received it. */
    private final class Rowwise extends FilterInputStream {
        Rowwise(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n > 0) {
                beginning.write(into, offset, Math.min(n, KEPT - beginning.size()));
                sinceRow += n;
                if (sinceRow > LARGEST_ROW) {
                    throw new TooLarge(LARGEST_ROW);
                }
            }
            return n;
        }

        @Override
        public void close() {}
    }

    /** Counts what arrives, and remembers how it broke off. */
    private static final class Wire extends PushbackInputStream {
        private long size;
        private @Nullable IOException failure;

        Wire(InputStream in) {
            super(in, 1);
        }

        boolean isEmpty() throws IOException {
            if (size > 0) {
                return false;
            }
            int first = read();
            if (first >= 0) {
                unread(first);
                size = 0;
            }
            return first < 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int n = super.read(into, offset, length);
                size += Math.max(n, 0);
                return n;
            } catch (IOException e) {
                // The JDK says "closed" and, as the cause, why.
                failure = e.getCause() instanceof IOException cause ? cause : e;
                throw e;
            }
        }
    }

    /** Reads an answer that is still arriving: that waits for the network, and for whoever takes the rows. */
    static void onOwnThread(Runnable reading) {
        Thread thread = new Thread(reading, "vast-sdk-scan");
        thread.setDaemon(true);
        thread.start();
    }
}
