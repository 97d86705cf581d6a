package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is created with. An image or a template is required. What is not set is not sent, except the size of
 * the disk. It shows no values of variables, no arguments, no script and no password.
 */
public final class CreateInstance {
    /** The size of the disk in GB when none is set. */
    public static final double DEFAULT_DISK_GB = 10;

    private static final int MAX_LABEL = 256;
    private static final double MIN_BID = 0.001;
    private static final double MAX_BID = 128;
    private static final Pattern VM_IMAGE = Pattern.compile("(?:docker\\.io/)?vastai/kvm(?:[:@].*)?");

    private final double diskGb;
    private final @Nullable String label;
    private final @Nullable Double bidPrice;
    private final @Nullable RunType runType;
    private final Map<String, Object> body;

    private CreateInstance(Builder builder) {
        this.diskGb = builder.diskGb;
        this.label = builder.label;
        this.bidPrice = builder.bidPrice;
        this.runType = effectiveRunType(builder);
        this.body = body(builder, runType);
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
     * @param options sets what is not to be left to the service
     * @return the request
     * @throws IllegalArgumentException if the options contradict each other
     */
    public static CreateInstance of(Consumer<Builder> options) {
        Builder builder = new Builder();
        options.accept(builder);
        return builder.build();
    }

    private static @Nullable RunType effectiveRunType(Builder set) {
        if (set.runType != null || set.hasTemplate()) {
            return set.runType;
        }
        return set.hasArgs() ? RunType.ARGS : set.hasJupyterSettings() ? RunType.JUPYTER_PROXY : null;
    }

    private static Map<String, Object> body(Builder set, @Nullable RunType runType) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, ?> env = set.flags.build().env();
        put(body, "image", set.image);
        put(body, "template_hash_id", set.templateHash);
        put(body, "template_id", set.templateId);
        put(body, "disk", set.diskGb);
        put(body, "label", set.label);
        put(body, "price", set.bidPrice);
        put(body, "env", env.isEmpty() ? null : env);
        put(body, "runtype", runType == null ? null : runType.wire());
        put(body, "onstart", set.onstart == null ? null : StartScript.fit(set.onstart, set.roomForScript()));
        put(body, "args", set.args);
        put(body, "args_str", set.argsText);
        put(body, "image_login", set.login == null ? null : set.login.toFlags());
        put(body, "user", set.user);
        put(body, "extra", set.extra);
        put(body, "python_utf8", set.pythonUtf8);
        put(body, "lang_utf8", set.langUtf8);
        put(body, "use_jupyter_lab", set.jupyterLab);
        put(body, "jupyter_dir", set.jupyterDir);
        put(body, "force", set.force);
        put(body, "cancel_unavail", set.cancelUnavailable);
        put(body, "target_state", set.targetState == null ? null : set.targetState.wire());
        put(body, "vm", set.vm);
        put(body, "volume_info", set.volume == null ? null : set.volume.toMap());
        return Collections.unmodifiableMap(body);
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    /**
     * Returns the request as the API takes it.
     *
     * @return the members of a JSON object; secrets stand in it as such, but arguments and script as texts
     */
    public Map<String, Object> body() {
        return body;
    }

    /**
     * Returns the size of the disk.
     *
     * @return the size in GB
     */
    public double diskGb() {
        return diskGb;
    }

    /**
     * Returns the label.
     *
     * @return the label; null for none
     */
    public @Nullable String label() {
        return label;
    }

    /**
     * Returns the bid.
     *
     * @return dollars per hour; null to rent at the asked price
     */
    public @Nullable Double bidPrice() {
        return bidPrice;
    }

    /**
     * Returns what is started.
     *
     * @return what was set, or what follows from the settings; null leaves it to the service or the template
     */
    public @Nullable RunType runType() {
        return runType;
    }

    /** Shows what is rented, without anything that may hold a secret. */
    @Override
    public String toString() {
        Map<String, Object> shown = new LinkedHashMap<>(body);
        shown.keySet()
                .retainAll(List.of("image", "template_hash_id", "template_id", "disk", "label", "price", "runtype"));
        return "CreateInstance" + shown;
    }

    /** Collects what an instance is created with. */
    public static final class Builder extends ContainerBuilder<Builder> {
        private @Nullable String templateHash;
        private @Nullable Long templateId;
        private double diskGb = DEFAULT_DISK_GB;
        private @Nullable String label;
        private @Nullable Double bidPrice;
        private @Nullable VolumeMount volume;
        private @Nullable TargetState targetState;
        private @Nullable Boolean cancelUnavailable;
        private @Nullable Boolean force;
        private @Nullable Boolean vm;

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Starts from a template. What is set here goes before what the template says, variable by variable.
         *
         * @param hash the template's hash, which changes with every edit of the template
         * @return this builder
         * @throws IllegalArgumentException if the hash is blank
         */
        public Builder templateHash(String hash) {
            templateHash = Args.notBlank(hash, "hash");
            return this;
        }

        /**
         * Starts from the present version of a template.
         *
         * @param id the template's id
         * @return this builder
         * @throws IllegalArgumentException if the id is not positive
         */
        public Builder templateId(long id) {
            templateId = Args.id(id, "templateId");
            return this;
        }

        /**
         * Sets the size of the disk. It cannot be changed later and is billed until the instance is destroyed. Default:
         * {@value CreateInstance#DEFAULT_DISK_GB} GB, which is sent so that the price is known.
         *
         * @param gb the size in GB; the service asks for 8 at least, and may grant less than is asked for
         * @return this builder
         * @throws IllegalArgumentException if the size is not positive
         */
        public Builder diskGb(double gb) {
            if (!(gb > 0) || Double.isInfinite(gb)) {
                throw new IllegalArgumentException("diskGb must be positive: " + gb);
            }
            diskGb = gb;
            return this;
        }

        /**
         * Sets the label. A unique one finds the instance again when the answer to its creation is lost.
         *
         * @param text at most 256 characters
         * @return this builder
         * @throws IllegalArgumentException if the text is longer
         */
        public Builder label(String text) {
            label = Args.atMost(MAX_LABEL, Objects.requireNonNull(text, "text"), "label");
            return this;
        }

        /**
         * Bids instead of paying the asked price, which is paid without this, wherever the offer was found. The instance
         * is interruptible: it stops when somebody bids more. A bid
         * below the offer's minimum may leave a stopped instance behind, which
         * {@link io.github.vastsdk.error.ApiException#newContract()} names.
         *
         * @param dollarsPerHour for the whole instance, 0.001 to 128
         * @return this builder
         * @throws IllegalArgumentException if the bid is out of the documented range
         */
        public Builder bidPrice(double dollarsPerHour) {
            if (!(dollarsPerHour >= MIN_BID && dollarsPerHour <= MAX_BID)) {
                throw new IllegalArgumentException("bidPrice must be from 0.001 to 128 dollars: " + dollarsPerHour);
            }
            bidPrice = dollarsPerHour;
            return this;
        }

        /**
         * Mounts a volume.
         *
         * @param mount what to mount where
         * @return this builder
         */
        public Builder volume(VolumeMount mount) {
            volume = Objects.requireNonNull(mount, "mount");
            return this;
        }

        /**
         * Sets whether the instance runs or stays stopped once it is there.
         *
         * @param state the state
         * @return this builder
         */
        public Builder targetState(TargetState state) {
            targetState = Objects.requireNonNull(state, "state");
            return this;
        }

        /**
         * Fails instead of creating a stopped instance, whose start is queued, when the machine cannot run it now. When
         * it is not set, the service fails for what is rented at the asked price and to run, and does not for bids.
         * {@code launch} and {@code bulk().create} say that it shall not, unless it is set.
         *
         * @param cancel whether to fail
         * @return this builder
         */
        public Builder cancelUnavailable(boolean cancel) {
            cancelUnavailable = cancel;
            return this;
        }

        /**
         * Passes over checks of the service that this one would not pass.
         *
         * @param pass whether to pass over them
         * @return this builder
         */
        public Builder force(boolean pass) {
            force = pass;
            return this;
        }

        /**
         * Creates a virtual machine instead of a container: an image {@code docker.io/vastai/kvm}, SSH only, no volumes.
         * The account needs an SSH key before.
         *
         * @param machine whether to create a virtual machine
         * @return this builder
         */
        public Builder vm(boolean machine) {
            vm = machine;
            return this;
        }

        boolean hasTemplate() {
            return templateHash != null || templateId != null;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException if there is neither image nor template, settings contradict each other, or
         *     arguments and script are longer than the service takes
         */
        public CreateInstance build() {
            refuse(image == null && !hasTemplate(), "an image or a template is required");
            refuse(templateHash != null && templateId != null, "templateHash and templateId exclude each other");
            refuse(args != null && argsText != null, "args are given as a list and as a text");
            RunType type = effectiveRunType(this);
            refuse(hasArgs() && type != null && type != RunType.ARGS, "args need RunType.ARGS, not " + type);
            boolean jupyter = type == null ? !hasArgs() : type.hasJupyter();
            refuse(hasJupyterSettings() && !jupyter, "settings of Jupyter need a run type with Jupyter");
            if (Boolean.TRUE.equals(vm)
                    || (image != null && VM_IMAGE.matcher(image).matches())) {
                refuse(image != null && !VM_IMAGE.matcher(image).matches(), "a VM needs an image docker.io/vastai/kvm");
                refuse(type == RunType.ARGS || (type != null && type.hasJupyter()), "a VM has SSH only");
                refuse(volume != null, "a VM takes no volume");
            }
            roomForScript();
            return new CreateInstance(this);
        }

        private static void refuse(boolean wrong, String why) {
            if (wrong) {
                throw new IllegalArgumentException(why);
            }
        }
    }
}
