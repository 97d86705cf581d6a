package io.github.vastsdk.sandbox.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Accepts connections on a free port of 127.0.0.1 and serves each on a daemon thread. */
public final class HttpListener implements AutoCloseable {
    private final ServerSocket server;
    private final Function<Request, Outcome> handler;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private HttpListener(ServerSocket server, Function<Request, Outcome> handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * Starts to listen.
     *
     * @param handler decides what to answer; called from several threads at once
     * @return the running listener
     * @throws IOException if no port can be had
     */
    public static HttpListener start(Function<Request, Outcome> handler) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpListener listener = new HttpListener(new ServerSocket(0, 128, loopback), handler);
        listener.startDaemon("accept", listener::accept);
        return listener;
    }

    /** Gives the address to send requests to. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                if (closed.getCount() == 0) {
                    // Accepted while closing: too late for close() to have seen it.
                    close(socket);
                    return;
                }
                startDaemon(String.valueOf(socket.getPort()), () -> {
                    new Connection(socket, handler, closed).run();
                    sockets.remove(socket);
                });
            }
        } catch (IOException e) {
            // A closed server socket is how this loop is told to end. Should accepting fail for another reason,
            // no request can arrive any more, and clients see a refused connection.
            close();
        }
    }

    private void startDaemon(String name, Runnable task) {
        Thread thread = new Thread(task, "vast-sandbox-" + server.getLocalPort() + "-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        close(server);
        sockets.forEach(HttpListener::close);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more can be done with a socket that cannot be closed.
        }
    }
}
