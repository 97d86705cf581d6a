package io.github.vastsdk.request;

import java.util.Locale;

/** What is spoken at a port. */
public enum PortProtocol {
    /** TCP, the usual one. */
    TCP,
    /** UDP. */
    UDP;

    String suffix() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }
}
