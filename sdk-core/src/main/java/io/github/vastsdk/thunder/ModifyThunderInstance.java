package io.github.vastsdk.thunder;

import io.github.vastsdk.internal.checks.Args;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What to change of an instance of Thunder Compute, at least one thing. What is not set is not sent, and stays as it is.
 * Ports are changed by {@link UpdateThunderPorts}.
 */
public final class ModifyThunderInstance {
    private final Map<String, Object> body;

    private ModifyThunderInstance(Builder builder) {
        if (builder.body.isEmpty()) {
            throw new IllegalArgumentException("nothing to change: set at least one thing");
        }
        this.body = Collections.unmodifiableMap(new LinkedHashMap<>(builder.body));
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
     * @param changes sets what is to change
     * @return the request
     * @throws IllegalArgumentException if nothing is to change
     */
    public static ModifyThunderInstance of(Consumer<Builder> changes) {
        Builder builder = new Builder();
        changes.accept(builder);
        return builder.build();
    }

    /** Returns what is set, as the API names it; unmodifiable. */
    Map<String, Object> body() {
        return body;
    }

    /** Shows what changes. */
    @Override
    public String toString() {
        return "ModifyThunderInstance" + body;
    }

    /** Collects changes. */
    public static final class Builder {
        private final Map<String, Object> body = new LinkedHashMap<>();

        private Builder() {}

        private Builder set(String member, Object value) {
            body.put(member, value);
            return this;
        }

        /**
         * Sets the number of virtual processors.
         *
         * @param number at least 1
         * @return this builder
         */
        public Builder cpuCores(int number) {
            return set("cpu_cores", Args.positive(number, "cpuCores"));
        }

        /**
         * Sets the size of the disk. It can grow, and not shrink.
         *
         * @param size in GB, at least 1
         * @return this builder
         */
        public Builder diskGb(int size) {
            return set("disk_size_gb", Args.positive(size, "diskGb"));
        }

        /**
         * Sets the number of GPUs.
         *
         * @param number at least 1
         * @return this builder
         */
        public Builder numGpus(int number) {
            return set("num_gpus", Args.positive(number, "numGpus"));
        }

        /**
         * Sets the type of GPU.
         *
         * @param type such as {@code a6000}; sent in lower case, as the service writes it
         * @return this builder
         */
        public Builder gpuType(String type) {
            return set("gpu_type", Args.notBlank(type, "gpuType").toLowerCase(Locale.ROOT));
        }

        /**
         * Sets the mode. The service is giving modes up, and may refuse it.
         *
         * @param mode such as {@code prototyping} or {@code production}
         * @return this builder
         */
        public Builder mode(String mode) {
            return set("mode", Args.notBlank(mode, "mode"));
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if nothing is to change
         */
        public ModifyThunderInstance build() {
            return new ModifyThunderInstance(this);
        }
    }
}
