package io.github.vastsdk.sandbox.internal.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Serves one connection, request after request. */
final class Connection implements Runnable {
    private static final int DRAIN_MILLIS = 1_000;

    private final Socket socket;
    private final Function<Request, Outcome> handler;
    private final CountDownLatch closed;

    /**
     * Makes a connection.
     *
     * @param socket the accepted socket
     * @param handler decides what to answer
     * @param closed opened when the server closes, so that stalls and delays end
     */
    Connection(Socket socket, Function<Request, Outcome> handler, CountDownLatch closed) {
        this.socket = socket;
        this.handler = handler;
        this.closed = closed;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
            RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()), out);
            boolean open = true;
            while (open) {
                open = serve(reader, out);
            }
        } catch (IOException e) {
            // The peer has gone or the server closes: there is nobody left to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean serve(RequestReader reader, OutputStream out) throws IOException, InterruptedException {
        Request request;
        try {
            request = reader.read();
        } catch (BadRequestException e) {
            refuse(e, out);
            return false;
        }
        if (request == null) {
            return false;
        }
        Outcome outcome = decide(request);
        return deliver(new AnswerWriter(request, outcome), outcome.delivery(), out) && request.keepAlive();
    }

    private void refuse(BadRequestException e, OutputStream out) throws IOException {
        Request unread = new Request("?", "/", null, Map.of(), "", false);
        Answer answer = Answer.of(e.status(), "text/plain", e.getMessage() + "\n");
        AnswerWriter writer = new AnswerWriter(unread, new Outcome(answer, Delivery.PLAIN));
        writer.writeHead(out);
        writer.writeBody(out);
        // To close with bytes unread would be a reset, which may overtake the answer.
        socket.shutdownOutput();
        socket.setSoTimeout(DRAIN_MILLIS);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private Outcome decide(Request request) {
        try {
            return handler.apply(request);
        } catch (RuntimeException e) {
            // A defect of the simulation must be seen by the test that met it, not vanish with a thread.
            String text = "the sandbox failed on " + request.method() + " " + request.path() + ": " + e;
            return new Outcome(Answer.of(500, "text/plain", text), Delivery.PLAIN);
        }
    }

    private boolean deliver(AnswerWriter writer, Delivery delivery, OutputStream out)
            throws IOException, InterruptedException {
        pause(delivery.headerDelay());
        switch (delivery.kind()) {
            case RESET -> reset();
            case STALL -> closed.await();
            case RESET_AFTER_HEADERS -> {
                writer.writeHead(out);
                out.flush();
                reset();
            }
            case TRUNCATE -> {
                writer.writeHead(out);
                writer.writeBodyPart(out, delivery.bytes());
            }
            case STALL_BODY -> {
                writer.writeHead(out);
                writer.writeBodyPart(out, delivery.bytes());
                closed.await();
            }
            case WHOLE, CLOSE_AFTER -> {
                writer.writeHead(out);
                if (!delivery.bodyDelay().isZero()) {
                    out.flush();
                    pause(delivery.bodyDelay());
                }
                writer.writeBody(out);
            }
        }
        return delivery.kind() == Delivery.Kind.WHOLE;
    }

    private void reset() throws IOException {
        // Lingering for no time makes the close a reset.
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void pause(Duration delay) throws IOException, InterruptedException {
        if (!delay.isZero() && closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("the server closed during a delay");
        }
    }
}
