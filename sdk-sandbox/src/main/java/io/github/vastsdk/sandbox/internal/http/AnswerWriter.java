package io.github.vastsdk.sandbox.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Puts one answer into bytes and sends as much of it as is asked for. */
final class AnswerWriter {
    private static final int BLOCK = 64 * 1024;

    private final byte[] head;
    private final byte[] body;
    private final long padding;

    AnswerWriter(Request request, Outcome outcome) throws IOException {
        Answer answer = outcome.answer();
        Delivery delivery = outcome.delivery();
        // These have no body, whatever the handler says.
        boolean bodyless = answer.status() == 204 || answer.status() == 304;
        byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
        byte[] all = delivery.gzip() ? gzip(text, delivery.padding()) : text;
        long blanks = delivery.gzip() ? 0 : delivery.padding();

        StringBuilder lines = new StringBuilder(256);
        lines.append("HTTP/1.1 ").append(answer.status()).append(' ').append(reason(answer.status()));
        answer.headers()
                .forEach((name, value) ->
                        lines.append("\r\n").append(name).append(": ").append(value));
        if (!bodyless) {
            lines.append("\r\nContent-Length: ").append(all.length + blanks);
        }
        if (delivery.gzip()) {
            lines.append("\r\nContent-Encoding: gzip");
        }
        lines.append("\r\nConnection: ").append(request.keepAlive() ? "keep-alive" : "close");
        this.head = lines.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
        boolean silent = bodyless || request.method().equals("HEAD");
        this.body = silent ? new byte[0] : all;
        this.padding = silent ? 0 : blanks;
    }

    void writeHead(OutputStream out) throws IOException {
        out.write(head);
    }

    void writeBody(OutputStream out) throws IOException {
        out.write(body);
        byte[] blanks = blanks();
        for (long left = padding; left > 0; left -= blanks.length) {
            out.write(blanks, 0, (int) Math.min(left, blanks.length));
        }
        out.flush();
    }

    void writeBodyPart(OutputStream out, int bytes) throws IOException {
        // Never all of it: a part that is the whole would be no fault.
        out.write(body, 0, Math.max(0, Math.min(bytes, body.length - 1)));
        out.flush();
    }

    private static byte[] gzip(byte[] text, long padding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
            byte[] blanks = blanks();
            for (long left = padding; left > 0; left -= blanks.length) {
                gzip.write(blanks, 0, (int) Math.min(left, blanks.length));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] blanks() {
        byte[] blanks = new byte[BLOCK];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 410 -> "Gone";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status";
        };
    }
}
