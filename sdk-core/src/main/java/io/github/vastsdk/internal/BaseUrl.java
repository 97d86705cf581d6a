package io.github.vastsdk.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the address of a service, and refuses one to which an API key should not be sent. */
final class BaseUrl {
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\." + BYTE + "){3}");
    private static final int MAX_PORT = 65535;

    private BaseUrl() {}

    /**
     * Takes the first address that there is: the given one, the first source's and so on, the service's own.
     *
     * @param allowInsecure whether plain http is accepted for hosts other than this one
     * @throws IllegalArgumentException if the given address is not acceptable
     * @throws IllegalStateException if the address of a source is not acceptable
     */
    static URI resolve(@Nullable String explicit, boolean allowInsecure, List<Source> sources, URI standard) {
        if (explicit != null) {
            return parse(explicit, allowInsecure);
        }
        return Source.first(sources).map(found -> parse(found, allowInsecure)).orElse(standard);
    }

    private static URI parse(Setting found, boolean allowInsecure) {
        try {
            return parse(found.text().reveal(), allowInsecure);
        } catch (IllegalArgumentException e) {
            String source = found.source();
            throw new IllegalStateException(
                    Character.toUpperCase(source.charAt(0)) + source.substring(1) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks an address and drops slashes at its end.
     *
     * @throws IllegalArgumentException if it is not acceptable; the message does not repeat it, for it may hold a
     *     password
     */
    static URI parse(String text, boolean allowInsecure) {
        URI url;
        try {
            url = new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            // Not kept as the cause: its message repeats the address.
            throw refused("is not a valid URL");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused("must start with https://");
        }
        if (url.getRawUserInfo() != null) {
            throw refused("must not contain a user name or password");
        }
        if (url.getHost() == null) {
            throw refused("has no valid host");
        }
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            throw refused("has a port that is not between 1 and 65535");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused("must not contain a query or a fragment");
        }
        if (scheme.equals("http") && !allowInsecure && !isLoopback(url.getHost())) {
            throw refused("must start with https://, because an API key would be readable on the way;"
                    + " plain http is for this computer only, unless it is allowed expressly");
        }
        return url;
    }

    /** Tells whether a host is this machine, without asking the DNS. */
    static boolean isLoopback(String host) {
        if (host.startsWith("[")) {
            return isLoopbackV6(host);
        }
        return host.equalsIgnoreCase("localhost") || LOOPBACK_V4.matcher(host).matches();
    }

    private static boolean isLoopbackV6(String literal) {
        try {
            // An address in brackets is never looked up in the DNS.
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw refused("has no valid host");
        }
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("The base URL " + reason);
    }
}
