package io.github.vastsdk.request;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.checks.Args;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a template is created with, or what is changed of it. What is not set is not sent: an edit leaves it as it is.
 * What is set to an empty text, to no flags or to no conditions is sent so, and is empty then; the name, the image, the
 * recommended disk and the suggested volume can be replaced, and not be taken away. Values of variables and the password
 * of a registry are never shown.
 */
public final class TemplateSettings {
    private final Map<String, Object> members;

    private TemplateSettings(Builder builder) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(builder.members));
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
     * Gives what is set, as the API takes it.
     *
     * @return the members of the JSON body, in the order in which they were set
     */
    public Map<String, Object> members() {
        return members;
    }

    /** Shows which members are set, without their values. */
    @Override
    public String toString() {
        return "TemplateSettings" + members.keySet();
    }

    /** Collects settings. What is set twice has the later value. */
    public static final class Builder {
        /** What queries hold beside conditions; a template keeps conditions only. */
        private static final Set<String> CONTROLS =
                Set.of("order", "type", "limit", "allocated_storage", "disable_bundling");

        private final Map<String, Object> members = new LinkedHashMap<>();

        private Builder() {}

        private Builder set(String member, Object value) {
            members.put(member, Objects.requireNonNull(value, member));
            return this;
        }

        /**
         * Sets the name.
         *
         * @param text a name for people
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder name(String text) {
            return set("name", Args.notBlank(text, "name"));
        }

        /**
         * Sets the Docker image.
         *
         * @param text such as {@code pytorch/pytorch}; a tag may follow
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder image(String text) {
            return set("image", Args.notBlank(text, "image"));
        }

        /**
         * Sets the tag of the image.
         *
         * @param text such as {@code latest}
         * @return this builder
         */
        public Builder tag(String text) {
            return set("tag", text);
        }

        /**
         * Sets a link to more about the image.
         *
         * @param link the link
         * @return this builder
         */
        public Builder href(String link) {
            return set("href", link);
        }

        /**
         * Sets the name of the image's repository.
         *
         * @param text such as {@code library/ubuntu}
         * @return this builder
         */
        public Builder repo(String text) {
            return set("repo", text);
        }

        /**
         * Sets environment variables, ports and volumes, in the place of all that the template has.
         *
         * @param flags the flags
         * @return this builder
         */
        public Builder env(DockerFlags flags) {
            return set("env", flags.toDockerFlags());
        }

        /**
         * Sets environment variables, ports and volumes as a text, which is sent as it is, such as that of another
         * template. The service ignores what it does not understand; {@link DockerFlags#parse} checks such texts.
         *
         * @param flags such as {@code -e A=b -p 8080:8080}
         * @return this builder
         */
        public Builder env(Secret flags) {
            return set("env", flags);
        }

        /**
         * Sets the script that runs at each start.
         *
         * @param script the script; secrets are better set as variables
         * @return this builder
         */
        public Builder onstart(String script) {
            return set("onstart", script);
        }

        /**
         * Sets what is started, and how its owner gets in. This sets all of {@code runtype}, {@code use_ssh},
         * {@code ssh_direct} and {@code jup_direct}.
         *
         * @param type what is started
         * @return this builder
         */
        public Builder runType(RunType type) {
            boolean jupyter = type == RunType.JUPYTER_DIRECT || type == RunType.JUPYTER_PROXY;
            boolean args = type == RunType.ARGS;
            return set("runtype", jupyter ? "jupyter" : args ? "args" : "ssh")
                    .set("use_ssh", !args)
                    .set("ssh_direct", type == RunType.SSH_DIRECT || type == RunType.JUPYTER_DIRECT)
                    .set("jup_direct", type == RunType.JUPYTER_DIRECT);
        }

        /**
         * Sets whether SSH gets a port of the machine, when that differs from what {@link #runType} set.
         *
         * @param direct whether it does; otherwise SSH goes through the service's gateway
         * @return this builder
         */
        public Builder sshDirect(boolean direct) {
            return set("ssh_direct", direct);
        }

        /**
         * Sets the arguments of the image's entry point. For {@link RunType#ARGS} only.
         *
         * @param arguments the arguments as they stand on a command line
         * @return this builder
         */
        public Builder args(String arguments) {
            return set("args_str", arguments);
        }

        /**
         * Sets whether JupyterLab opens instead of the notebook.
         *
         * @param lab whether it does
         * @return this builder
         */
        public Builder jupyterLab(boolean lab) {
            return set("use_jupyter_lab", lab);
        }

        /**
         * Sets the folder in which Jupyter starts.
         *
         * @param folder a path in the container
         * @return this builder
         */
        public Builder jupyterDir(String folder) {
            return set("jupyter_dir", folder);
        }

        /**
         * Names the registry that the image is on. A login that the template has stays; {@link #withoutLogin()} takes it
         * away.
         *
         * @param server such as {@code docker.io}
         * @return this builder
         */
        public Builder registry(String server) {
            return set("docker_login_repo", server);
        }

        /**
         * Sets how machines sign in to the registry of a private image. <strong>Whoever can see the template can read
         * it</strong>, so it belongs into private templates only.
         *
         * @param registryLogin the login
         * @return this builder
         */
        public Builder login(RegistryLogin registryLogin) {
            return registry(registryLogin.server())
                    .set("docker_login_user", registryLogin.user())
                    .set("docker_login_pass", registryLogin.password());
        }

        /**
         * Takes away how machines sign in to a registry, so that whoever sees the template reads it there no more.
         *
         * @return this builder
         */
        public Builder withoutLogin() {
            return registry("").set("docker_login_user", "").set("docker_login_pass", "");
        }

        /**
         * Sets which offers suit the template. Searches with the template have these conditions too.
         *
         * @param query conditions by field and operator, as {@link io.github.vastsdk.query.OfferQuery#toMap()} gives
         *     them, the default ones included; order, limit, type and storage in it are left out
         * @return this builder
         */
        public Builder offerFilters(Map<String, ?> query) {
            Map<String, Object> conditions = new LinkedHashMap<>(query);
            conditions.keySet().removeAll(CONTROLS);
            return set("extra_filters", Collections.unmodifiableMap(conditions));
        }

        /**
         * Sets the recommended size of the disk.
         *
         * @param gb the size in GB
         * @return this builder
         * @throws IllegalArgumentException if it is not positive or no number
         */
        public Builder recommendedDiskGb(double gb) {
            if (!(gb > 0 && gb < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("gb must be positive: " + gb);
            }
            return set("recommended_disk_space", gb);
        }

        /**
         * Suggests a volume to whoever rents with the template. It is a hint to the console and mounts nothing.
         *
         * @param volume the volume
         * @return this builder
         */
        public Builder volume(VolumeMount volume) {
            return set("volume_info", volume.toMap());
        }

        /**
         * Sets the short description.
         *
         * @param text the description
         * @return this builder
         */
        public Builder desc(String text) {
            return set("desc", text);
        }

        /**
         * Sets the long description.
         *
         * @param markdown the description
         * @return this builder
         */
        public Builder readme(String markdown) {
            return set("readme", markdown);
        }

        /**
         * Sets whether others see the long description.
         *
         * @param visible whether they do
         * @return this builder
         */
        public Builder readmeVisible(boolean visible) {
            return set("readme_visible", visible);
        }

        /**
         * Sets whether others can see and use the template. New templates are private unless this says otherwise.
         *
         * @param visible whether they can
         * @return this builder
         */
        public Builder published(boolean visible) {
            return set("private", !visible);
        }

        /**
         * Makes the settings.
         *
         * @return the settings
         */
        public TemplateSettings build() {
            return new TemplateSettings(this);
        }
    }
}
