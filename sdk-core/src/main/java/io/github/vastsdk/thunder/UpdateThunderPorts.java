package io.github.vastsdk.thunder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which ports of an instance to open to HTTP and which to close, at least one. Ports that are not named stay as they are.
 * What is open can be reached at {@link ThunderInstance#httpUrl(int)}.
 */
public final class UpdateThunderPorts {
    private final Map<String, Object> body;
    private final boolean viaModify;

    private UpdateThunderPorts(Builder builder) {
        Set<Integer> both = new TreeSet<>(builder.added);
        both.retainAll(builder.removed);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("ports to add and to remove at once: " + both);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "add_ports", builder.added);
        put(members, "remove_ports", builder.removed);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("nothing to change: add or remove at least one port");
        }
        this.body = Collections.unmodifiableMap(members);
        this.viaModify = builder.viaModify;
    }

    private static void put(Map<String, Object> members, String name, Set<Integer> ports) {
        if (!ports.isEmpty()) {
            members.put(name, List.copyOf(ports));
        }
    }

    /**
     * Starts a request that changes nothing yet.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a request in one expression.
     *
     * @param changes names the ports
     * @return the request
     * @throws IllegalArgumentException if no port is named, or one is to be added and removed at once
     */
    public static UpdateThunderPorts of(Consumer<Builder> changes) {
        Builder builder = new Builder();
        changes.accept(builder);
        return builder.build();
    }

    /** Returns the ports in ascending order, as the API names them; unmodifiable. */
    Map<String, Object> body() {
        return body;
    }

    /** Tells whether the older operation is to be used. */
    boolean isViaModify() {
        return viaModify;
    }

    /** Shows what changes. */
    @Override
    public String toString() {
        return "UpdateThunderPorts" + body + (viaModify ? " via modify" : "");
    }

    /** Collects ports. */
    public static final class Builder {
        private final Set<Integer> added = new TreeSet<>();
        private final Set<Integer> removed = new TreeSet<>();
        private boolean viaModify;

        private Builder() {}

        /**
         * Opens ports to HTTP. More calls name more ports.
         *
         * @param ports each from 1 to 65535 except 22, which is for SSH; one that is open already may be named
         * @return this builder
         */
        public Builder add(int... ports) {
            for (int port : ports) {
                added.add(ThunderPorts.check(port));
            }
            return this;
        }

        /**
         * Closes ports. More calls name more ports.
         *
         * @param ports each from 1 to 65535 except 22, which is for SSH
         * @return this builder
         */
        public Builder remove(int... ports) {
            for (int port : ports) {
                removed.add(ThunderPorts.check(port));
            }
            return this;
        }

        /**
         * Uses the older operation {@code POST /v1/instances/{id}/modify} instead of {@code PATCH …/ports}. It is not
         * repeated once it may have arrived. For a service that does not have the newer one.
         *
         * @return this builder
         */
        public Builder viaModify() {
            viaModify = true;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if no port is named, or one is to be added and removed at once
         */
        public UpdateThunderPorts build() {
            return new UpdateThunderPorts(this);
        }
    }
}
