package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an API key is created with. What is not set is not sent. */
public final class CreateApiKey {
    private static final int MAX_NAME = 255;

    private final String name;
    private final @Nullable Permissions permissions;
    private final @Nullable Object keyParams;

    private CreateApiKey(Builder builder) {
        this.name = builder.name;
        this.permissions = builder.permissions;
        this.keyParams = builder.keyParams;
    }

    /**
     * Starts a request.
     *
     * @param name a name for people, at most 255 characters
     * @return a builder
     * @throws IllegalArgumentException if the name is too long
     */
    public static Builder builder(String name) {
        return new Builder(Args.atMost(MAX_NAME, Objects.requireNonNull(name, "name"), "name"));
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns what the key may do.
     *
     * @return the permissions; null leaves them to the service
     */
    public @Nullable Permissions permissions() {
        return permissions;
    }

    /**
     * Returns the values for the placeholders in the permissions.
     *
     * @return a map or a text; null for none
     */
    public @Nullable Object keyParams() {
        return keyParams;
    }

    /** Collects what a key is created with. */
    public static final class Builder {
        private final String name;
        private @Nullable Permissions permissions;
        private @Nullable Object keyParams;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets what the key may do. Without it the service decides, or refuses.
         *
         * @param allowed the permissions
         * @return this builder
         */
        public Builder permissions(Permissions allowed) {
            permissions = Objects.requireNonNull(allowed, "allowed");
            return this;
        }

        /**
         * Sets values for the placeholders in the permissions.
         *
         * @param values the value of each placeholder
         * @return this builder
         */
        public Builder keyParams(Map<String, ?> values) {
            keyParams = Map.copyOf(new LinkedHashMap<>(values));
            return this;
        }

        /**
         * Sets the same as text, the form that the official client sends.
         *
         * @param text passed on as it is
         * @return this builder
         */
        public Builder keyParams(String text) {
            keyParams = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public CreateApiKey build() {
            return new CreateApiKey(this);
        }
    }
}
