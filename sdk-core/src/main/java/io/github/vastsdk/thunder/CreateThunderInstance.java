package io.github.vastsdk.thunder;

import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.ssh.SshPublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an instance of Thunder Compute is created with. The template, the type and number of GPUs, the virtual processors
 * and the disk are required; what else is not set is not sent. Which combinations there are, {@link ThunderGpuSpec}
 * tells; they are not checked here.
 */
public final class CreateThunderInstance {
    private static final List<String> REQUIRED =
            List.of("template", "gpu_type", "num_gpus", "cpu_cores", "disk_size_gb");

    private final Map<String, Object> body;

    private CreateThunderInstance(Builder builder) {
        List<String> missing = REQUIRED.stream()
                .filter(member -> !builder.body.containsKey(member))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("a new instance needs " + String.join(", ", missing));
        }
        this.body = Collections.unmodifiableMap(new LinkedHashMap<>(builder.body));
    }

    /**
     * Starts a request.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a request in one expression.
     *
     * @param options sets what the instance is to have
     * @return the request
     * @throws IllegalArgumentException if something required is missing
     */
    public static CreateThunderInstance of(Consumer<Builder> options) {
        Builder builder = new Builder();
        options.accept(builder);
        return builder.build();
    }

    /** Returns what is set, as the API names it; unmodifiable. */
    Map<String, Object> body() {
        return body;
    }

    /** Shows the members that are required, and which others are set. */
    @Override
    public String toString() {
        Map<String, Object> shown = new LinkedHashMap<>(body);
        shown.replaceAll((member, value) -> REQUIRED.contains(member) ? value : "set");
        return "CreateThunderInstance" + shown;
    }

    /** Collects what an instance is created with. */
    public static final class Builder {
        private final Map<String, Object> body = new LinkedHashMap<>();

        private Builder() {}

        private Builder set(String member, Object value) {
            body.put(member, value);
            return this;
        }

        /**
         * Sets what the instance starts with. Required.
         *
         * @param keyOrSnapshotName the key of a {@link ThunderTemplate}, or the name of a {@link ThunderSnapshot} that is
         *     ready
         * @return this builder
         */
        public Builder template(String keyOrSnapshotName) {
            return set("template", Args.notBlank(keyOrSnapshotName, "template"));
        }

        /**
         * Sets the type of GPU. Required.
         *
         * @param type such as {@code a6000}; sent in lower case, as the service writes it
         * @return this builder
         */
        public Builder gpuType(String type) {
            return set("gpu_type", Args.notBlank(type, "gpuType").toLowerCase(Locale.ROOT));
        }

        /**
         * Sets the number of GPUs. Required.
         *
         * @param number at least 1
         * @return this builder
         */
        public Builder numGpus(int number) {
            return set("num_gpus", Args.positive(number, "numGpus"));
        }

        /**
         * Sets the number of virtual processors. Required.
         *
         * @param number at least 1
         * @return this builder
         */
        public Builder cpuCores(int number) {
            return set("cpu_cores", Args.positive(number, "cpuCores"));
        }

        /**
         * Sets the size of the disk. Required. It can grow later, and not shrink.
         *
         * @param size in GB, at least 1
         * @return this builder
         */
        public Builder diskGb(int size) {
            return set("disk_size_gb", Args.positive(size, "diskGb"));
        }

        /**
         * Sets a public key that may log in. Without one the service makes a pair of keys, and its answer holds the private
         * one: {@link CreatedThunderInstance#key()}.
         *
         * @param key the public key
         * @return this builder
         */
        public Builder publicKey(SshPublicKey key) {
            return set("public_key", key.toString());
        }

        /**
         * Sets the mode. The service is giving modes up: set one only if it refuses a request without.
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
         * @throws IllegalArgumentException if something required is missing
         */
        public CreateThunderInstance build() {
            return new CreateThunderInstance(this);
        }
    }
}
