package io.github.vastsdk.sandbox.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads requests from one connection. */
final class RequestReader {
    static final int MAX_HEAD = 64 * 1024;
    static final int MAX_BODY = 16 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private int headBytes;

    /**
     * Makes a reader.
     *
     * @param in where the bytes come from, buffered
     * @param out where to say that the body may be sent
     */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Reads the next request; null when the peer closed the connection between two requests. */
    @Nullable
    Request read() throws IOException {
        headBytes = 0;
        String line = readLine();
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new BadRequestException(400, "not an HTTP/1.1 request line");
        }
        URI target = target(parts[1]);
        Map<String, List<String>> headers = readHeaders();
        boolean close = parts[2].equals("HTTP/1.0") || has(headers, "Connection", "close");
        String path = target.getRawPath();
        String body = new String(readBody(headers), StandardCharsets.UTF_8);
        return new Request(parts[0], path.isEmpty() ? "/" : path, target.getRawQuery(), headers, body, !close);
    }

    private static URI target(String text) throws BadRequestException {
        // A path that starts with two slashes would be read as a host.
        if (text.startsWith("//")) {
            throw new BadRequestException(400, "the path starts with two slashes");
        }
        try {
            URI uri = new URI(text);
            if (uri.getRawPath() == null) {
                throw new BadRequestException(400, "the request target has no path");
            }
            return uri;
        } catch (java.net.URISyntaxException e) {
            throw new BadRequestException(400, "the request target is not a URI");
        }
    }

    private Map<String, List<String>> readHeaders() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = requireLine(); !line.isEmpty(); line = requireLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new BadRequestException(400, "a header without a name");
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(headers);
    }

    private static boolean has(Map<String, List<String>> headers, String name, String value) {
        return headers.getOrDefault(name, List.of()).stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .anyMatch(text -> text.strip().equalsIgnoreCase(value));
    }

    private byte[] readBody(Map<String, List<String>> headers) throws IOException {
        boolean chunked = has(headers, "Transfer-Encoding", "chunked");
        List<String> lengths = headers.getOrDefault("Content-Length", List.of());
        if (!chunked && lengths.isEmpty()) {
            return new byte[0];
        }
        if (has(headers, "Expect", "100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return chunked ? readChunks() : readExactly(size(lengths.get(0), 10));
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = requireLine();
            int extension = line.indexOf(';');
            int size = size((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
            if (size == 0) {
                break;
            }
            if (body.size() > MAX_BODY - size) {
                throw new BadRequestException(413, "the body is too long");
            }
            body.write(readExactly(size));
            if (!requireLine().isEmpty()) {
                throw new BadRequestException(400, "a chunk is longer than it says");
            }
        }
        readHeaders();
        return body.toByteArray();
    }

    private static int size(String text, int radix) throws BadRequestException {
        long size;
        try {
            size = Long.parseLong(text, radix);
        } catch (NumberFormatException e) {
            throw new BadRequestException(400, "a length that is no number");
        }
        if (size < 0) {
            throw new BadRequestException(400, "a negative length");
        }
        if (size > MAX_BODY) {
            throw new BadRequestException(413, "the body is too long");
        }
        return (int) size;
    }

    private byte[] readExactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the body ended early");
        }
        return bytes;
    }

    private String requireLine() throws IOException {
        String line = readLine();
        if (line == null) {
            throw new EOFException("the request ended early");
        }
        return line;
    }

    private @Nullable String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("a line ended early");
            }
            if (++headBytes > MAX_HEAD) {
                throw new BadRequestException(431, "the headers are too long");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
