package io.github.vastsdk.request;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.checks.Args;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects what runs in a container. What is not set is not sent.
 *
 * @param <B> the type of the builder itself
 */
public abstract class ContainerBuilder<B extends ContainerBuilder<B>> {
    private static final int MAX_IMAGE = 1024;
    private static final int MAX_TEXTS = 4096;

    final DockerFlags.Builder flags = DockerFlags.builder();

    @Nullable
    String image;

    @Nullable
    RegistryLogin login;

    @Nullable
    RunType runType;

    @Nullable
    String onstart;

    @Nullable
    List<String> args;

    @Nullable
    String argsText;

    @Nullable
    Boolean jupyterLab;

    @Nullable
    String jupyterDir;

    @Nullable
    Boolean pythonUtf8;

    @Nullable
    Boolean langUtf8;

    @Nullable
    String user;

    @Nullable
    String extra;

    ContainerBuilder() {}

    abstract B self();

    /**
     * Sets the Docker image. With a template it replaces the template's.
     *
     * @param name such as {@code pytorch/pytorch:2.9.1-cuda12.8-cudnn9-runtime}; the service replaces the tag
     *     {@code @vastai-automatic-tag} by the one that suits the machine
     * @return this builder
     * @throws IllegalArgumentException if the name is blank or has more than 1024 characters
     */
    public B image(String name) {
        image = Args.atMost(MAX_IMAGE, Args.notBlank(name, "image"), "image");
        return self();
    }

    /**
     * Signs in to the registry of a private image.
     *
     * @param registryLogin the login
     * @return this builder
     */
    public B login(RegistryLogin registryLogin) {
        login = Objects.requireNonNull(registryLogin, "registryLogin");
        return self();
    }

    /**
     * Sets what is started, and how its owner gets in. When it is not set, arguments mean {@link RunType#ARGS}, settings
     * of Jupyter mean {@link RunType#JUPYTER_PROXY}, and otherwise the service decides; with a template, the template.
     *
     * @param type what is started
     * @return this builder
     */
    public B runType(RunType type) {
        runType = Objects.requireNonNull(type, "type");
        return self();
    }

    /**
     * Sets an environment variable.
     *
     * @param name the name
     * @param value the value; may be empty
     * @return this builder
     * @throws IllegalArgumentException if the name is blank, holds {@code =}, or starts like a flag
     */
    public B env(String name, String value) {
        flags.env(name, value);
        return self();
    }

    /**
     * Sets an environment variable to a secret. The host of the machine can read it all the same.
     *
     * @param name the name
     * @param value the value; may be empty
     * @return this builder
     * @throws IllegalArgumentException if the name is blank, holds {@code =}, or starts like a flag
     */
    public B env(String name, Secret value) {
        flags.env(name, value);
        return self();
    }

    /**
     * Sets environment variables, and flags in the form that {@link DockerFlags#env()} gives.
     *
     * @param entries the entries
     * @return this builder
     * @throws IllegalArgumentException if an entry is neither a variable nor such a flag
     */
    public B env(Map<String, String> entries) {
        flags.env(entries);
        return self();
    }

    /**
     * Opens a TCP port of the container; see {@link DockerFlags.Builder#port(int)}.
     *
     * @param port the port inside the container
     * @return this builder
     * @throws IllegalArgumentException if the number is not positive
     */
    public B port(int port) {
        flags.port(port);
        return self();
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
    public B port(int hostPort, int containerPort, PortProtocol protocol) {
        flags.port(hostPort, containerPort, protocol);
        return self();
    }

    /**
     * Adds variables, ports and volumes as they stand behind {@code docker run}.
     *
     * @param text see {@link DockerFlags.Builder#dockerFlags(String)}
     * @return this builder
     * @throws IllegalArgumentException if the text holds anything else than the flags that the service takes
     */
    public B dockerFlags(String text) {
        flags.dockerFlags(text);
        return self();
    }

    /**
     * Sets the script that a shell runs at each start of the container. One of more than 4048 characters, or that does
     * not fit beside the arguments, is sent compressed, for which the image needs {@code base64} and {@code gzip}; its
     * first line, if it is {@code #!…}, must then name a shell. With {@link RunType#ARGS} the service takes the text for
     * the entry point, or has been seen to pass over it.
     *
     * @param script the script; secrets are better set as variables
     * @return this builder
     */
    public B onstart(String script) {
        onstart = Objects.requireNonNull(script, "script");
        return self();
    }

    /**
     * Sets the arguments of the image's entry point, which replace the image's own. For {@link RunType#ARGS} only.
     *
     * @param arguments the arguments, each as one
     * @return this builder
     */
    public B args(List<String> arguments) {
        args = List.copyOf(arguments);
        return self();
    }

    /**
     * Sets the arguments of the image's entry point as one text. For {@link RunType#ARGS} only.
     *
     * @param arguments the arguments as they stand on a command line
     * @return this builder
     */
    public B args(String arguments) {
        argsText = Objects.requireNonNull(arguments, "arguments");
        return self();
    }

    /**
     * Opens JupyterLab instead of the notebook. For run types with Jupyter only.
     *
     * @param lab whether to open JupyterLab
     * @return this builder
     */
    public B jupyterLab(boolean lab) {
        jupyterLab = lab;
        return self();
    }

    /**
     * Sets the folder in which Jupyter starts. For run types with Jupyter only.
     *
     * @param folder a path in the container
     * @return this builder
     * @throws IllegalArgumentException if the path is blank
     */
    public B jupyterDir(String folder) {
        jupyterDir = Args.notBlank(folder, "folder");
        return self();
    }

    /**
     * Sets Python's input and output to UTF-8, for images that leave it at ASCII.
     *
     * @param utf8 whether to set it
     * @return this builder
     */
    public B pythonUtf8(boolean utf8) {
        pythonUtf8 = utf8;
        return self();
    }

    /**
     * Sets the language of the container to one with UTF-8. The service generates it at the first start.
     *
     * @param utf8 whether to set it
     * @return this builder
     */
    public B langUtf8(boolean utf8) {
        langUtf8 = utf8;
        return self();
    }

    /**
     * Sets the user that runs the container's processes.
     *
     * @param name the name of a user that the image has
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public B user(String name) {
        user = Args.notBlank(name, "name");
        return self();
    }

    /**
     * Passes on something that this version does not know, in the member {@code extra} of the official client.
     *
     * @param text passed on as it is
     * @return this builder
     */
    public B extra(String text) {
        extra = Objects.requireNonNull(text, "text");
        return self();
    }

    boolean hasArgs() {
        return (args != null && !args.isEmpty()) || (argsText != null && !argsText.isEmpty());
    }

    boolean hasJupyterSettings() {
        return Boolean.TRUE.equals(jupyterLab) || jupyterDir != null;
    }

    /** Returns how many characters the service takes as a script beside these arguments. */
    int roomForScript() {
        int taken = (args == null ? 0 : args.stream().mapToInt(String::length).sum())
                + (argsText == null ? 0 : argsText.length());
        if (taken > MAX_TEXTS) {
            throw new IllegalArgumentException("args have " + taken + " characters; the service takes " + MAX_TEXTS);
        }
        return Math.min(StartScript.MOST, MAX_TEXTS - taken);
    }
}
