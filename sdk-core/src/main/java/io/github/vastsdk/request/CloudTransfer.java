package io.github.vastsdk.request;

/** The direction of a cloud copy. */
public enum CloudTransfer {
    /** From an instance into a cloud storage. */
    TO_CLOUD("Instance To Cloud"),
    /** From a cloud storage onto an instance. */
    FROM_CLOUD("Cloud To Instance");

    private final String wire;

    CloudTransfer(String wire) {
        this.wire = wire;
    }

    /**
     * Gives the text that the API uses.
     *
     * @return such as {@code Instance To Cloud}
     */
    public String wire() {
        return wire;
    }
}
