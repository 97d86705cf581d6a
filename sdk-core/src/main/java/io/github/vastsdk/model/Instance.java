package io.github.vastsdk.model;

import static io.github.vastsdk.model.InstanceStatus.Known.CREATED;
import static io.github.vastsdk.model.InstanceStatus.Known.FROZEN;
import static io.github.vastsdk.model.InstanceStatus.Known.LOADING;
import static io.github.vastsdk.model.InstanceStatus.Known.REBOOTING;
import static io.github.vastsdk.model.InstanceStatus.Known.RUNNING;
import static io.github.vastsdk.model.InstanceStatus.Known.STOPPED;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.ExtraEnvReader;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.ssh.SshEndpoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rented instance. Related members are in groups, which are never null even if all that they hold is.
 * <p>Texts in groups are stripped of the white space that the service sometimes sends around them; the label, the
 * status message and the start script are as sent. A service's -1 for "unknown" reads as null.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id, also called contract id
 * @param label the label
 * @param actualStatus the status of the container; null while it is being provisioned
 * @param gpu the GPUs
 * @param price the costs
 * @param ssh the SSH gateway
 * @param intendedStatus the status that the owner wants
 * @param curState the state of the contract's resources
 * @param nextState the state that is scheduled next
 * @param statusMsg details about the status, among them errors
 * @param machineId the id of the machine
 * @param hostId the id of the host, who owns the machine
 * @param cpu the processor and the main memory
 * @param disk the storage
 * @param network addresses, ports and bandwidth
 * @param host the machine
 * @param times start, end and age
 * @param image what it runs
 * @param onstart the script that runs at each start
 * @param extraEnv the environment variables, and options such as {@code -p 8080:8080}
 * @param jupyterToken the token that opens Jupyter
 * @param instanceApiKey the API key that can manage this instance only
 * @param volumes the attached volumes; only lists of instances name them
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record Instance(
        @JsonProperty("id") Long id,
        @JsonProperty("label") @Nullable String label,
        @JsonProperty("actual_status") @Nullable InstanceStatus actualStatus,
        @JsonUnwrapped Gpu gpu,
        @JsonUnwrapped Price price,
        @JsonUnwrapped Ssh ssh,
        @JsonProperty("intended_status") @Nullable InstanceStatus intendedStatus,
        @JsonProperty("cur_state") @Nullable InstanceStatus curState,
        @JsonProperty("next_state") @Nullable InstanceStatus nextState,
        @JsonProperty("status_msg") @Nullable String statusMsg,
        @JsonProperty("machine_id") @Nullable Long machineId,
        @JsonProperty("host_id") @Nullable Long hostId,
        @JsonUnwrapped Cpu cpu,
        @JsonUnwrapped Disk disk,
        @JsonUnwrapped Network network,
        @JsonUnwrapped Host host,
        @JsonUnwrapped Times times,
        @JsonUnwrapped Image image,
        @JsonProperty("onstart") @Nullable String onstart,
        @JsonProperty("extra_env") @JsonDeserialize(using = ExtraEnvReader.class) Map<String, Secret> extraEnv,
        @JsonProperty("jupyter_token") @Nullable Secret jupyterToken,
        @JsonProperty("instance_api_key") @Nullable Secret instanceApiKey,
        @JsonProperty("volume_info") List<AttachedVolume> volumes,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra)
        implements RentedInstance {
    private static final Set<InstanceStatus> BEFORE_START = Set.of(CREATED, LOADING);
    private static final Set<InstanceStatus> UP = Set.of(RUNNING, FROZEN, REBOOTING);

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static Instance fromJson(String json) {
        return Json.read(json, Instance.class);
    }

    /**
     * Gives the id as text, as what is common to all services has it.
     *
     * @return the decimal {@link #id()}; empty if the answer does not hold it
     */
    @Override
    public String instanceId() {
        return Objects.toString(id, "");
    }

    /**
     * Tells whether the instance runs as its owner wants. SSH may still need a moment after that.
     *
     * @return true if the actual and the intended status are running
     */
    @Override
    public boolean isReady() {
        return intendedStatus == RUNNING && actualStatus == RUNNING;
    }

    /**
     * Tells whether an interruptible instance lost its GPUs to a higher bid. The service has no status for it, so
     * the rule is: rented by bidding, wanted running, and yet its container or its contract is stopped. This also
     * holds for the moments between asking for a start and the allocation of the GPUs. The service has also been seen to
     * set the intended status to stopped too; only who knows that nobody stopped the instance can tell.
     *
     * @return true if the instance waits for its bid to win again
     */
    public boolean isInterrupted() {
        return Boolean.TRUE.equals(price.isBid())
                && intendedStatus == RUNNING
                && (actualStatus == STOPPED || curState == STOPPED);
    }

    /** The contract lags behind: a container that still runs has its GPUs. */
    private boolean hasNoGpus() {
        return actualStatus == STOPPED || (curState == STOPPED && (actualStatus == null || !UP.contains(actualStatus)));
    }

    /**
     * Says in a few words how the instance is: {@code running}, {@code loading → running},
     * {@code provisioning → running}, {@code interrupted → running}, {@code stopped}.
     *
     * @return the present status and, if it differs, the intended one
     */
    @Override
    public String statusSummary() {
        String actual = actualStatus == null ? "provisioning" : actualStatus.wire();
        // The service says "exited" of a container that was stopped, as it does of one that died.
        boolean stopped = intendedStatus == STOPPED && hasNoGpus();
        String now = isInterrupted() ? "interrupted" : stopped ? STOPPED.wire() : actual;
        return intendedStatus == null || intendedStatus.wire().equals(now) ? now : now + " → " + intendedStatus.wire();
    }

    /**
     * Gives the addresses for SSH, best first: directly at the public port bound to port 22, then through the
     * gateway, whose SSH port is one higher for instances with Jupyter. What the answer does not hold, or holds in a
     * form that is no host or port, is left out.
     *
     * @return at most one direct and one gateway address
     */
    @Override
    public List<SshEndpoint> sshEndpoints() {
        // Zero and less stand for "none", which the one for Jupyter must not turn into a port.
        Integer gatewayPort = ssh.port() == null || ssh.port() < 1
                ? null
                : Integer.valueOf(ssh.port() + (image.hasJupyter() ? 1 : 0));
        Stream<SshEndpoint> direct = network.portMappings().stream()
                .filter(mapping ->
                        mapping.containerPort() == 22 && mapping.protocol().equals("tcp"))
                .limit(1)
                .flatMap(mapping -> endpoint(SshEndpoint.Kind.DIRECT, mapping.host(), mapping.hostPort()));
        return Stream.concat(direct, endpoint(SshEndpoint.Kind.PROXY, ssh.host(), gatewayPort))
                .toList();
    }

    private static Stream<SshEndpoint> endpoint(SshEndpoint.Kind kind, @Nullable String host, @Nullable Integer port) {
        return host != null && port != null && SshEndpoint.isValid(host, port)
                ? Stream.of(new SshEndpoint(kind, host, port, SshEndpoint.USER))
                : Stream.empty();
    }

    /**
     * Gives the public address of each port of the container.
     *
     * @return the mappings in the order sent; empty unless the instance runs
     */
    public List<PortMapping> portMappings() {
        return network.portMappings();
    }

    /**
     * Estimates what the instance costs at present, traffic excluded. Without GPUs, because it is stopped or interrupted,
     * it is {@code instance.totalHour}, which the service then makes the price of the storage ({@code dph_total} stays
     * what it is). Before the first start (no status, created, loading) it is the storage too. In every other status,
     * even if the host does not answer or the container died, it is the whole price: {@code dph_total}, else
     * {@code instance.totalHour}; the estimate errs on the high side.
     *
     * @return dollars per hour; empty if the answer does not hold the members
     */
    public OptionalDouble currentHourlyCost() {
        PriceBreakdown parts = price.instance();
        Double total = parts == null ? null : parts.totalHour();
        Double disk = parts == null ? null : parts.diskHour();
        if (hasNoGpus()) {
            return first(total, price.storageTotalCost(), disk);
        }
        return actualStatus == null || BEFORE_START.contains(actualStatus)
                ? first(price.storageTotalCost(), disk)
                : first(price.dphTotal(), total);
    }

    private static OptionalDouble first(@Nullable Double... candidates) {
        return Stream.of(candidates)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    /** Returns one line such as {@code Instance 42 running 2×RTX 4090 $0.61/h ssh4.vast.ai:12345}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Instance " + id + " " + statusSummary());
        if (gpu.name() != null) {
            text.append(' ')
                    .append(gpu.count() == null ? "" : gpu.count() + "×")
                    .append(gpu.name());
        }
        if (price.dphTotal() != null) {
            text.append(String.format(Locale.ROOT, " $%.2f/h", price.dphTotal()));
        }
        sshEndpoints().stream().findFirst().ifPresent(ssh -> text.append(' ').append(ssh.host() + ":" + ssh.port()));
        return text.toString();
    }
}
