package io.github.vastsdk.ssh;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An address that an instance's SSH server answers at. Host and user hold no character that a shell or a URI would
 * take for something else, so that {@link #toCommand()} is safe to run.
 *
 * @param kind how the address leads to the instance
 * @param host a host name, or an IPv4 or IPv6 address without brackets
 * @param port the port, 1 to 65535
 * @param user the user to log in as
 */
public record SshEndpoint(Kind kind, String host, int port, String user) {
    /** The user of every instance of Vast.ai. */
    public static final String USER = "root";

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9.:_-]{0,254}");
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
    private static final int MAX_PORT = 65_535;

    /** How an address leads to an instance. */
    public enum Kind {
        /** Straight to a public port of the machine: faster, but some hosts block it. */
        DIRECT,
        /** Through the service's gateway. */
        PROXY
    }

    /**
     * Checks the address.
     *
     * @param kind how the address leads to the instance
     * @param host a host name, or an IPv4 or IPv6 address without brackets
     * @param port the port, 1 to 65535
     * @param user the user to log in as
     * @throws IllegalArgumentException if the host, the port or the user has a form that none can have
     */
    public SshEndpoint {
        Objects.requireNonNull(kind, "kind");
        if (!isValid(host, port)) {
            throw new IllegalArgumentException("not a host and port: " + host + ":" + port);
        }
        if (!USER_NAME.matcher(user).matches()) {
            throw new IllegalArgumentException("not a user name: " + user);
        }
    }

    /**
     * Tells whether a host and port can form an address.
     *
     * @param host the host name or address
     * @param port the port
     * @return false if either has a form that none can have
     */
    public static boolean isValid(String host, int port) {
        return HOST.matcher(host).matches() && port >= 1 && port <= MAX_PORT;
    }

    /**
     * Gives the command for a terminal.
     *
     * @return such as {@code ssh -p 20000 root@192.0.2.45}
     */
    public String toCommand() {
        return "ssh -p " + port + " " + user + "@" + host;
    }

    /**
     * Gives the address as a URI.
     *
     * @return such as {@code ssh://root@192.0.2.45:20000}
     */
    public URI toUri() {
        return URI.create("ssh://" + user + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Returns the kind and the URI. */
    @Override
    public String toString() {
        return kind + " " + toUri();
    }
}
