package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.UnknownReaders;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses, ports and bandwidth of an instance.
 *
 * @param publicIpaddr the public address of the host
 * @param localIpaddrs the addresses inside the host, separated by blanks
 * @param staticIp whether the public address stays
 * @param uploadMbps the upload bandwidth in Mbit/s
 * @param downloadMbps the download bandwidth in Mbit/s
 * @param directPortCount the number of ports that the host can open
 * @param directPortStart the first of them; null for none, which the service writes as -1
 * @param directPortEnd the last of them; null for none, which the service writes as -1
 * @param ports the bindings of each port of the container, by a name such as {@code 22/tcp}; empty unless running; a
 *     port without bindings if the answer names ports only
 */
public record Network(
        @JsonProperty("public_ipaddr") @Nullable String publicIpaddr,
        @JsonProperty("local_ipaddrs") @Nullable String localIpaddrs,
        @JsonProperty("static_ip") @Nullable Boolean staticIp,
        @JsonProperty("inet_up") @Nullable Double uploadMbps,
        @JsonProperty("inet_down") @Nullable Double downloadMbps,
        @JsonProperty("direct_port_count") @Nullable Integer directPortCount,
        @JsonProperty("direct_port_start") @JsonDeserialize(using = UnknownReaders.OfInteger.class) @Nullable
                Integer directPortStart,
        @JsonProperty("direct_port_end") @JsonDeserialize(using = UnknownReaders.OfInteger.class) @Nullable
                Integer directPortEnd,
        @JsonProperty("ports") @JsonDeserialize(using = PortsReader.class) Map<String, List<PortBinding>> ports) {
    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})(?:/(\\w+))?");

    /**
     * Splits the addresses inside the host.
     *
     * @return the addresses, possibly none
     */
    public List<String> localAddresses() {
        return localIpaddrs == null || localIpaddrs.isEmpty() ? List.of() : List.of(localIpaddrs.split("\\s+"));
    }

    /**
     * Gives the public address of each port of the container. Bindings that differ in the listening address only
     * count once, and entries that are no port are left out.
     *
     * @return the mappings in the order sent
     */
    public List<PortMapping> portMappings() {
        return ports.entrySet().stream()
                .flatMap(port -> port.getValue().stream().flatMap(binding -> mapping(port.getKey(), binding)))
                .distinct()
                .toList();
    }

    private Stream<PortMapping> mapping(String port, PortBinding binding) {
        Matcher matcher = PORT.matcher(port);
        if (!matcher.matches() || binding.hostPort() == null) {
            return Stream.empty();
        }
        String protocol = matcher.group(2) == null ? "tcp" : matcher.group(2);
        return Stream.of(
                new PortMapping(Integer.parseInt(matcher.group(1)), protocol, publicIpaddr, binding.hostPort()));
    }

    /** Shows the public address. */
    @Override
    public String toString() {
        return publicIpaddr == null ? "" : publicIpaddr;
    }
}
