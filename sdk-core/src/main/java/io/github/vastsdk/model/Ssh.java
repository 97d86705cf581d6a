package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the SSH gateway of an instance is. {@link Instance#sshEndpoints()} makes addresses of it.
 *
 * @param host the host of the gateway
 * @param index the number of the gateway
 * @param port the port at the gateway
 * @param machineDirectPort the port for direct SSH to the machine
 */
public record Ssh(
        @JsonProperty("ssh_host") @Nullable String host,
        @JsonProperty("ssh_idx") @Nullable String index,
        @JsonProperty("ssh_port") @Nullable Integer port,
        @JsonProperty("machine_dir_ssh_port") @Nullable Integer machineDirectPort) {
    /** Shows the gateway, such as {@code ssh4.vast.ai:12345}. */
    @Override
    public String toString() {
        return host == null ? "" : host + (port == null ? "" : ":" + port);
    }
}
