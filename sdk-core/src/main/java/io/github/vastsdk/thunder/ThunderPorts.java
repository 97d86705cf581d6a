package io.github.vastsdk.thunder;

/** What can be a port that is open to HTTP. */
final class ThunderPorts {
    private static final int MAX_PORT = 65_535;
    private static final int SSH_PORT = 22;

    private ThunderPorts() {}

    static int check(int port) {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("a port must be from 1 to 65535: " + port);
        }
        if (port == SSH_PORT) {
            throw new IllegalArgumentException("port 22 is for SSH and cannot be opened to HTTP");
        }
        return port;
    }
}
