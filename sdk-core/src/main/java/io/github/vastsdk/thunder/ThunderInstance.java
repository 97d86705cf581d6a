package io.github.vastsdk.thunder;

import static io.github.vastsdk.thunder.ThunderStatus.Known.RUNNING;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.BestEffort;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.internal.json.NonBlank;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.ssh.SshEndpoint;
import io.github.vastsdk.ssh.SshPublicKey;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An instance of Thunder Compute, as a list shows it. The service has no other way to read one, and its lists lag behind
 * a little: a new instance may be missing, and a changed one may show what it was.
 *
 * <p>A number or time that the service writes in a form that cannot be read is null here, and as sent in {@code extra}.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the index in the list, which paths of the API use; it may be another one after any instance was created or
 *     deleted. Null if the record was not read from a list
 * @param uuid the durable id; empty if the answer does not hold it
 * @param name the name; it is not documented to be unique
 * @param status the status
 * @param ip the public address; null until the instance has one. It may change when the instance restarts
 * @param port the port for SSH; 0 or null stands for 22. It may change when the instance restarts
 * @param gpuType the type of its GPUs, such as {@code a6000}
 * @param numGpus the number of GPUs
 * @param cpuCores the number of virtual processors
 * @param memory the main memory as the service writes it, such as {@code 32GB}; see {@link #memoryGb()}
 * @param storageGb the size of the disk in GB
 * @param template the template or the snapshot that it was created from; may be an internal name
 * @param mode the mode, such as {@code prototyping}; the service is giving modes up, so that it may be null
 * @param httpPorts the ports that are open to HTTP; see {@link #httpUrl(int)}
 * @param sshPublicKeys the public keys that may log in, one line each; see {@link #hasPublicKey(SshPublicKey)}
 * @param createdAt when it was created
 * @param provisioningTime the time that the service gives for provisioning; null while it gives none
 * @param restoringTime the time that it gives for restoring from a snapshot; null while it gives none
 * @param snapshotSizeBytes the size of the snapshot in bytes
 * @param ephemeralDiskGb the size of the ephemeral disk in GB, which only older answers name
 * @param k8s a flag whose meaning is not documented
 * @param promoted a flag whose meaning is not documented
 * @param lastRestart about its last restart
 * @param extra the members that this version does not know or cannot read, by name; printing the map hides what looks
 *     secret
 */
public record ThunderInstance(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("uuid") String uuid,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("status") @Nullable ThunderStatus status,
        @JsonProperty("ip") @JsonDeserialize(using = NonBlank.OfText.class) @Nullable String ip,
        @JsonProperty("port") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable Integer port,
        @JsonProperty("gpuType") @Nullable String gpuType,
        @JsonProperty("numGpus") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable Integer numGpus,
        @JsonProperty("cpuCores") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable Integer cpuCores,
        @JsonProperty("memory") @Nullable String memory,
        @JsonProperty("storage") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable Integer storageGb,
        @JsonProperty("template") @Nullable String template,
        @JsonProperty("mode") @Nullable String mode,
        @JsonProperty("httpPorts") List<Integer> httpPorts,
        @JsonProperty("sshPublicKeys") List<String> sshPublicKeys,
        @JsonProperty("createdAt") @JsonDeserialize(using = BestEffort.OfInstant.class) @Nullable Instant createdAt,
        @JsonProperty("provisioningTime") @JsonDeserialize(using = BestEffort.OfInstant.class) @Nullable
                Instant provisioningTime,
        @JsonProperty("restoringTime") @JsonDeserialize(using = BestEffort.OfInstant.class) @Nullable
                Instant restoringTime,
        @JsonProperty("snapshotSize") @JsonDeserialize(using = BestEffort.OfLong.class) @Nullable
                Long snapshotSizeBytes,
        @JsonProperty("ephemeralDiskGB") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable
                Integer ephemeralDiskGb,
        @JsonProperty("k8s") @Nullable Boolean k8s,
        @JsonProperty("promoted") @Nullable Boolean promoted,
        @JsonProperty("lastRestart") @Nullable ThunderRestart lastRestart,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra)
        implements RentedInstance {
    private static final String USER = "ubuntu";
    private static final int SSH_PORT = 22;
    private static final Pattern MEMORY =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(?:g|gb|gi|gib)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST_LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,56}[A-Za-z0-9])?");

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object: one row of the list, without the index that stands before it
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderInstance fromJson(String json) {
        return Json.read(json, ThunderInstance.class);
    }

    /**
     * Returns the durable id.
     *
     * @return the uuid; empty if the answer does not hold it
     */
    @Override
    public String instanceId() {
        return Objects.toString(uuid, "");
    }

    /** Tells whether a text is the uuid, in any case. */
    boolean isCalled(String text) {
        return uuid.equalsIgnoreCase(text);
    }

    /**
     * Tells whether the instance runs and has an address. SSH may still need a moment after that.
     *
     * @return true if the status is running and there is an {@link #ip()}
     */
    @Override
    public boolean isReady() {
        return status == RUNNING && ip != null;
    }

    /**
     * Says in a few words how the instance is: {@code RUNNING}, {@code RUNNING without an address},
     * {@code PROVISIONING}.
     *
     * @return the status
     */
    @Override
    public String statusSummary() {
        if (status == null) {
            return "without a status";
        }
        return status == RUNNING && ip == null ? RUNNING + " without an address" : status.wire();
    }

    /**
     * Gives the address for SSH, whose user is {@code ubuntu}.
     *
     * @return one address; none if the instance has no {@link #ip()} yet, or if address or port have a form that none
     *     has
     */
    @Override
    public List<SshEndpoint> sshEndpoints() {
        int sshPort = port == null || port == 0 ? SSH_PORT : port;
        boolean unread = extra.containsKey("port"); // there is one, and nobody knows which
        return ip != null && !unread && SshEndpoint.isValid(ip, sshPort)
                ? List.of(new SshEndpoint(SshEndpoint.Kind.DIRECT, ip, sshPort, USER))
                : List.of();
    }

    /**
     * Tells whether the service lists a public key for the instance. Space around the lines and their comments do not
     * count. A key that was just added may be missing for a moment.
     *
     * @param key the key
     * @return true if one of {@link #sshPublicKeys()} is this key
     */
    public boolean hasPublicKey(SshPublicKey key) {
        String wanted = material(key.toString());
        return sshPublicKeys.stream().flatMap(String::lines).anyMatch(line -> material(line)
                .equals(wanted));
    }

    /** The type and the base64 text of a line, without its comment. */
    private static String material(String line) {
        String[] words = line.strip().split("\\s+", 3);
        return words.length < 2 ? "" : words[0] + " " + words[1];
    }

    /**
     * Gives the address of a port that is open to HTTP. Whether it is open, {@link #httpPorts()} tells.
     *
     * @param httpPort the port, 1 to 65535 except 22
     * @return such as {@code https://abc123-8080.thundercompute.net}
     * @throws IllegalArgumentException if there can be no such port
     * @throws IllegalStateException if the uuid cannot be part of a host name
     */
    public URI httpUrl(int httpPort) {
        ThunderPorts.check(httpPort);
        if (!HOST_LABEL.matcher(instanceId()).matches()) {
            throw new IllegalStateException("the uuid of the instance cannot be part of a host name");
        }
        return URI.create("https://" + instanceId() + "-" + httpPort + ".thundercompute.net");
    }

    /**
     * Reads the main memory as a number, as well as that can be done: the service writes it in more than one way.
     *
     * @return the memory in GB; empty if {@link #memory()} is null, or no number with the unit GB, GiB or none
     */
    public OptionalDouble memoryGb() {
        Matcher matcher = MEMORY.matcher(memory == null ? "" : memory.strip());
        return matcher.matches() ? OptionalDouble.of(Double.parseDouble(matcher.group(1))) : OptionalDouble.empty();
    }

    /** Returns one line such as {@code ThunderInstance abc123 RUNNING 2×a6000 ubuntu@192.0.2.1:22}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("ThunderInstance " + instanceId() + " " + statusSummary());
        if (gpuType != null) {
            text.append(' ').append(numGpus == null ? "" : numGpus + "×").append(gpuType);
        }
        sshEndpoints().forEach(ssh -> text.append(' ').append(ssh.user() + "@" + ssh.host() + ":" + ssh.port()));
        return text.toString();
    }
}
