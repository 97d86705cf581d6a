package io.github.vastsdk.request;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.checks.Args;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a snapshot of an instance goes, and how it is taken. */
public final class TakeSnapshot {
    private static final String DOCKER_HUB = "docker.io";

    private final String registry;
    private final @Nullable String repository;
    private final @Nullable String user;
    private final @Nullable Secret password;
    private final boolean pause;

    private TakeSnapshot(Builder builder) {
        this.registry = builder.registry;
        this.repository = builder.repository;
        this.user = builder.user;
        this.password = builder.password;
        this.pause = builder.pause;
    }

    /**
     * Starts a snapshot that goes to Docker Hub and pauses the container meanwhile, as the official client's do.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the members that the API takes. The operation is not documented, so that what is not set is sent as null,
     * as the official client does.
     *
     * @return a new map, the password in it as a {@link Secret}
     */
    public Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("container_registry", registry);
        body.put("personal_repo", repository);
        body.put("docker_login_user", user);
        body.put("docker_login_pass", password);
        body.put("pause", String.valueOf(pause)); // a text, not a boolean
        return body;
    }

    /** Shows the registry and the repository. */
    @Override
    public String toString() {
        return "TakeSnapshot[" + registry + "/" + (repository == null ? "" : repository) + "]";
    }

    /** Collects where a snapshot goes. */
    public static final class Builder {
        private String registry = DOCKER_HUB;
        private @Nullable String repository;
        private @Nullable String user;
        private @Nullable Secret password;
        private boolean pause = true;

        private Builder() {}

        /**
         * Sets the registry.
         *
         * @param host such as {@code ghcr.io}
         * @return this builder
         */
        public Builder registry(String host) {
            registry = Args.notBlank(host, "registry");
            return this;
        }

        /**
         * Sets the repository that gets the snapshot.
         *
         * @param name such as {@code me/snapshots}
         * @return this builder
         */
        public Builder repository(String name) {
            repository = Args.notBlank(name, "repository");
            return this;
        }

        /**
         * Sets who signs in to the registry.
         *
         * @param name the user
         * @param secret the password, or better a token that can only write to this repository
         * @return this builder
         */
        public Builder login(String name, Secret secret) {
            user = Args.notBlank(name, "user");
            password = Objects.requireNonNull(secret, "secret");
            return this;
        }

        /**
         * Does not pause the container. What it writes meanwhile may be in the snapshot in part.
         *
         * @return this builder
         */
        public Builder withoutPause() {
            pause = false;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public TakeSnapshot build() {
            return new TakeSnapshot(this);
        }
    }
}
