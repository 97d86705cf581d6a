package io.github.vastsdk.model;

import org.jspecify.annotations.Nullable;

/**
 * A port of a container and the address that the world reaches it at.
 *
 * @param containerPort the port inside the container
 * @param protocol {@code tcp} or {@code udp}
 * @param host the public address; null while the instance has none
 * @param hostPort the public port
 */
public record PortMapping(int containerPort, String protocol, @Nullable String host, int hostPort) {
    /** Returns a text such as {@code 8080/tcp → 192.0.2.45:40123}. */
    @Override
    public String toString() {
        return containerPort + "/" + protocol + " → " + host + ":" + hostPort;
    }
}
