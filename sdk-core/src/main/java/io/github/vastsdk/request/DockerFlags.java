package io.github.vastsdk.request;

import io.github.vastsdk.Secret;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a container gets of {@code docker run}: environment variables, open ports, volumes, the network and the host name.
 * The service takes them as an object when an instance is created, and as text in a template; this class reads and
 * writes both. Immutable; it shows names and flags, never the values of variables.
 */
public final class DockerFlags {
    private static final Pattern PORTS =
            Pattern.compile("(?:(?:[\\d.]+|\\[[\\da-fA-F:.]+]):)?(?:\\d+:)?\\d+(?:/(?:tcp|udp))?");
    private static final Pattern PORT_RANGE = Pattern.compile("[\\d.:\\[\\]]*\\d+-\\d+.*");
    private static final String HOSTNAME = "-h";
    private static final String SET = "1";

    private final Map<String, Secret> env;

    private DockerFlags(Builder builder) {
        this.env = Collections.unmodifiableMap(new LinkedHashMap<>(builder.env));
    }

    /**
     * Starts with nothing set.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads flags as they stand behind {@code docker run}.
     *
     * @param text see {@link Builder#dockerFlags(String)}
     * @return the flags
     * @throws IllegalArgumentException if the text holds anything else than the flags that the service takes
     */
    public static DockerFlags parse(String text) {
        return builder().dockerFlags(text).build();
    }

    /**
     * Gives the flags as the service takes them when an instance is created: variables by their names, other flags as
     * names with the value {@code 1}, such as {@code -p 8080:8080}, and the host name under {@code -h}.
     *
     * @return an unmodifiable map in the order in which they were set
     */
    public Map<String, Secret> env() {
        return env;
    }

    /**
     * Writes the flags as text, the form that templates keep. {@link #parse(String)} and a POSIX shell read it back.
     *
     * @return a text such as {@code -e A=b -p 8080:8080}; a secret, since values of variables stand in it
     */
    public Secret toDockerFlags() {
        return Secret.of(env.entrySet().stream()
                .map(entry -> word(entry.getKey(), entry.getValue().reveal()))
                .collect(Collectors.joining(" ")));
    }

    private static String word(String key, String value) {
        if (key.equals(HOSTNAME)) {
            return key + " " + ShellWords.quote(value);
        }
        return key.startsWith("-")
                ? key.substring(0, 3) + ShellWords.quote(key.substring(3))
                : "-e " + ShellWords.quote(key) + "=" + (value.isEmpty() ? "" : ShellWords.quote(value));
    }

    /** Shows what is set, the values of variables as {@code ***}. */
    @Override
    public String toString() {
        return "DockerFlags" + env;
    }

    /** Collects flags. What is set twice has the later value. */
    public static final class Builder {
        private final Map<String, Secret> env = new LinkedHashMap<>();

        Builder() {}

        /**
         * Sets an environment variable.
         *
         * @param name the name
         * @param value the value; may be empty
         * @return this builder
         * @throws IllegalArgumentException if the name is blank, holds {@code =}, or starts like a flag
         */
        public Builder env(String name, String value) {
            return env(name, Secret.of(Objects.requireNonNull(value, "value")));
        }

