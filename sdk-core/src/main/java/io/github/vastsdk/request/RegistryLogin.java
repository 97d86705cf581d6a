package io.github.vastsdk.request;

import io.github.vastsdk.Secret;
import java.util.Objects;

/** How a machine signs in to the registry of a private image. The password is never shown. */
public final class RegistryLogin {
    private final String user;
    private final Secret password;
    private final String server;

    private RegistryLogin(String user, Secret password, String server) {
        this.user = user;
        this.password = password;
        this.server = server;
    }

    /**
     * Makes a login.
     *
     * @param user the user's name at the registry
     * @param password a password or, better, an access token that may only read
     * @param server the registry, such as {@code docker.io} or {@code ghcr.io}
     * @return the login
     * @throws IllegalArgumentException if a part is empty or holds white space, at which the service splits the login
     */
    public static RegistryLogin of(String user, Secret password, String server) {
        return new RegistryLogin(
                solid(user, "user"), Secret.of(solid(password.reveal(), "password")), solid(server, "server"));
    }

    private static String solid(String part, String name) {
        if (Objects.requireNonNull(part, name).isEmpty() || part.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("the registry's " + name + " must be a text without blanks");
        }
        return part;
    }

    /**
     * Gives the login as the service takes it.
     *
     * @return {@code -u USER -p PASSWORD SERVER}
     */
    public Secret toFlags() {
        return Secret.of("-u " + user + " -p " + password.reveal() + " " + server);
    }

    String user() {
        return user;
    }

    Secret password() {
        return password;
    }

    String server() {
        return server;
    }

    /** Shows user and server. */
    @Override
    public String toString() {
        return user + "@" + server;
    }
}
