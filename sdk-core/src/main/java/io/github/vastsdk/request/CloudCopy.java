package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A copy between an instance and a cloud storage, carried out by rclone on the instance. */
public final class CloudCopy {
    private final CloudTransfer transfer;
    private final long instanceId;
    private final long connectionId;
    private final String source;
    private final String destination;
    private final List<String> flags;

    private CloudCopy(Builder builder) {
        this.transfer = builder.transfer;
        this.instanceId = builder.instanceId;
        this.connectionId = builder.connectionId;
        this.source = builder.source;
        this.destination = builder.destination;
        this.flags = builder.flags;
    }

    /**
     * Starts a copy from an instance into a cloud storage.
     *
     * @param instanceId the id of the instance
     * @param instancePath the folder or file on it
     * @param connectionId the id of the account's connection to the storage
     * @param cloudPath the folder there
     * @return a builder
     * @throws IllegalArgumentException if an id is not positive or a path is blank
     */
    public static Builder toCloud(long instanceId, String instancePath, long connectionId, String cloudPath) {
        return new Builder(CloudTransfer.TO_CLOUD, instanceId, connectionId, instancePath, cloudPath);
    }

    /**
     * Starts a copy from a cloud storage onto an instance.
     *
     * @param connectionId the id of the account's connection to the storage
     * @param cloudPath the folder or file there
     * @param instanceId the id of the instance
     * @param instancePath the folder on it
     * @return a builder
     * @throws IllegalArgumentException if an id is not positive or a path is blank
     */
    public static Builder fromCloud(long connectionId, String cloudPath, long instanceId, String instancePath) {
        return new Builder(CloudTransfer.FROM_CLOUD, instanceId, connectionId, cloudPath, instancePath);
    }

    /**
     * Returns the direction.
     *
     * @return the direction
     */
    public CloudTransfer transfer() {
        return transfer;
    }

    /**
     * Returns the instance.
     *
     * @return its id
     */
    public long instanceId() {
        return instanceId;
    }

    /**
     * Returns the connection to the cloud storage.
     *
     * @return its id
     */
    public long connectionId() {
        return connectionId;
    }

    /**
     * Returns where the data comes from.
     *
     * @return a path on the instance or in the storage, by the direction
     */
    public String source() {
        return source;
    }

    /**
     * Returns where the data goes to.
     *
     * @return a path on the instance or in the storage, by the direction
     */
    public String destination() {
        return destination;
    }

    /**
     * Returns the options of rclone.
     *
     * @return such as {@code --dry-run}; possibly none
     */
    public List<String> flags() {
        return flags;
    }

    /**
     * Returns the members that the API takes, the ids in it as texts.
     *
     * @return a new map
     */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("src", source);
        body.put("dst", destination);
        body.put("instance_id", Long.toString(instanceId));
        body.put("selected", Long.toString(connectionId));
        body.put("transfer", transfer.wire());
        if (!flags.isEmpty()) {
            body.put("flags", flags);
        }
        return body;
    }

    /** Collects the options of a cloud copy. */
    public static final class Builder {
        private final CloudTransfer transfer;
        private final long instanceId;
        private final long connectionId;
        private final String source;
        private final String destination;
        private List<String> flags = List.of();

        private Builder(CloudTransfer transfer, long instanceId, long connectionId, String source, String destination) {
            this.transfer = transfer;
            this.instanceId = Args.id(instanceId, "instanceId");
            this.connectionId = Args.id(connectionId, "connectionId");
            this.source = Args.notBlank(source, "source");
            this.destination = Args.notBlank(destination, "destination");
        }

        /**
         * Sets the options of rclone; those the service accepts are {@code --dry-run}, {@code --size-only},
         * {@code --ignore-existing}, {@code --update} and {@code --delete-excluded}.
         *
         * @param options the options; none replaces what was set before
         * @return this builder
         */
        public Builder flags(String... options) {
            flags = List.of(options);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public CloudCopy build() {
            return new CloudCopy(this);
        }
    }
}
