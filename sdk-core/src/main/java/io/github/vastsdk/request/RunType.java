package io.github.vastsdk.request;

/**
 * What the service starts in a container, and how its owner gets in. With SSH and Jupyter the service replaces the
 * image's entry point; a start script does what the entry point would have done. <em>Direct</em> opens ports of the
 * machine itself, which is faster; <em>proxy</em> goes through the service's gateway, which every machine has. Direct
 * ones can be reached through the gateway too.
 */
public enum RunType {
    /** SSH at a port of the machine, and through the gateway. */
    SSH_DIRECT("ssh_direc ssh_proxy"),
    /** SSH through the gateway only. */
    SSH_PROXY("ssh_proxy"),
    /** SSH as the service sees fit; some containers could not be reached through the gateway then. */
    SSH("ssh"),
    /** Jupyter and SSH at ports of the machine, and SSH through the gateway. */
    JUPYTER_DIRECT("jupyter_direc ssh_direc ssh_proxy"),
    /** Jupyter and SSH through the gateway only. */
    JUPYTER_PROXY("jupyter_proxy ssh_proxy"),
    /** The image's own entry point, with arguments; neither SSH nor Jupyter. */
    ARGS("args");

    private final String wire;

    RunType(String wire) {
        this.wire = wire;
    }

    /**
     * Returns the words that the official client sends. The service has newer names too; these are the ones that all of
     * its machines are known to read.
     *
     * @return the words, with blanks between them
     */
    public String wire() {
        return wire;
    }

    boolean hasJupyter() {
        return this == JUPYTER_DIRECT || this == JUPYTER_PROXY;
    }
}
