package io.github.vastsdk.request;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.checks.Args;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What to change of what an instance runs. What is not set is not sent, and stays as it is. */
public final class UpdateInstance {
    private final Map<String, Object> changes;

    private UpdateInstance(Builder builder) {
        this.changes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.changes));
    }

    /**
     * Starts a request that changes nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what is set.
     *
     * @return the members as the API names them; unmodifiable
     */
    public Map<String, Object> changes() {
        return changes;
    }

    /** Shows which members are set, never their values. */
    @Override
    public String toString() {
        return "UpdateInstance" + changes.keySet();
    }

    /** Collects changes. */
    public static final class Builder {
        private final Map<String, Object> changes = new LinkedHashMap<>();

        private Builder() {}

        private Builder set(String member, Object value) {
            changes.put(member, value);
            return this;
        }

        /**
         * Takes over a template.
         *
         * @param id the id of the template
         * @return this builder
         */
        public Builder templateId(long id) {
            return set("template_id", Args.id(id, "templateId"));
        }

        /**
         * Takes over a template.
         *
         * @param hash the hash of the template, which changes with each edit
         * @return this builder
         */
        public Builder templateHashId(String hash) {
            return set("template_hash_id", Args.notBlank(hash, "templateHashId"));
        }

        /**
         * Sets the image.
         *
         * @param name such as {@code pytorch/pytorch}
         * @return this builder
         */
        public Builder image(String name) {
            return set("image", Args.notBlank(name, "image"));
        }

        /**
         * Sets the arguments of the container.
         *
         * @param text the arguments as one text; may be empty
         * @return this builder
         */
        public Builder args(String text) {
            return set("args", Secret.of(Objects.requireNonNull(text, "text")));
        }

        /**
         * Sets environment variables, ports and the other flags. It is not documented whether those that are not named
         * stay.
         *
         * @param flags the flags
         * @return this builder
         */
        public Builder env(DockerFlags flags) {
            return set("env", flags.env());
        }

        /**
         * Sets the script that runs at each start.
         *
         * @param script the script; may be empty
         * @return this builder
         */
        public Builder onstart(String script) {
            return set("onstart", Secret.of(Objects.requireNonNull(script, "script")));
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public UpdateInstance build() {
            return new UpdateInstance(this);
        }
    }
}