        /**
         * Sets an environment variable to a secret.
         *
         * @param name the name
         * @param value the value; may be empty
         * @return this builder
         * @throws IllegalArgumentException if the name is blank, holds {@code =}, or starts like a flag
         */
        public Builder env(String name, Secret value) {
            if (name.isBlank()
                    || name.indexOf('=') >= 0
                    || name.indexOf('\0') >= 0
                    || name.strip().startsWith("-")) {
                throw new IllegalArgumentException(
                        "a variable's name must not be blank, hold '=' or start with '-'" + shown(name));
            }
            env.put(name, Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Shows a wrong name as far as it cannot be a value that slipped in. */
        private static String shown(String name) {
            return name.isBlank() || name.indexOf('=') >= 0
                    ? ""
                    : ": " + name.strip().split("\\s", 2)[0];
        }

        /**
         * Sets what a map holds in the form that {@link DockerFlags#env()} gives: variables by their names, and flags
         * such as {@code "-p 8080:8080": "1"} and {@code "-h": "box"}.
         *
         * @param entries the entries
         * @return this builder
         * @throws IllegalArgumentException if an entry is neither a variable nor such a flag
         */
        public Builder env(Map<String, String> entries) {
            entries.forEach((key, value) -> {
                Objects.requireNonNull(value, key);
                if (!key.startsWith("-")) {
                    env(key, value);
                } else if (key.equals(HOSTNAME)) {
                    flag(HOSTNAME, value);
                } else if (value.equals(SET) && key.length() > 3 && key.charAt(2) == ' ') {
                    flag(key.substring(0, 2), key.substring(3).strip());
                } else {
                    throw new IllegalArgumentException("no flag that the service takes: " + flagOf(key));
                }
            });
            return this;
        }

        /**
         * Opens a TCP port of the container. The public port that leads to it is the service's choice, see
         * {@link io.github.vastsdk.model.Instance#portMappings()}. Ports 22 and 8080 are open without asking where SSH
         * and Jupyter need them.
         *
         * @param port the port inside the container; one from 70000 asks for a public port that the container sees under
         *     the same number, in the variable {@code VAST_TCP_PORT_} and this number
         * @return this builder
         * @throws IllegalArgumentException if the number is not positive
         */
        public Builder port(int port) {
            return flag("-p", positive(port) + ":" + port);
        }

        /**
         * Opens a port of the container.
         *
         * @param hostPort the port outside, which the service replaces by one of its own
         * @param containerPort the port inside the container
         * @param protocol what is spoken there
         * @return this builder
         * @throws IllegalArgumentException if a number is not positive
         */
        public Builder port(int hostPort, int containerPort, PortProtocol protocol) {
            String suffix = protocol == PortProtocol.TCP ? "" : protocol.suffix();
            return flag("-p", positive(hostPort) + ":" + positive(containerPort) + suffix);
        }

        private static int positive(int port) {
            if (port <= 0) {
                throw new IllegalArgumentException("a port must be positive: " + port);
            }
            return port;
        }

        /**
         * Adds flags as they stand behind {@code docker run}: {@code -e NAME=VALUE} ({@code --env}),
         * {@code -p HOST:CONTAINER[/udp]} ({@code --publish}), {@code -v SOURCE:PATH} ({@code --volume}),
         * {@code -h NAME} ({@code --hostname}), and {@code -n NAME} for one of the service's networks. Blanks, line ends,
         * quotes and backslashes mean what they mean to a shell; nothing is expanded.
         *
         * @param text the flags
         * @return this builder
         * @throws IllegalArgumentException if there is anything else, which the service would leave out in silence
         */
        public Builder dockerFlags(String text) {
            List<String> words = ShellWords.split(text);
            Iterator<String> rest = words.iterator();
            for (int at = 1; rest.hasNext(); at++) {
                String word = rest.next();
                if (!word.startsWith("-") || word.equals("-")) {
                    // The word itself may be the second half of a secret that is not quoted.
                    throw new IllegalArgumentException(
                            "word " + at + " belongs to no flag; a value with blanks must be quoted");
                }
                String flag = flagOf(word);
                String shortFlag = shortForm(flag);
                String joined = word.substring(flag.length());
                if (joined.isEmpty() && !rest.hasNext()) {
                    throw new IllegalArgumentException(flag + " has no value");
                }
                at += joined.isEmpty() ? 1 : 0;
                add(flag, shortFlag, joined.isEmpty() ? rest.next() : joined.replaceFirst("^=", ""));
            }
            return this;
        }

        private void add(String flag, String shortFlag, String value) {
            int assign = value.indexOf('=');
            if (!shortFlag.equals("-e")) {
                flag(shortFlag, value);
            } else if (assign > 0 && !value.startsWith("-")) {
                env(value.substring(0, assign), value.substring(assign + 1));
            } else {
                throw new IllegalArgumentException(flag + " takes NAME=VALUE");
            }
        }

        private static String flagOf(String word) {
            int end = word.startsWith("--") ? word.indexOf('=') : 2;
            return end < 0 || end > word.length() ? word : word.substring(0, end);
        }

        private static String shortForm(String flag) {
            return switch (flag) {
                case "-e", "--env" -> "-e";
                case "-p", "--publish" -> "-p";
                case "-v", "--volume" -> "-v";
                case "-h", "--hostname" -> "-h";
                case "-n" -> "-n";
                default ->
                    throw new IllegalArgumentException(
                            "the service does not take " + flag + "; it takes -e, -p, -v, -n and -h");
            };
        }

        private Builder flag(String flag, String value) {
            String wrong = fault(flag, value);
            if (wrong != null) {
                throw new IllegalArgumentException(wrong);
            }
            if (flag.equals(HOSTNAME)) {
                env.put(HOSTNAME, Secret.of(value));
            } else {
                env.put(flag + " " + value, Secret.of(SET));
            }
            return this;
        }

        private static @Nullable String fault(String flag, String value) {
            return switch (flag) {
                case "-p" ->
                    PORTS.matcher(value).matches()
                            ? null
                            : PORT_RANGE.matcher(value).matches()
                                    ? "the service takes no range of ports; give each port its own -p"
                                    : "-p takes HOST:CONTAINER with numbers, and perhaps /tcp or /udp";
                case "-v" -> value.indexOf(':') > 0 && !value.endsWith(":") ? null : "-v takes SOURCE:PATH";
                case "-n", "-h" ->
                    value.isBlank() || value.startsWith("-") || value.chars().anyMatch(Character::isWhitespace)
                            ? flag + " takes a name without blanks"
                            : null;
                default -> "no flag that the service takes: " + flag;
            };
        }

        /**
         * Makes the flags.
         *
         * @return the flags
         */
        public DockerFlags build() {
            return new DockerFlags(this);
        }
    }
}
