package io.github.vastsdk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server of raw sockets that answers every request in the same faulty way, and counts what reaches it. It may answer
 * reads as they should be, so that the fault is met only behind them.
 */
public final class FaultServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    /** What the server does with one request that it has read, or with a connection before it reads. */
    public enum Fault {
        LIMIT_JSON(
                reply(429, "application/json", "{\"detail\":\"API requests too frequent endpoint threshold=0.01\"}")),
        LIMIT_TEXT(reply(429, "text/plain", "API requests too frequent: endpoint threshold=0.01")),
        LIMIT_SHORT_TEXT(reply(429, "text/plain", "API requests too frequent")),
        LIMIT_ENVELOPE(reply(
                429,
                "application/json",
                "{\"success\":false,\"error\":\"rate_limit_exceeded\",\"msg\":\"too frequent threshold=0.01\"}")),
        REFUSED(""),
        RESET_AMID_REQUEST(""),
        RESET_AFTER_REQUEST(""),
        CLOSED_AFTER_REQUEST(""),
        STALLED_HEADER(""),
        STALLED_BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"succ"),
        TRUNCATED_BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"succ"),
        BAD_GATEWAY_HTML(reply(502, "text/html", "<html><body>bad gateway</body></html>")),
        UNAVAILABLE_EMPTY(reply(503, "text/plain", "")),
        SERVER_ERROR(reply(500, "application/json", "{\"success\":false,\"error\":\"oops\",\"msg\":\"broken\"}")),
        EMPTY_OK(reply(200, "application/json", "")),
        GARBAGE_OK(reply(200, "application/json", "{{{{")),
        HTML_OK(reply(200, "text/html", "<html>sign in</html>")),
        REFUSAL_OK(reply(200, "application/json", "{\"success\":false,\"error\":\"no_way\",\"msg\":\"no\"}"));

        private final String answer;

        Fault(String answer) {
            this.answer = answer;
        }

        private static String reply(int status, String type, String body) {
            return "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
        }
    }

    private final Fault fault;
    private final @Nullable String read;
    private final ServerSocket listener;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Makes a server that is faulty in all it does. */
    public FaultServer(Fault fault) {
        this(fault, null);
    }

    /**
     * Makes a server that is faulty in all but its reads.
     *
     * @param read what every GET is answered with; null to be faulty there, too
     */
    public FaultServer(Fault fault, @Nullable String read) {
        this.fault = fault;
        this.read = read == null ? null : Fault.reply(200, "application/json", read);
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            if (fault == Fault.REFUSED && read == null) {
                listener.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** How many requests arrived whole, those that were answered well left out. */
    public int requests() {
        return requests.get();
    }

    /** How many requests were cut off before they had arrived whole. */
    public int begun() {
        return begun.get();
    }

    /** How many requests began that were no GET. */
    public int changes() {
        return changes.get();
    }

    /** How many reads were answered well. */
    public int reads() {
        return reads.get();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1);
            boolean reading = isRead(in);
            changes.addAndGet(reading ? 0 : 1);
            if (read != null && reading) {
                answerRead(socket, in, read);
                return;
            }
            if (fault == Fault.RESET_AMID_REQUEST) {
                begun.addAndGet(in.read() < 0 ? 0 : 1);
                socket.setSoLinger(true, 0);
                return;
            }
            if (!readRequest(in)) {
                return;
            }
            requests.incrementAndGet();
            if (fault == Fault.RESET_AFTER_REQUEST) {
                socket.setSoLinger(true, 0);
                return;
            }
            socket.getOutputStream().write(fault.answer.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (fault == Fault.STALLED_HEADER || fault == Fault.STALLED_BODY) {
                closed.await();
            }
        } catch (IOException e) {
            // The client has gone away, as it should from a stalled answer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static boolean isRead(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first == 'G';
    }

    private void answerRead(Socket socket, InputStream in, String answer) throws IOException {
        if (readRequest(in)) {
            reads.incrementAndGet();
            if (fault == Fault.REFUSED) {
                listener.close();
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return in.readNBytes(body).length == body;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
