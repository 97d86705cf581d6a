package io.github.vastsdk.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address from an answer, at which this machine is to fetch something. Whoever made the answer up could have this
 * machine ask places that only it can reach, so only https to the public internet is accepted; a service that runs on
 * this machine itself may point to this machine.
 */
final class OutputAddress {
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;
    private static final int SHOWN = 100;

    /**
     * A name of two labels or more, or an address in its usual form. What else the JDK, a proxy or the operating system
     * take for an address, such as a number alone or octal bytes, each may read in another way.
     */
    private static final Pattern PUBLIC_HOST =
            Pattern.compile("\\[.+]|(?:(?:0|[1-9]\\d*)\\.){3}(?:0|[1-9]\\d*)|(?:[^.]+\\.)+[A-Za-z][^.]*\\.?");

    private final URI uri;
    private final boolean localAllowed;
    private final Resolver resolver;

    /** Asks the DNS. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Why an address is not used; the message does not show its path or query. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super("its address " + reason);
        }
    }

    private OutputAddress(URI uri, boolean localAllowed, Resolver resolver) {
        this.uri = uri;
        this.localAllowed = localAllowed;
        this.resolver = resolver;
    }

    /**
     * Checks all that the text itself tells.
     *
     * @param localAllowed whether it may lead to this machine, and then also by http and to any port
     */
    static OutputAddress parse(String text, boolean localAllowed, Resolver resolver) throws Refused {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            // Not kept as the cause: its message repeats the address.
            throw new Refused("is not a valid URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || host.indexOf('%') >= 0) { // a zone means a network of this machine
            throw new Refused("names no valid host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new Refused("contains a user name or password");
        }
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw new Refused("names the port " + uri.getPort() + ", which there is not");
        }
        if (localAllowed && BaseUrl.isLoopback(host) && (scheme.equals("http") || scheme.equals("https"))) {
            return new OutputAddress(uri, true, resolver);
        }
        if (!scheme.equals("https")) {
            throw new Refused("does not start with https://");
        }
        if (uri.getPort() != -1 && uri.getPort() != HTTPS) {
            throw new Refused("names the port " + uri.getPort() + " instead of 443");
        }
        if (!PUBLIC_HOST.matcher(host).matches()) {
            throw new Refused("names no host of the public internet");
        }
        return new OutputAddress(uri, localAllowed, resolver);
    }

    /**
     * Looks up where the host is now. By default the JDK remembers what it found for longer than it takes to connect, so
     * that the connection goes where this looked. Should it go elsewhere all the same, because that memory is switched
     * off or the name changed in this moment, then TLS ends it: what is there has no certificate for this name. A name
     * that is not found is left to the connection, which may lead through a proxy that knows it.
     */
    void checkHost() throws Refused {
        InetAddress refused = firstRefused();
        if (refused != null) {
            throw new Refused("leads to " + shown(uri.getHost()) + " at " + refused.getHostAddress()
                    + ", which is not on the public internet");
        }
    }

    private @Nullable InetAddress firstRefused() {
        try {
            return Stream.of(resolver.resolve(uri.getHost()))
                    .filter(found -> !NetworkAddresses.isPublic(found))
                    .filter(found -> !(localAllowed && found.isLoopbackAddress()))
                    .findFirst()
                    .orElse(null);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    URI uri() {
        return uri;
    }

    private static String shown(String host) {
        return Redactor.line(host, SHOWN);
    }

    /** Shows scheme and host; the query is a credential, and so may be the path. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + shown(uri.getHost());
    }
}
