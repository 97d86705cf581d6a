package io.github.vastsdk.sandbox.internal.http;

import java.time.Duration;

/**
 * How an answer travels, or fails to.
 *
 * @param kind what happens to it
 * @param bytes for {@link Kind#TRUNCATE} and {@link Kind#STALL_BODY}, how many bytes of the body are sent
 * @param headerDelay how long to wait before the first byte
 * @param bodyDelay how long to wait between the headers and the body
 * @param gzip whether to compress the body, asked for or not
 * @param padding how many blanks to add behind the body
 */
public record Delivery(Kind kind, int bytes, Duration headerDelay, Duration bodyDelay, boolean gzip, long padding) {

    /** The ordinary way: all of it, at once. */
    public static final Delivery PLAIN = of(Kind.WHOLE);

    /** What happens to an answer. */
    public enum Kind {
        /** All of it is sent. */
        WHOLE,
        /** All of it is sent, then the connection closes without having said so. */
        CLOSE_AFTER,
        /** The connection is reset before the first byte. */
        RESET,
        /** The connection is reset after the headers. */
        RESET_AFTER_HEADERS,
        /** Fewer bytes than announced are sent, then the connection closes. */
        TRUNCATE,
        /** Nothing is sent until the server closes. */
        STALL,
        /** Fewer bytes than announced are sent, then nothing until the server closes. */
        STALL_BODY
    }

    /** Makes a delivery without any other peculiarity. */
    public static Delivery of(Kind kind) {
        return new Delivery(kind, 0, Duration.ZERO, Duration.ZERO, false, 0);
    }

    /** Gives this delivery as another kind. */
    public Delivery kind(Kind other, int bytesSent) {
        return new Delivery(other, bytesSent, headerDelay, bodyDelay, gzip, padding);
    }

    /** Gives this delivery with other delays. */
    public Delivery delays(Duration header, Duration body) {
        return new Delivery(kind, bytes, header, body, gzip, padding);
    }

    /** Gives this delivery with the body compressed. */
    public Delivery gzipped() {
        return new Delivery(kind, bytes, headerDelay, bodyDelay, true, padding);
    }

    /** Gives this delivery with blanks behind the body. */
    public Delivery padding(long blanks) {
        return new Delivery(kind, bytes, headerDelay, bodyDelay, gzip, blanks);
    }
}
